package dev.quotetocash.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// One line as it is sent: quantity and unit price with at most 4 decimals, a discount, and where it is booked.
public record InvoiceLine(
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Discount discount,
        String accountCode,
        String taxType) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Quantity times price less discount, before tax is added or taken out.
    public CurrencyAmount amount(CurrencyCode currency) {
        return switch (discount) {
            case Discount.None() -> new CurrencyAmount(gross(), currency);
            case Discount.Percent(BigDecimal rate) ->
                new CurrencyAmount(gross().multiply(HUNDRED.subtract(rate)).divide(HUNDRED), currency);
            case Discount.PerUnit(BigDecimal off) ->
                new CurrencyAmount(unitPrice.subtract(off).multiply(quantity), currency);
        };
    }

    /// Xero takes an amount off the whole line, in whole coins. This is the one that leaves exactly [#amount],
    /// which a rounded quantity times discount would miss by a coin at times.
    public CurrencyAmount discountAmount(CurrencyCode currency) {
        return new CurrencyAmount(gross(), currency).minus(amount(currency));
    }

    /// The tax on the line at a rate in percent: rounded half up for each line, as Xero does.
    public CurrencyAmount tax(CurrencyCode currency, BigDecimal rate, LineAmounts mode) {
        var amount = amount(currency).value();
        return switch (mode) {
            case NO_TAX -> CurrencyAmount.zero(currency);
            case EXCLUSIVE -> new CurrencyAmount(amount.multiply(rate).divide(HUNDRED), currency);
            case INCLUSIVE ->
                new CurrencyAmount(
                        amount.multiply(rate).divide(HUNDRED.add(rate), currency.minorDigits(), RoundingMode.HALF_UP),
                        currency);
        };
    }

    private BigDecimal gross() {
        return quantity.multiply(unitPrice);
    }
}
