package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Creating and changing quotes (reference sections 3.2 and 8).
final class QuoteWrites {

    private static final int TITLE = 100;
    private static final int SUMMARY = 3000;
    private static final int TEXT = 4000;
    private static final int NUMBER = 255;
    private static final String PREFIX = "QU";

    private QuoteWrites() {}

    static Outcome create(Call call, ObjectNode node) {
        return save(call, call.sent(node), Optional.empty());
    }

    /// POST: by QuoteID, else by QuoteNumber, else a new one.
    static Outcome upsert(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var id = sent.guid("QuoteID");
        if (id.isPresent()) return update(call, node, id.get());
        return save(
                call,
                sent,
                sent.filled("QuoteNumber").flatMap(number -> call.books().quoteNumbered(number)));
    }

    static Outcome update(Call call, ObjectNode node, UUID id) {
        var known = call.books().desk.quotes().get(id);
        return known == null ? new Outcome.Missing() : save(call, call.sent(node), Optional.of(known));
    }

    private static Outcome save(Call call, Sent sent, Optional<Quote> known) {
        var status = status(sent, known);
        if (known.isPresent()
                && status == Quote.Status.DELETED
                && sent.problems().isEmpty()) {
            return store(
                    call,
                    new Quote(
                            known.get().id(),
                            known.get().head(),
                            status,
                            known.get().lines(),
                            call.now()));
        }
        var head = head(call, sent, known);
        check(call, sent, known, head);
        var lines = lines(call, sent, known, head.kind(), head.currency());
        if (status != Quote.Status.DRAFT && lines.isEmpty()) sent.refuse("One or more line items must be specified");
        if (!sent.problems().isEmpty()) {
            var id = known.map(Quote::id).orElse(new UUID(0, 0)).toString();
            return new Outcome.Refused(sent.node().deepCopy().put("QuoteID", id), sent.problems());
        }
        var id = known.map(Quote::id).orElseGet(call.draws()::guid);
        var numbered = head.number().isEmpty() ? head.withNumber(nextNumber(call)) : head;
        return store(call, new Quote(id, numbered, status, lines, call.now()));
    }

    private static Outcome store(Call call, Quote quote) {
        call.books().desk.quotes().put(quote.id(), quote);
        return new Outcome.Saved(new QuoteView(call.books(), call.quoteUnitScale()).full(quote));
    }

    private static Quote.Status status(Sent sent, Optional<Quote> known) {
        var asked = sent.choice("Status", Quote.Status.class);
        var status = asked.or(() -> known.map(Quote::status)).orElse(Quote.Status.DRAFT);
        known.ifPresent(quote -> sent.refuse(QuoteStates.refusal(quote.status(), status)));
        if (known.isEmpty() && !QuoteStates.canStartAs(status)) sent.refuse("A quote starts as DRAFT or SENT.");
        return status;
    }

    private static Quote.Head head(Call call, Sent sent, Optional<Quote> known) {
        var before = known.map(Quote::head);
        var currency = sent.filled("CurrencyCode")
                .or(() -> before.map(Quote.Head::currency))
                .orElse(call.books().baseCurrency());
        return new Quote.Head(
                text(sent, "QuoteNumber", before.map(Quote.Head::number)),
                contact(call, sent, before),
                sent.date("Date").or(() -> before.map(Quote.Head::date)).orElseGet(call::today),
                sent.date("ExpiryDate").or(() -> before.flatMap(Quote.Head::expiry)),
                text(sent, "Reference", before.map(Quote.Head::reference)),
                text(sent, "Title", before.map(Quote.Head::title)),
                text(sent, "Summary", before.map(Quote.Head::summary)),
                text(sent, "Terms", before.map(Quote.Head::terms)),
                currency,
                InvoiceHeads.rate(
                        call,
                        sent,
                        before.filter(head -> head.currency().equals(currency)).map(Quote.Head::rate),
                        currency),
                InvoiceHeads.kind(sent, before.map(Quote.Head::kind)),
                sent.guid("BrandingThemeID")
                        .or(() -> before.map(Quote.Head::brandingThemeId))
                        .orElse(call.books().brandingThemeId));
    }

    private static String text(Sent sent, String name, Optional<String> known) {
        return sent.text(name).or(() -> known).orElse("");
    }

    /// By ContactID, without one by number or name among the active ones; a quote creates no contact.
    private static UUID contact(Call call, Sent sent, Optional<Quote.Head> before) {
        var contact = sent.object("Contact");
        if (contact.isEmpty()) {
            if (before.isEmpty()) sent.refuse(ContactRules.UNIDENTIFIED);
            return before.map(Quote.Head::contactId).orElse(new UUID(0, 0));
        }
        var id = contact.get().guid("ContactID");
        var found =
                id.isPresent() ? id.map(call.books().contacts::get) : ContactWrites.match(call.books(), contact.get());
        if (found.isEmpty()) sent.refuse("The contact of the quote could not be found.");
        if (found.filter(known -> !known.active()).isPresent()) sent.refuse(ContactRules.inDocument(call));
        return found.map(Contact::id).orElse(new UUID(0, 0));
    }

    private static List<Line> lines(Call call, Sent sent, Optional<Quote> known, Amounts.Kind kind, String currency) {
        var before = known.map(Quote::lines).orElse(List.of());
        var sameKind = known.filter(quote -> quote.head().kind() == kind).isPresent();
        return InvoiceLines.ofQuote(call, kind, currency).read(sent, before, sameKind);
    }

    private static void check(Call call, Sent sent, Optional<Quote> known, Quote.Head head) {
        sent.refuse(FieldLimits.check("QuoteNumber", head.number(), NUMBER));
        sent.refuse(FieldLimits.check("Reference", head.reference(), TEXT));
        sent.refuse(FieldLimits.check("Title", head.title(), TITLE));
        sent.refuse(FieldLimits.check("Summary", head.summary(), SUMMARY));
        sent.refuse(FieldLimits.check("Terms", head.terms(), TEXT));
        if (call.books().currency(head.currency()).isEmpty()) sent.refuse(InvoiceTexts.noCurrency(head.currency()));
        if (head.expiry().filter(head.date()::isAfter).isPresent()) {
            sent.refuse("The expiry date cannot be before the quote date.");
        }
        var rival = call.books()
                .quoteNumbered(head.number())
                .filter(other ->
                        known.filter(quote -> quote.id().equals(other.id())).isEmpty());
        if (!head.number().isEmpty() && rival.isPresent()) sent.refuse("Quote # must be unique.");
    }

    private static String nextNumber(Call call) {
        String number;
        do {
            number = String.format(
                    Locale.ROOT, PREFIX + "-%04d", call.books().desk.nextNumber(PREFIX));
        } while (call.books().quoteNumbered(number).isPresent());
        return number;
    }
}
