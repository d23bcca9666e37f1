package dev.quotetocash.mapping;

import dev.quotetocash.sync.Cause;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// From a HubSpot line item to an invoice line. Texts that are not numbers, and numbers that no invoice line can
/// hold, block.
sealed interface LineMapping {

    record Mapped(InvoiceLine line) implements LineMapping {}

    record Blocked(Unmappable why) implements LineMapping {}

    /// Xero's limits: docs/reference/xero-api.md, 6.1 and 8.
    int DECIMALS_MAX = 4;

    BigDecimal LINE_AMOUNT_MAX = new BigDecimal("9999999999.99");
    int DESCRIPTION_MAX = 4000;
    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static LineMapping of(LineItem item, CurrencyCode currency, MappingSettings settings, Books books) {
        var label = item.name().orElse("without a name");
        if (item.currency().filter(other -> !other.equals(currency.value())).isPresent()) {
            return blocked(label, "is in another currency than the deal; correct its currency");
        }
        var quantity = number(item.quantity());
        if (quantity.isEmpty() || quantity.get().signum() <= 0) {
            return blocked(label, "needs a quantity above zero; correct the quantity");
        }
        var price = number(item.price());
        if (price.isEmpty() || price.get().signum() < 0) {
            return blocked(label, "needs a price of zero or more; correct the unit price");
        }
        if (tooFine(quantity.get()) || tooFine(price.get())) {
            return blocked(label, "has more than four decimals; round its price or quantity");
        }
        if (item.discountPercent()
                .flatMap(Decimals::parse)
                .filter(LineMapping::tooFine)
                .isPresent()) {
            return blocked(label, "has a discount with more than four decimals; round it");
        }
        var discount = discount(item, price.get());
        if (discount.isEmpty()) {
            return blocked(label, "has a discount that is not between nothing and its price; correct the discount");
        }
        var taxType = taxType(item, settings);
        if (taxType.isEmpty() || !books.taxRates().containsKey(taxType.get())) {
            var wanted = item.taxRateGroup().orElse(settings.defaultTaxType());
            return new Blocked(new Unmappable(
                    Cause.tax(wanted),
                    "The tax of line \"" + label
                            + "\" is not linked to a tax rate in Xero; ask finance which one to use."));
        }
        var line = new InvoiceLine(
                description(item), quantity.get(), price.get(), discount.get(), settings.accountCode(), taxType.get());
        if (quantity.get().multiply(price.get()).compareTo(LINE_AMOUNT_MAX) > 0) {
            return blocked(label, "is larger than an invoice can hold; correct its price or quantity");
        }
        return new Mapped(line);
    }

    private static Optional<BigDecimal> number(Optional<String> text) {
        return text.flatMap(Decimals::parse);
    }

    private static boolean tooFine(BigDecimal number) {
        return Decimals.decimals(number) > DECIMALS_MAX;
    }

    /// Empty when it cannot be understood. HubSpot keeps a discount either per unit or in percent.
    private static Optional<Discount> discount(LineItem item, BigDecimal price) {
        var percentText = item.discountPercent().filter(text -> !text.isBlank());
        var perUnitText = item.discountPerUnit().filter(text -> !text.isBlank());
        var percent = number(percentText);
        var perUnit = number(perUnitText);
        if (percentText.isPresent() != percent.isPresent() || perUnitText.isPresent() != perUnit.isPresent()) {
            return Optional.empty();
        }
        if (percent.isPresent() && percent.get().signum() != 0) {
            if (perUnit.isPresent() && perUnit.get().signum() != 0) return Optional.empty();
            return percent.get().signum() > 0 && percent.get().compareTo(HUNDRED) <= 0
                    ? Optional.of(new Discount.Percent(percent.get()))
                    : Optional.empty();
        }
        if (perUnit.isPresent() && perUnit.get().signum() != 0) {
            return perUnit.get().signum() > 0 && perUnit.get().compareTo(price) <= 0
                    ? Optional.of(new Discount.PerUnit(perUnit.get()))
                    : Optional.empty();
        }
        return Optional.of(new Discount.None());
    }

    private static Optional<String> taxType(LineItem item, MappingSettings settings) {
        return item.taxRateGroup()
                .map(id -> Optional.ofNullable(settings.taxTypes().get(id)))
                .orElse(Optional.of(settings.defaultTaxType()));
    }

    private static String description(LineItem item) {
        var text = Stream.concat(item.name().stream(), item.description().stream())
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        return Texts.cut(text, DESCRIPTION_MAX);
    }

    private static LineMapping blocked(String label, String problem) {
        return new Blocked(new Unmappable(Cause.MAPPING, "Line \"" + label + "\" " + problem + "."));
    }
}
