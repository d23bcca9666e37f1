package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Creating, editing, voiding and deleting invoices (reference sections 5 to 7).
final class InvoiceWrites {

    private static final UUID NONE = new UUID(0, 0);

    private InvoiceWrites() {}

    /// PUT: never an update.
    static Outcome create(Call call, ObjectNode node) {
        return save(call, call.sent(node), Optional.empty());
    }

    /// POST: by InvoiceID, else (silently) by InvoiceNumber, else a new one.
    static Outcome upsert(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var id = sent.guid("InvoiceID");
        if (id.isPresent()) return update(call, node, id.get());
        var numbered = sent.filled("Type").filter("ACCPAY"::equalsIgnoreCase).isPresent()
                ? Optional.<Invoice>empty()
                : sent.filled("InvoiceNumber").flatMap(number -> taken(call, number));
        return save(call, sent, numbered.filter(_ -> call.is(Unconfirmed.POST_BY_NUMBER_EDITS)));
    }

    /// POST to `/Invoices/{id}`.
    static Outcome update(Call call, ObjectNode node, UUID id) {
        var known = call.books().invoices.get(id);
        return known == null ? new Outcome.Missing() : save(call, call.sent(node), Optional.of(known));
    }

    private static Outcome save(Call call, Sent sent, Optional<Invoice> known) {
        var asked = sent.choice("Status", Invoice.Status.class);
        var status = asked.or(() -> known.map(Invoice::status)).orElse(Invoice.Status.DRAFT);
        if (known.isPresent()) {
            sent.refuse(InvoiceStates.refusal(known.get(), status, call.switches()));
        } else if (!InvoiceStates.canStartAs(status)) {
            sent.refuse(InvoiceTexts.WRONG_STATUS);
        }
        if (!sent.problems().isEmpty()) return refused(sent, known);
        if (status == Invoice.Status.VOIDED || status == Invoice.Status.DELETED) return end(call, sent, known, status);
        return write(call, sent, known, status);
    }

    /// Voiding and deleting change nothing but the status; other members are not looked at.
    private static Outcome end(Call call, Sent sent, Optional<Invoice> known, Invoice.Status status) {
        var invoice = known.orElseThrow();
        sent.refuse(call.books().lock(invoice.head().date()).map(InvoiceTexts::locked));
        return sent.problems().isEmpty()
                ? store(call, sent, invoice.ended(status, call.now()), known)
                : refused(sent, known);
    }

    private static Outcome write(Call call, Sent sent, Optional<Invoice> known, Invoice.Status status) {
        var contactId = InvoiceContacts.resolve(
                call, sent, known.map(invoice -> invoice.head().contactId()));
        var approved = InvoiceStates.approved(status);
        var head = InvoiceHeads.read(call, sent, known, contactId.orElse(NONE), approved);
        InvoiceHeads.check(call, sent, head);
        var lines = new InvoiceLines(call, head.type(), head.kind(), head.currency(), status != Invoice.Status.DRAFT)
                .read(
                        sent,
                        known.map(Invoice::lines).orElse(List.of()),
                        known.map(before -> before.head().kind()).orElse(head.kind()));
        var next = new Invoice(
                known.map(Invoice::id).orElseGet(call.draws()::guid),
                head,
                status,
                lines,
                Rounding.read(sent, known, head, status, lines),
                known.map(Invoice::paid).orElse(BigDecimal.ZERO),
                known.map(Invoice::credited).orElse(BigDecimal.ZERO),
                known.flatMap(Invoice::fullyPaidOn),
                known.map(Invoice::createdBy).orElse(call.clientId()),
                known.map(Invoice::createdAt).orElse(call.now()),
                movesStamp(known, head, lines)
                        ? call.now()
                        : known.orElseThrow().updatedAt());
        check(call, sent, known, next);
        return sent.problems().isEmpty()
                ? store(call, sent, next.withHead(numbered(call, next.head())), known)
                : refused(sent, known);
    }

    private static void check(Call call, Sent sent, Optional<Invoice> known, Invoice next) {
        var books = call.books();
        var rival = next.receivable() ? taken(call, next.head().number()) : Optional.<Invoice>empty();
        if (rival.filter(other -> !other.id().equals(next.id())).isPresent()) sent.refuse(InvoiceTexts.NUMBER_TAKEN);
        sent.refuse(books.lock(next.head().date())
                .or(() -> known.flatMap(before -> books.lock(before.head().date())))
                .map(InvoiceTexts::locked));
        if (known.filter(InvoiceWrites::settled)
                .filter(before -> !samePrice(before, next))
                .isPresent()) {
            sent.refuse(InvoiceTexts.EDIT_WITH_MONEY);
        }
        var approves = approves(known, next);
        if (approves && call.is(Unconfirmed.APPROVAL_NEEDS_DUE_DATE) && known.isEmpty() && !sent.has("DueDate")) {
            sent.refuse("DueDate must be specified.");
        }
        var limit = call.switches().approvalsPerMonth();
        if (approves && limit > 0 && books.approvals.getOrDefault(month(call), 0) >= limit) {
            sent.refuse(InvoiceTexts.APPROVAL_LIMIT);
        }
    }

