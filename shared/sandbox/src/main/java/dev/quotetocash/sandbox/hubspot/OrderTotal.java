package dev.quotetocash.sandbox.hubspot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// What the line items of a deal, quote or invoice come to. Discounts, fees and taxes of the whole order apply in
/// this order, each to what the kind before has left (section 15.2).
final class OrderTotal {

    private static final int CENTS = 2;

    private final Associations associations;

    OrderTotal(Associations associations) {
        this.associations = associations;
    }

    /// Empty without line items.
    Optional<BigDecimal> ofItems(CrmRecord order) {
        return associations.records(order.type(), order.id(), ObjectType.LINE_ITEM).stream()
                .map(item -> Calculated.decimal(item, "amount").orElse(BigDecimal.ZERO))
                .reduce(BigDecimal::add);
    }

    /// With what applies to the whole order.
    Optional<BigDecimal> adjusted(CrmRecord order) {
        return ofItems(order).map(items -> {
            var total = items;
            for (var kind : List.of(ObjectType.DISCOUNT, ObjectType.FEE, ObjectType.TAX))
                total = adjusted(order, kind, total);
            return total;
        });
    }

    private BigDecimal adjusted(CrmRecord order, ObjectType kind, BigDecimal before) {
        var change = associations.records(order.type(), order.id(), kind).stream()
                .map(one -> amount(one, before))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return kind.equals(ObjectType.DISCOUNT) ? before.subtract(change) : before.add(change);
    }

    private static BigDecimal amount(CrmRecord adjustment, BigDecimal base) {
        var value = Calculated.decimal(adjustment, "hs_value").orElse(BigDecimal.ZERO);
        var isPercent = adjustment.value("hs_type").filter("PERCENT"::equals).isPresent();
        return isPercent ? base.multiply(value).movePointLeft(2).setScale(CENTS, RoundingMode.HALF_UP) : value;
    }
}
