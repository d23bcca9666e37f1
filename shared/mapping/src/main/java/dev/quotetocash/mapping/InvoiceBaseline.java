package dev.quotetocash.mapping;

import dev.quotetocash.sync.Agreed;
import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.Observed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What both sides agree on about an invoice: its header and its lines as pairs. HubSpot's halves are known when
/// the invoice is sent, Xero's when it has answered.
public final class InvoiceBaseline {

    private static final String MAPPING = "mapping";
    private static final String CURRENCY = "currency";
    private static final String REFERENCE = "reference";
    private static final String DATE = "date";
    private static final String DUE_DATE = "due_date";
    private static final String SUB_TOTAL = "sub_total";
    private static final String TOTAL = "total";

    private static final int TEXT_MAX = 100;

    private InvoiceBaseline() {}

    /// True if the invoice's total was compared with one that was computed before it was sent.
    public static boolean wasCompared(Baseline agreed) {
        return agreed.get(TOTAL).hubspot().observed()
                && agreed.get(TOTAL).xero().observed();
    }

    /// `lines` are the HubSpot line items in the order of the invoice's; `mappingHash` says by which rules they
    /// were mapped.
    public static Baseline sent(InvoiceMapping.Mapped mapped, List<LineItem> lines, String mappingHash) {
        var invoice = mapped.content();
        var fields = new LinkedHashMap<String, Agreed<String, String>>();
        put(fields, MAPPING, mappingHash);
        put(fields, CURRENCY, invoice.currency().value());
        put(fields, REFERENCE, invoice.reference());
        put(fields, DATE, invoice.date().toString());
        put(fields, DUE_DATE, invoice.dueDate().toString());
        put(fields, SUB_TOTAL, Decimals.plain(mapped.totals().subTotal().value()));
        put(fields, TOTAL, Decimals.plain(mapped.totals().total().value()));
        var sent = new ArrayList<Baseline.Line>();
        for (var at = 0; at < lines.size(); at++) {
            var line = invoice.lines().get(at);
            var values = new LinkedHashMap<String, Agreed<String, String>>();
            put(values, "description", compact(line.description()));
            put(values, "quantity", Decimals.plain(line.quantity()));
            put(values, "unit_price", Decimals.plain(line.unitPrice()));
            put(values, "discount", discount(line.discount()));
            put(values, "account", line.accountCode());
            put(values, "tax", line.taxType());
            sent.add(new Baseline.Line(lines.get(at).id().value(), "", values));
        }
        return new Baseline("", fields, sent);
    }

    /// Xero keeps the order of lines. Lines beyond those sent are not paired.
    public static Baseline answered(Baseline sent, XeroInvoice invoice) {
        var lines = new ArrayList<Baseline.Line>();
        for (var at = 0; at < sent.lines().size(); at++) {
            var line = sent.lines().get(at);
            lines.add(
                    at < invoice.lines().size() ? answered(line, invoice.lines().get(at)) : line);
        }
        return half(sent, CURRENCY, invoice.currency().value())
                .with(REFERENCE, sent.get(REFERENCE).withXero(Observed.of(invoice.reference())))
                .with(DATE, sent.get(DATE).withXero(Observed.of(invoice.date().toString())))
                .with(
                        DUE_DATE,
                        sent.get(DUE_DATE)
                                .withXero(Observed.ofOptional(invoice.dueDate().map(Object::toString))))
                .with(SUB_TOTAL, sent.get(SUB_TOTAL).withXero(Observed.of(Decimals.plain(invoice.subTotal()))))
                .with(TOTAL, sent.get(TOTAL).withXero(Observed.of(Decimals.plain(invoice.total()))))
                .withLines(lines);
    }

    /// True if `invoice` holds what Xero answered for the agreed one: currency, reference, totals and every line.
    /// Dates are not looked at: the same invoice made a day later has others. False if the lines were never agreed.
    public static boolean isHeldBy(Baseline agreed, XeroInvoice invoice) {
        if (agreed.lines().isEmpty() || agreed.lines().size() != invoice.lines().size()) return false;
        var held = answered(agreed, invoice);
        return Stream.of(CURRENCY, REFERENCE, SUB_TOTAL, TOTAL)
                        .allMatch(field -> held.get(field).equals(agreed.get(field)))
                && IntStream.range(0, agreed.lines().size())
                        .allMatch(at -> held.lines()
                                .get(at)
                                .fields()
                                .equals(agreed.lines().get(at).fields()));
    }

