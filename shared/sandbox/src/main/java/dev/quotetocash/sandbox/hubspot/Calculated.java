package dev.quotetocash.sandbox.hubspot;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The values that HubSpot works out itself (section 15).
final class Calculated {

    private final Portal portal;
    private final Associations associations;

    Calculated(Portal portal, Associations associations) {
        this.portal = portal;
        this.associations = associations;
    }

    /// All calculated values of a record; the empty string for one that has none.
    Map<String, String> of(CrmRecord record) {
        return switch (record.type()) {
            case DEAL -> deal(record);
            case LINE_ITEM -> lineItem(record);
            case CONTACT, COMPANY, PRODUCT -> Map.of();
        };
    }

    /// The sum of a deal's line items; empty without any.
    Optional<BigDecimal> lineItemTotal(String dealId) {
        return associations.of(ObjectType.DEAL, dealId, ObjectType.LINE_ITEM).stream()
                .flatMap(neighbour -> portal.state().live(ObjectType.LINE_ITEM, neighbour.id()).stream())
                .map(item -> decimal(item, "amount").orElse(BigDecimal.ZERO))
                .reduce(BigDecimal::add);
    }

    private Map<String, String> deal(CrmRecord deal) {
        var stage = deal.value("dealstage").flatMap(portal.state()::dealStage);
        var closed = stage.filter(Pipeline.Stage::isClosed).isPresent();
        var won = stage.filter(Pipeline.Stage::isWon).isPresent();
        var items = associations.of(ObjectType.DEAL, deal.id(), ObjectType.LINE_ITEM);
        var values = new LinkedHashMap<String, String>();
        values.put("hs_is_closed", Boolean.toString(closed));
        values.put("hs_is_closed_won", Boolean.toString(won));
        values.put("hs_is_closed_lost", Boolean.toString(closed && !won));
        values.put("hs_num_of_associated_line_items", Integer.toString(items.size()));
        var home = inHomeCurrency(deal);
        values.put("amount_in_home_currency", home);
        values.put("hs_deal_amount_in_home_currency", home);
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
        return values;
    }

    /// `discount` is per unit; a percentage takes its place.
    private static BigDecimal discount(CrmRecord item, BigDecimal gross) {
        var percentage = decimal(item, "hs_discount_percentage").orElse(BigDecimal.ZERO);
        if (percentage.signum() != 0) return gross.multiply(percentage).movePointLeft(2);
        var quantity = decimal(item, "quantity").orElse(BigDecimal.ONE);
        return decimal(item, "discount").orElse(BigDecimal.ZERO).multiply(quantity);
    }

    private static Optional<BigDecimal> decimal(CrmRecord record, String property) {
        return record.value(property).map(BigDecimal::new);
    }

    static String plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
