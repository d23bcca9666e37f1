package dev.quotetocash.mapping;

import java.time.ZoneId;

/// The Xero organisation itself: its base currency, the zone of its calendar, and the part of Xero's own addresses
/// that names it.
public record Organisation(CurrencyCode baseCurrency, ZoneId zone, String shortCode) {}