    /// A sentence if Xero's total is not the one that was computed before sending.
    public static Optional<String> totalDiffers(Baseline agreed) {
        var total = agreed.get(TOTAL);
        if (!wasCompared(agreed) || total.hubspot().equals(total.xero())) return Optional.empty();
        return Optional.of("Xero's total "
                + total.xero().map(InvoiceBaseline::money).asOptional().orElse("")
                + " is not the expected "
                + total.hubspot().map(InvoiceBaseline::money).asOptional().orElse("")
                + "; ask finance to check the draft invoice.");
    }

    /// A sentence if the deal's amount is a number, and neither the invoice's total nor its total without tax.
    /// HubSpot's amount holds no tax, unless a rep typed it so.
    public static Optional<String> amountDiffers(Baseline agreed, Optional<String> dealAmount) {
        var amount = dealAmount.flatMap(Decimals::parse).map(value -> inCoins(value, agreed));
        if (amount.isEmpty() || same(amount.get(), agreed.get(TOTAL)) || same(amount.get(), agreed.get(SUB_TOTAL))) {
            return Optional.empty();
        }
        var lines = agreed.get(SUB_TOTAL)
                .hubspot()
                .map(InvoiceBaseline::money)
                .asOptional()
                .orElse("");
        return Optional.of("The deal's amount is " + money(Decimals.plain(amount.get()))
                + ", but its line items add up to " + lines
                + " without tax; correct one of them. The invoice stays a draft until finance approves it.");
    }

    /// HubSpot does not round what lines add up to; invoices do.
    private static BigDecimal inCoins(BigDecimal amount, Baseline agreed) {
        return agreed.get(CURRENCY)
                .hubspot()
                .asOptional()
                .map(code -> new CurrencyAmount(amount, new CurrencyCode(code)).value())
                .orElse(amount);
    }

    /// As people write money: at least two decimals.
    private static String money(String plain) {
        var number = new BigDecimal(plain);
        return number.setScale(Math.max(2, number.scale())).toPlainString();
    }

    private static boolean same(BigDecimal amount, Agreed<String, String> total) {
        return total.hubspot().equals(Observed.of(Decimals.plain(amount)))
                || total.xero().equals(Observed.of(Decimals.plain(amount)));
    }

    private static Baseline.Line answered(Baseline.Line line, XeroInvoice.Line answer) {
        var fields = new LinkedHashMap<>(line.fields());
        half(fields, "description", compact(answer.description()));
        half(fields, "quantity", Decimals.plain(answer.quantity()));
        half(fields, "unit_price", Decimals.plain(answer.unitPrice()));
        half(
                fields,
                "discount",
                answer.discountRate()
                        .filter(rate -> rate.signum() != 0)
                        .map(rate -> Decimals.plain(rate) + "%")
                        .or(() -> answer.discountAmount()
                                .filter(amount -> amount.signum() != 0)
                                .map(Decimals::plain))
                        .orElse(""));
        half(fields, "account", answer.accountCode());
        half(fields, "tax", answer.taxType());
        return new Baseline.Line(line.hubspotLine(), answer.id(), fields);
    }

    /// Long texts are kept as a hash: a baseline only has to tell whether a side has changed, and a row of the
    /// store has a largest size.
    private static String compact(String text) {
        return text.length() <= TEXT_MAX ? text : "hash:" + Hashes.of(text);
    }

    private static String discount(Discount discount) {
        return switch (discount) {
            case Discount.None() -> "";
            case Discount.Percent(BigDecimal rate) -> Decimals.plain(rate) + "%";
            case Discount.PerUnit(BigDecimal amount) -> Decimals.plain(amount) + " per unit";
        };
    }

    private static void put(Map<String, Agreed<String, String>> fields, String name, String value) {
        fields.put(name, new Agreed<>(Observed.of(value), Observed.unobserved()));
    }

    private static void half(Map<String, Agreed<String, String>> fields, String name, String xero) {
        fields.computeIfPresent(name, (_, agreed) -> agreed.withXero(Observed.of(xero)));
    }

    private static Baseline half(Baseline baseline, String name, String xero) {
        return baseline.with(name, baseline.get(name).withXero(Observed.of(xero)));
    }
}
