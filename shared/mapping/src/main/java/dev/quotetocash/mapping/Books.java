package dev.quotetocash.mapping;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/// What the Xero organisation offers: its base currency, the zone of its calendar, the active accounts that take
/// revenue, the active tax types that apply to revenue with their rates in percent, and the currencies it has
/// subscribed to. `shortCode` is the part of Xero's own addresses that names the organisation.
public record Books(
        CurrencyCode baseCurrency,
        ZoneId zone,
        String shortCode,
        Set<String> accounts,
        Map<String, BigDecimal> taxRates,
        Set<String> currencies) {}
