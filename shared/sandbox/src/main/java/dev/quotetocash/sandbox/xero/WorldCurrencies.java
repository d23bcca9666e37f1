package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The currencies that an organisation can subscribe to, with the rate of the day against the pound.
final class WorldCurrencies {

    private static final int RATE_SCALE = 6;

    private static final List<Books.Currency> PER_POUND = List.of(
            currency("GBP", "British Pound", "1"),
            currency("EUR", "Euro", "1.146210"),
            currency("USD", "United States Dollar", "1.312480"),
            currency("AUD", "Australian Dollar", "2.014320"),
            currency("NZD", "New Zealand Dollar", "2.289410"),
            currency("SGD", "Singapore Dollar", "1.706150"),
            currency("CAD", "Canadian Dollar", "1.842070"),
            currency("CHF", "Swiss Franc", "1.061730"),
            currency("SEK", "Swedish Krona", "12.571900"),
            currency("JPY", "Japanese Yen", "204.180000"));

    private WorldCurrencies() {}

    /// What a new organisation is subscribed to: its own currency, the euro and the dollar (the pound in the
    /// US).
    static List<Books.Currency> subscribed(Region region) {
        var base = region.currency();
        var third = base.equals("USD") ? "GBP" : "USD";
        return Stream.of(base, "EUR", third)
                .flatMap(code -> known(code, base).stream())
                .toList();
    }

    /// A currency with its rate in units per unit of `base`; empty if there is none of that code.
    static Optional<Books.Currency> known(String code, String base) {
        return perPound(code).flatMap(currency -> perPound(base).map(home -> against(currency, home)));
    }

    private static Books.Currency against(Books.Currency currency, Books.Currency home) {
        if (currency.equals(home)) return new Books.Currency(currency.code(), currency.description(), BigDecimal.ONE);
        var rate = currency.rate().divide(home.rate(), RATE_SCALE, RoundingMode.HALF_UP);
        return new Books.Currency(currency.code(), currency.description(), rate);
    }

    private static Optional<Books.Currency> perPound(String code) {
        return PER_POUND.stream()
                .filter(currency -> currency.code().equals(code))
                .findFirst();
    }

    private static Books.Currency currency(String code, String description, String rate) {
        return new Books.Currency(code, description, new BigDecimal(rate));
    }
}