    private static boolean settled(Invoice invoice) {
        return invoice.hasMoney() || invoice.status() == Invoice.Status.PAID;
    }

    /// Only texts, due date, contact and the like may change once money was applied.
    private static boolean samePrice(Invoice before, Invoice next) {
        if (!Line.samePrice(before.lines(), next.lines())) return false;
        var one = before.head();
        var other = next.head();
        return before.rounding().compareTo(next.rounding()) == 0
                && one.date().equals(other.date())
                && one.currency().equals(other.currency())
                && one.rate().compareTo(other.rate()) == 0
                && one.kind() == other.kind();
    }

    /// A change of nothing but DueDate or SentToContact does not move UpdatedDateUTC when money was applied.
    private static boolean movesStamp(Optional<Invoice> known, Invoice.Head head, List<Line> lines) {
        if (known.filter(Invoice::hasMoney).isEmpty()) return true;
        var before = known.get().head();
        var silent = !before.dueDate().equals(head.dueDate()) || before.sentToContact() != head.sentToContact();
        var rest = new Invoice.Head(
                head.type(),
                head.number(),
                head.contactId(),
                head.date(),
                before.dueDate(),
                head.reference(),
                head.url(),
                head.currency(),
                head.rate(),
                head.kind(),
                head.brandingThemeId(),
                before.sentToContact());
        return !silent || !rest.equals(before) || !lines.equals(known.get().lines());
    }

    private static Outcome store(Call call, Sent sent, Invoice invoice, Optional<Invoice> before) {
        var books = call.books();
        if (approves(before, invoice)) books.approvals.merge(month(call), 1, Integer::sum);
        StockMoves.follow(call, sent, StockMoves.of(before), StockMoves.of(Optional.of(invoice)));
        if (!sent.problems().isEmpty()) return refused(sent, before);
        var nothingDue = invoice.status() == Invoice.Status.AUTHORISED
                && invoice.due().signum() == 0
                && !invoice.lines().isEmpty();
        var stored = nothingDue
                ? invoice.settled(
                        invoice.paid(), invoice.credited(), invoice.head().date(), invoice.updatedAt())
                : invoice;
        books.invoices.put(stored.id(), stored);
        trade(books, stored);
        call.events().add(new Event(Event.Category.INVOICE, stored.id(), before.isEmpty()));
        var shown = new InvoiceView(books, call.unitScale()).written(stored);
        InvoiceHeads.warn(call, stored.head().currency(), stored.head().rate(), shown);
        return new Outcome.Saved(shown);
    }

    /// The invoice makes its contact a customer or a supplier.
    private static void trade(Books books, Invoice invoice) {
        var contact = books.contacts.get(invoice.head().contactId());
        if (contact == null || (invoice.receivable() ? contact.customer() : contact.supplier())) return;
        books.contacts.put(contact.id(), contact.trading(!invoice.receivable()));
    }

    private static String month(Call call) {
        return YearMonth.from(call.today()).toString();
    }

    private static boolean approves(Optional<Invoice> before, Invoice next) {
        return next.receivable()
                && InvoiceStates.approved(next.status())
                && before.filter(known -> InvoiceStates.approved(known.status()))
                        .isEmpty();
    }

    private static Invoice.Head numbered(Call call, Invoice.Head head) {
        if (head.type() == Invoice.Type.ACCPAY || !head.number().isEmpty()) return head;
        return head.withNumber(nextNumber(call.books()));
    }

    /// The next number that no sales invoice has.
    static String nextNumber(Books books) {
        String number;
        do {
            number = books.drawNumber("INV");
        } while (books.receivablesNumbered(number).findAny().isPresent());
        return number;
    }

    /// The sales invoice that holds a number.
    private static Optional<Invoice> taken(Call call, String number) {
        return call.books()
                .receivablesNumbered(number)
                .filter(invoice -> call.is(Unconfirmed.DEAD_NUMBERS_STAY_TAKEN) || !invoice.dead())
                .findFirst();
    }

    private static Outcome refused(Sent sent, Optional<Invoice> known) {
        var echo = Json.object()
                .put("InvoiceID", known.map(Invoice::id).orElse(NONE).toString());
        echo.setAll(sent.node().deepCopy());
        echo.put("InvoiceID", known.map(Invoice::id).orElse(NONE).toString());
        if (!echo.has("LineItems")) echo.putArray("LineItems");
        return new Outcome.Refused(echo, sent.problems());
    }
}
