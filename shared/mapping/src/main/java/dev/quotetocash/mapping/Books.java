package dev.quotetocash.mapping;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/// What an invoice of the Xero organisation may use: the active accounts that take revenue, the active tax types
/// that apply to revenue with their rates in percent, and the currencies that it has subscribed to.
public record Books(Set<String> accounts, Map<String, BigDecimal> taxRates, Set<String> currencies) {}
