package dev.quotetocash.mapping;

import java.util.Currency;

/// An ISO 4217 code, upper case.
public record CurrencyCode(String value) {

    /// Fails with an [IllegalArgumentException] on anything that is not a currency.
    public CurrencyCode {
        Currency.getInstance(value);
    }

    /// Decimals of its smallest coin: 2 for GBP, 0 for JPY, 3 for KWD.
    public int minorDigits() {
        return Currency.getInstance(value).getDefaultFractionDigits();
    }

    @Override
    public String toString() {
        return value;
    }
}
