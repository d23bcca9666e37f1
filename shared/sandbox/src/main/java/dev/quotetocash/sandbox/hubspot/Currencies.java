package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The account's currencies, and the endpoints under `/settings/currencies` (section 2).
final class Currencies {

    private static final List<String> SUPPORTED = List.of(
            "AUD", "CAD", "CHF", "DKK", "EUR", "GBP", "INR", "JPY", "NOK", "NZD", "PLN", "SEK", "SGD", "USD", "ZAR");
    private static final Map<String, String> TO_POUNDS = Map.of("EUR", "0.85", "USD", "0.78");

    private final HubSpotSettings settings;
    private final Instant createdAt;

    Currencies(HubSpotSettings settings, Instant createdAt) {
        this.settings = settings;
        this.createdAt = createdAt;
    }

    static List<String> of(HubSpotSettings settings) {
        var all = new ArrayList<String>();
        all.add(settings.companyCurrency());
        all.addAll(settings.additionalCurrencies());
        return all;
    }

    /// Units of the company currency for one unit of `currency`.
    static BigDecimal rate(HubSpotSettings settings, String currency) {
        if (currency.equals(settings.companyCurrency())) return BigDecimal.ONE;
        return new BigDecimal(TO_POUNDS.getOrDefault(currency, "1"));
    }

    SimResponse company(Call call) {
        var at = Times.format(createdAt);
        return call.json(
                200,
                Json.object()
                        .put("id", "1")
                        .put("currencyCode", settings.companyCurrency())
                        .put("createdAt", at)
                        .put("updatedAt", at));
    }

    SimResponse exchangeRates(Call call) {
        var at = Times.format(createdAt);
        var results = Json.array();
        for (var currency : settings.additionalCurrencies()) {
            results.addObject()
                    .put("id", Integer.toString(results.size()))
                    .put("fromCurrencyCode", currency)
                    .put("toCurrencyCode", settings.companyCurrency())
                    .put("conversionRate", rate(settings, currency))
                    .put("visibleInUI", true)
                    .put("effectiveAt", at)
                    .put("createdAt", at)
                    .put("updatedAt", at);
        }
        return call.results(results);
    }

    SimResponse codes(Call call) {
        var results = Json.array();
        for (var code : SUPPORTED) {
            results.addObject()
                    .put("currencyCode", code)
                    .put("currencyName", Currency.getInstance(code).getDisplayName(Locale.ENGLISH));
        }
        return call.results(results);
    }
}
