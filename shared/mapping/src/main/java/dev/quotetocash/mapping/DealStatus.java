package dev.quotetocash.mapping;

import dev.quotetocash.sync.FieldRule;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Slot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What a deal shows of its invoice: Xero's invoice and payments as the values of the deal's own `xero_`
/// properties.
public final class DealStatus {

    /// The hash of these rules: a baseline that was agreed under another one is worth another look.
    public static final String MAPPING_HASH = Hashes.of("1", DealProperty.MIRRORED.toString());

    private DealStatus() {}

    /// Every field flows to HubSpot only: Xero is where invoices and payments are kept.
    public static List<FieldRule> rules() {
        return DealProperty.MIRRORED.stream().map(FieldRule::toHubSpot).toList();
    }

    /// `today` is the date in the organisation's zone. `address` is where a person opens the invoice in Xero.
    public static Fields of(
            XeroInvoice invoice, Slot slot, String address, LocalDate today, CurrencyCode baseCurrency) {
        var state = InvoiceState.of(invoice, today);
        var open = state == InvoiceState.OVERDUE;
        var due = invoice.status().isLive() ? invoice.amountDue() : BigDecimal.ZERO;
        var paid = paid(invoice);
        var shown = new LinkedHashMap<String, Observed<String>>();
        shown.put(DealProperty.INVOICE_ID, Observed.of(invoice.id().value()));
        shown.put(DealProperty.INVOICE_NUMBER, text(invoice.number()));
        shown.put(DealProperty.INVOICE_URL, Observed.of(address));
        shown.put(DealProperty.INVOICE_STATE, Observed.of(state.name()));
        shown.put(DealProperty.INVOICE_DATE, Observed.of(invoice.date().toString()));
        shown.put(DealProperty.DUE_DATE, date(invoice.dueDate()));
        shown.put(DealProperty.CURRENCY, Observed.of(invoice.currency().value()));
        shown.put(DealProperty.TOTAL, amount(invoice.total()));
        shown.put(DealProperty.PAID, amount(paid));
        shown.put(DealProperty.CREDITED, amount(invoice.creditNotes()));
        shown.put(DealProperty.DUE, amount(due));
        shown.put(DealProperty.PAID_BASE, invoice.currency().equals(baseCurrency) ? amount(paid) : Observed.blank());
        shown.put(DealProperty.PAID_ON, date(invoice.fullyPaidOn()));
        shown.put(
                DealProperty.DAYS_OVERDUE,
                open
                        ? Observed.of(Long.toString(
                                ChronoUnit.DAYS.between(invoice.dueDate().orElse(today), today)))
                        : Observed.of("0"));
        shown.put(
                DealProperty.LAST_PAYMENT_ON,
                date(invoice.payments().stream().map(XeroInvoice.Payment::date).max(Comparator.naturalOrder())));
        shown.put(DealProperty.SLOTS, Observed.of(slots(slot, invoice)));
        return new Fields(shown);
    }

    /// How the deal names its own invoices: the deal's id first, so that a copied deal is told from its original.
    static String slots(Slot slot, XeroInvoice invoice) {
        return slot.deal().value() + "/" + slot.number() + "/" + slot.reissue() + "="
                + invoice.id().value();
    }

    /// The invoice that a deal's `xero_invoice_slots` names for a slot; nothing if it speaks of another deal.
    public static Optional<String> invoiceNamedFor(Slot slot, String property) {
        var own = slot.deal().value() + "/" + slot.number() + "/" + slot.reissue() + "=";
        return property.lines()
                .filter(line -> line.startsWith(own))
                .map(line -> line.substring(own.length()))
                .findFirst();
    }

    /// Payments plus applied over- and prepayments: money that came in. Credit notes are not.
    static BigDecimal paid(XeroInvoice invoice) {
        return invoice.amountPaid().add(invoice.credited()).subtract(invoice.creditNotes());
    }

    private static Observed<String> amount(BigDecimal number) {
        return Observed.of(Decimals.plain(number));
    }

    private static Observed<String> text(String value) {
        return value.isEmpty() ? Observed.blank() : Observed.of(value);
    }

    private static Observed<String> date(Optional<LocalDate> date) {
        return Observed.ofOptional(date.map(LocalDate::toString));
    }
}
