package dev.quotetocash.sandbox.hubspot;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values that HubSpot works out itself (section 15).
final class Calculated {

    private final Portal portal;
    private final Associations associations;
    private final OrderTotal total;

    Calculated(Portal portal, Associations associations) {
        this.portal = portal;
        this.associations = associations;
        this.total = new OrderTotal(associations);
    }

    /// The types whose calculated values depend on records of a type.
    static List<ObjectType> dependents(ObjectType type) {
        if (type.equals(ObjectType.LINE_ITEM)) return List.of(ObjectType.DEAL, ObjectType.QUOTE, ObjectType.INVOICE);
        if (type.isOneOf(ObjectType.DISCOUNT, ObjectType.FEE, ObjectType.TAX))
            return List.of(ObjectType.QUOTE, ObjectType.INVOICE);
        return type.equals(ObjectType.PAYMENT) ? List.of(ObjectType.INVOICE) : List.of();
    }

    /// All calculated values of a record; the empty string for one that has none.
    Map<String, String> of(CrmRecord record) {
        var type = record.type();
        if (type.equals(ObjectType.DEAL)) return deal(record);
        if (type.equals(ObjectType.LINE_ITEM)) return lineItem(record);
        if (type.equals(ObjectType.QUOTE)) return quote(record);
        if (type.equals(ObjectType.INVOICE)) return invoice(record);
        return Map.of();
    }

    /// The sum of a record's line items; empty without any.
    Optional<BigDecimal> lineItemTotal(CrmRecord parent) {
        return total.ofItems(parent);
    }

    private Map<String, String> deal(CrmRecord deal) {
        var stage = deal.value("dealstage").flatMap(portal.state()::dealStage);
        var closed = stage.filter(Pipeline.Stage::isClosed).isPresent();
        var won = stage.filter(Pipeline.Stage::isWon).isPresent();
        var items = associations.records(ObjectType.DEAL, deal.id(), ObjectType.LINE_ITEM);
        var values = new LinkedHashMap<String, String>();
        values.put("hs_is_closed", Boolean.toString(closed));
        values.put("hs_is_closed_won", Boolean.toString(won));
        values.put("hs_is_closed_lost", Boolean.toString(closed && !won));
        values.put("hs_num_of_associated_line_items", Integer.toString(items.size()));
        var home = inHomeCurrency(deal);
        values.put("amount_in_home_currency", home);
        values.put("hs_deal_amount_in_home_currency", home);
        values.putAll(RecurringRevenue.of(items).values());
        return values;
    }

    private String inHomeCurrency(CrmRecord deal) {
        var rate = Currencies.rate(
                portal.settings(),
                deal.value("deal_currency_code").orElse(portal.settings().companyCurrency()));
        return decimal(deal, "amount")
                .map(amount -> plain(amount.multiply(rate)))
                .orElse("");
    }

    private Map<String, String> quote(CrmRecord quote) {
        var values = new LinkedHashMap<String, String>();
        var amount = QuoteStatus.isCpq(quote) ? total.ofItems(quote) : total.adjusted(quote);
        values.put("hs_quote_amount", amount.map(Calculated::plain).orElse(""));
        values.put("hs_locked", Boolean.toString(QuoteStatus.of(quote).isLocked()));
        return values;
    }

    /// Amounts that could be written to an invoice that is billed elsewhere stay as written.
    private Map<String, String> invoice(CrmRecord invoice) {
        if (!InvoiceStatus.isBillable(invoice) && portal.is(Unconfirmed.NON_BILLABLE_INVOICE_WRITABLE)) return Map.of();
        var status = InvoiceStatus.of(invoice);
        var billed = total.adjusted(invoice).orElse(BigDecimal.ZERO);
        var paid = status == InvoiceStatus.PAID ? billed : payments(invoice);
        var due = status == InvoiceStatus.VOIDED ? BigDecimal.ZERO : billed.subtract(paid);
        var values = new LinkedHashMap<String, String>();
        if (status == InvoiceStatus.OPEN && paid.signum() > 0 && due.signum() <= 0)
            values.put("hs_invoice_status", "paid");
        values.put("hs_amount_billed", plain(billed));
        values.put("hs_amount_paid", plain(paid));
        values.put("hs_balance_due", plain(due));
        return values;
    }

    private BigDecimal payments(CrmRecord invoice) {
        if (!portal.is(Unconfirmed.PAYMENTS_PAY_INVOICES)) return BigDecimal.ZERO;
        return associations.records(invoice.type(), invoice.id(), ObjectType.PAYMENT).stream()
                .flatMap(payment -> decimal(payment, "hs_initial_amount").stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<String, String> lineItem(CrmRecord item) {
        var values = new LinkedHashMap<String, String>();
        var gross = decimal(item, "price")
                .map(price -> price.multiply(decimal(item, "quantity").orElse(BigDecimal.ONE)));
        var discount = gross.map(amount -> discount(item, amount));
        var net = gross.map(amount -> amount.subtract(discount.orElse(BigDecimal.ZERO)));
        values.put("hs_total_discount", discount.map(Calculated::plain).orElse(""));
        values.put("amount", net.map(Calculated::plain).orElse(""));
        var rate = item.value("hs_tax_rate_group_id").flatMap(TaxRates::find);
        var tax = rate.flatMap(
                found -> net.map(amount -> amount.multiply(found.percentage()).movePointLeft(2)));
        values.put("hs_tax_amount", tax.map(Calculated::plain).orElse(""));
        values.put("hs_tax_label", rate.map(TaxRates.TaxRate::label).orElse(""));
        values.put(
                "hs_post_tax_amount",
                net.map(amount -> plain(amount.add(tax.orElse(BigDecimal.ZERO))))
                        .orElse(""));
        if (!portal.is(Unconfirmed.LINE_ITEMS_SHOW_TAX))
            values.keySet()
                    .removeIf(name -> portal.state().property(item.type(), name).isEmpty());
        return values;
    }

    /// `discount` is per unit; a percentage takes its place.
    private static BigDecimal discount(CrmRecord item, BigDecimal gross) {
        var percentage = decimal(item, "hs_discount_percentage").orElse(BigDecimal.ZERO);
        if (percentage.signum() != 0) return gross.multiply(percentage).movePointLeft(2);
        var quantity = decimal(item, "quantity").orElse(BigDecimal.ONE);
        return decimal(item, "discount").orElse(BigDecimal.ZERO).multiply(quantity);
    }

    static Optional<BigDecimal> decimal(CrmRecord record, String property) {
        return record.value(property).map(BigDecimal::new);
    }

    static String plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
