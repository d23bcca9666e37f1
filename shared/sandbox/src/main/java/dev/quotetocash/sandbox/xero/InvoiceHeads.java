package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Reads the head of an invoice: what was sent, else what is known, else Xero's defaults.
final class InvoiceHeads {

    private static final int RATE_SCALE = 6;
    private static final BigDecimal UNUSUAL = BigDecimal.TWO;

    private InvoiceHeads() {}

    /// `approved` documents alone can be marked as sent.
    static Invoice.Head read(Call call, Sent sent, Optional<Invoice> known, UUID contactId, boolean approved) {
        var before = known.map(Invoice::head);
        var type = before.map(Invoice.Head::type)
                .or(() -> sent.choice("Type", Invoice.Type.class))
                .orElse(Invoice.Type.ACCREC);
        if (before.isEmpty() && !sent.has("Type")) sent.refuse("Invoice Type must be specified.");
        var date = sent.date("Date").or(() -> before.map(Invoice.Head::date)).orElseGet(call::today);
        var currency = sent.filled("CurrencyCode")
                .or(() -> before.map(Invoice.Head::currency))
                .orElse(call.books().baseCurrency());
        return new Invoice.Head(
                type,
                sent.filled("InvoiceNumber")
                        .or(() -> before.map(Invoice.Head::number))
                        .orElse(""),
                contactId,
                date,
                dueDate(call, sent, before, contactId, type, date),
                type == Invoice.Type.ACCREC
                        ? sent.text("Reference")
                                .or(() -> before.map(Invoice.Head::reference))
                                .orElse("")
                        : "",
                sent.text("Url").or(() -> before.map(Invoice.Head::url)).orElse(""),
                currency,
                rate(
                        call,
                        sent,
                        before.filter(head -> head.currency().equals(currency)).map(Invoice.Head::rate),
                        currency),
                kind(sent, before.map(Invoice.Head::kind)),
                sent.guid("BrandingThemeID")
                        .or(() -> before.map(Invoice.Head::brandingThemeId))
                        .orElse(call.books().brandingThemeId),
                sent.flag("SentToContact")
                        .filter(_ -> approved)
                        .or(() -> before.map(Invoice.Head::sentToContact))
                        .orElse(false));
    }

    static void check(Call call, Sent sent, Invoice.Head head) {
        sent.refuse(FieldLimits.check("InvoiceNumber", head.number(), FieldLimits.INVOICE_NUMBER));
        sent.refuse(FieldLimits.check("Reference", head.reference(), FieldLimits.REFERENCE));
        if (call.books().currency(head.currency()).isEmpty()) sent.refuse(InvoiceTexts.noCurrency(head.currency()));
        if (head.url().toLowerCase(Locale.ROOT).contains("xero")) sent.refuse("Url must not contain 'xero'.");
        if (!head.url().isEmpty() && !head.url().matches("https?://\\S+")) sent.refuse("Url must be a valid address.");
    }

    /// Left out, it follows the contact's terms for sales or bills, else the invoice date (field report).
    private static LocalDate dueDate(
            Call call, Sent sent, Optional<Invoice.Head> before, UUID contactId, Invoice.Type type, LocalDate date) {
        return sent.date("DueDate")
                .or(() -> before.map(Invoice.Head::dueDate))
                .or(() -> Optional.ofNullable(call.books().contacts.get(contactId))
                        .filter(_ -> call.is(Unconfirmed.DUE_DATE_FOLLOWS_TERMS))
                        .flatMap(contact -> contact.term(type))
                        .map(term -> term.dueFor(date)))
                .orElse(date);
    }

    /// Six decimals; the rate of the day unless sent or `known`.
    static BigDecimal rate(Call call, Sent sent, Optional<BigDecimal> known, String currency) {
        if (currency.equals(call.books().baseCurrency())) return BigDecimal.ONE;
        return sent.decimal("CurrencyRate")
                .filter(rate -> rate.signum() > 0)
                .map(rate -> rate.setScale(RATE_SCALE, RoundingMode.HALF_UP))
                .or(() -> known)
                .or(() -> call.books().currency(currency).map(Books.Currency::rate))
                .orElse(BigDecimal.ONE);
    }

    /// Xero warns of unusual rates without refusing them (reference section 6.4): here, of one that is more than
    /// twice or less than half the rate of the day.
    static void warn(Call call, String currency, BigDecimal rate, ObjectNode shown) {
        call.books()
                .currency(currency)
                .map(Books.Currency::rate)
                .filter(usual -> rate.compareTo(usual.multiply(UNUSUAL)) > 0
                        || rate.multiply(UNUSUAL).compareTo(usual) < 0)
                .ifPresent(usual -> shown.putArray("Warnings")
                        .addObject()
                        .put("Message", InvoiceTexts.unusualRate(currency, rate, usual)));
    }

    static Amounts.Kind kind(Sent sent, Optional<Amounts.Kind> known) {
        var said = sent.filled("LineAmountTypes");
        var kind = said.flatMap(text -> Stream.of(Amounts.Kind.values())
                .filter(possible -> possible.spelling().equalsIgnoreCase(text))
                .findFirst());
        if (said.isPresent() && kind.isEmpty()) sent.refuse("'" + said.get() + "' is not a valid LineAmountTypes");
        return kind.or(() -> known).orElse(Amounts.Kind.EXCLUSIVE);
    }
}
