package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Creating, editing, voiding and deleting credit notes (reference section 3.2): as invoices, without discounts.
final class CreditWrites {

    private static final UUID NONE = new UUID(0, 0);

    private CreditWrites() {}

    /// PUT: never an update.
    static Outcome create(Call call, ObjectNode node) {
        return save(call, call.sent(node), Optional.empty());
    }

    /// POST: by CreditNoteID, else by CreditNoteNumber as invoices are, else a new one.
    static Outcome upsert(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var id = sent.guid("CreditNoteID");
        if (id.isPresent()) return update(call, node, id.get());
        var numbered = sells(sent)
                ? sent.filled("CreditNoteNumber").flatMap(number -> taken(call, number))
                : Optional.<Credit>empty();
        return save(call, sent, numbered.filter(_ -> call.is(Unconfirmed.POST_BY_NUMBER_EDITS)));
    }

    /// POST to `/CreditNotes/{id}`.
    static Outcome update(Call call, ObjectNode node, UUID id) {
        var known =
                Optional.ofNullable(call.books().credits.get(id)).filter(credit -> credit.is(Credit.Family.CREDITNOTE));
        return known.isEmpty() ? new Outcome.Missing() : save(call, call.sent(node), known);
    }

    private static Outcome save(Call call, Sent sent, Optional<Credit> known) {
        var asked = sent.choice("Status", Invoice.Status.class);
        var status = asked.or(() -> known.map(Credit::status)).orElse(Invoice.Status.DRAFT);
        if (known.isPresent()) {
            sent.refuse(InvoiceStates.refusal(known.get(), status, call.switches()));
        } else if (!InvoiceStates.canStartAs(status)) {
            sent.refuse(InvoiceTexts.CREDIT_WRONG_STATUS);
        }
        if (!sent.problems().isEmpty()) return refused(sent, known);
        var ends = status == Invoice.Status.VOIDED || status == Invoice.Status.DELETED;
        return ends ? end(call, sent, known.orElseThrow(), status) : write(call, sent, known, status);
    }

    private static Outcome end(Call call, Sent sent, Credit credit, Invoice.Status status) {
        sent.refuse(call.books().lock(credit.head().date()).map(InvoiceTexts::locked));
        return store(call, sent, credit.ended(status, call.now()), Optional.of(credit));
    }

    private static Outcome write(Call call, Sent sent, Optional<Credit> known, Invoice.Status status) {
        var contactId = InvoiceContacts.resolve(
                call, sent, known.map(credit -> credit.head().contactId()));
        var head = head(call, sent, known.map(Credit::head), contactId.orElse(NONE), status);
        var lines = new InvoiceLines(
                        call,
                        head.type().sells() ? Invoice.Type.ACCREC : Invoice.Type.ACCPAY,
                        head.kind(),
                        head.currency(),
                        status != Invoice.Status.DRAFT)
                .read(
                        sent,
                        known.map(Credit::lines).orElse(List.of()),
                        known.map(before -> before.head().kind()).orElse(head.kind()));
        var next = new Credit(
                known.map(Credit::id).orElseGet(call.draws()::guid),
                head,
                status,
                lines,
                known.map(Credit::applied).orElse(BigDecimal.ZERO),
                known.map(Credit::refunded).orElse(BigDecimal.ZERO),
                known.flatMap(Credit::fullyPaidOn),
                call.now());
        check(call, sent, known, next);
        return store(call, sent, next.withHead(numbered(call, sent, head)), known);
    }

    private static Credit.Head head(
            Call call, Sent sent, Optional<Credit.Head> before, UUID contactId, Invoice.Status status) {
        var type = before.map(Credit.Head::type)
                .or(() -> sent.choice("Type", Credit.Type.class)
                        .filter(said -> said.family() == Credit.Family.CREDITNOTE))
                .orElseGet(() -> {
                    sent.refuse("Credit note Type must be ACCRECCREDIT or ACCPAYCREDIT.");
                    return Credit.Type.ACCRECCREDIT;
                });
        var currency = sent.filled("CurrencyCode")
                .or(() -> before.map(Credit.Head::currency))
                .orElse(call.books().baseCurrency());
        var rate = before.filter(head -> head.currency().equals(currency)).map(Credit.Head::rate);
        return new Credit.Head(
                type,
                sent.filled("CreditNoteNumber")
                        .or(() -> before.map(Credit.Head::number))
                        .orElse(""),
                contactId,
                sent.date("Date").or(() -> before.map(Credit.Head::date)).orElseGet(call::today),
                sent.text("Reference")
                        .filter(_ -> type.sells())
                        .or(() -> before.map(Credit.Head::reference))
                        .orElse(""),
                currency,
                InvoiceHeads.rate(call, sent, rate, currency),
                InvoiceHeads.kind(sent, before.map(Credit.Head::kind)),
                sent.guid("BrandingThemeID")
                        .or(() -> before.map(Credit.Head::brandingThemeId))
                        .orElse(call.books().brandingThemeId),
                sent.flag("SentToContact")
                        .filter(_ -> InvoiceStates.approved(status))
                        .or(() -> before.map(Credit.Head::sentToContact))
                        .orElse(false));
    }

