package dev.quotetocash.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount in the smallest coins of its currency. Made by rounding half up, which is what Xero's published
/// example does (docs/reference/xero-api.md, 6.1).
public record CurrencyAmount(BigDecimal value, CurrencyCode currency) {

    public CurrencyAmount {
        value = value.setScale(currency.minorDigits(), RoundingMode.HALF_UP);
    }

    public static CurrencyAmount zero(CurrencyCode currency) {
        return new CurrencyAmount(BigDecimal.ZERO, currency);
    }

    public CurrencyAmount plus(CurrencyAmount other) {
        return new CurrencyAmount(value.add(same(other).value), currency);
    }

    public CurrencyAmount minus(CurrencyAmount other) {
        return new CurrencyAmount(value.subtract(same(other).value), currency);
    }

    /// Digits and point only, with the currency's own number of decimals: `87.74`.
    public String plain() {
        return value.toPlainString();
    }

    @Override
    public String toString() {
        return currency + " " + plain();
    }

    private CurrencyAmount same(CurrencyAmount other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException("amounts in " + currency + " and " + other.currency);
        }
        return other;
    }
}