    private static void check(Call call, Sent sent, Optional<Credit> known, Credit next) {
        var head = next.head();
        sent.refuse(FieldLimits.check("CreditNoteNumber", head.number(), FieldLimits.INVOICE_NUMBER));
        sent.refuse(FieldLimits.check("Reference", head.reference(), FieldLimits.REFERENCE));
        if (call.books().currency(head.currency()).isEmpty()) sent.refuse(InvoiceTexts.noCurrency(head.currency()));
        if (next.lines().stream().anyMatch(Line::discounted)) sent.refuse(InvoiceTexts.CREDIT_DISCOUNT);
        var rival = head.type().sells() ? taken(call, head.number()) : Optional.<Credit>empty();
        if (rival.filter(other -> !other.id().equals(next.id())).isPresent()) {
            sent.refuse(InvoiceTexts.CREDIT_NUMBER_TAKEN);
        }
        sent.refuse(call.books()
                .lock(head.date())
                .or(() ->
                        known.flatMap(before -> call.books().lock(before.head().date())))
                .map(InvoiceTexts::locked));
        var settled = known.filter(before -> before.hasMoney() || before.status() == Invoice.Status.PAID);
        if (settled.filter(before -> !samePrice(before, next)).isPresent()) sent.refuse(InvoiceTexts.EDIT_WITH_MONEY);
    }

    private static boolean samePrice(Credit before, Credit next) {
        return Line.samePrice(before.lines(), next.lines())
                && before.head().date().equals(next.head().date())
                && before.head().contactId().equals(next.head().contactId())
                && before.head().currency().equals(next.head().currency())
                && before.head().rate().compareTo(next.head().rate()) == 0
                && before.head().kind() == next.head().kind();
    }

    private static Outcome store(Call call, Sent sent, Credit credit, Optional<Credit> before) {
        StockMoves.follow(call, sent, StockMoves.ofCredit(before), StockMoves.ofCredit(Optional.of(credit)));
        if (!sent.problems().isEmpty()) return refused(sent, before);
        var nothingLeft = credit.status() == Invoice.Status.AUTHORISED
                && credit.remaining().signum() == 0
                && !credit.lines().isEmpty();
        var stored = nothingLeft
                ? credit.used(credit.applied(), credit.refunded(), credit.head().date(), credit.updatedAt())
                : credit;
        call.books().credits.put(stored.id(), stored);
        call.events().add(Event.of(stored, before.isEmpty()));
        var shown = new CreditView(call.books(), call.unitScale()).single(stored);
        InvoiceHeads.warn(call, stored.head().currency(), stored.head().rate(), shown);
        return new Outcome.Saved(shown);
    }

    private static Credit.Head numbered(Call call, Sent sent, Credit.Head head) {
        if (!head.type().sells() || !head.number().isEmpty() || !sent.problems().isEmpty()) return head;
        String number;
        do {
            number = call.books().drawNumber("CN");
        } while (call.books().creditNotesNumbered(number).findAny().isPresent());
        return head.withNumber(number);
    }

    /// The credit note of sales that holds a number.
    private static Optional<Credit> taken(Call call, String number) {
        return call.books()
                .creditNotesNumbered(number)
                .filter(credit -> credit.head().type().sells())
                .filter(credit -> call.is(Unconfirmed.DEAD_NUMBERS_STAY_TAKEN) || !credit.dead())
                .findFirst();
    }

    private static boolean sells(Sent sent) {
        return sent.filled("Type").filter("ACCPAYCREDIT"::equalsIgnoreCase).isEmpty();
    }

    private static Outcome refused(Sent sent, Optional<Credit> known) {
        var echo = sent.node().deepCopy();
        echo.put("CreditNoteID", known.map(Credit::id).orElse(NONE).toString());
        if (!echo.has("LineItems")) echo.putArray("LineItems");
        return new Outcome.Refused(echo, sent.problems());
    }
}
