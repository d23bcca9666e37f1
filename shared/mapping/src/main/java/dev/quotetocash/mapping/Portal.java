package dev.quotetocash.mapping;

import java.util.Map;
import java.util.Set;

/// What the HubSpot account looks like: which stages count as won in which pipeline, the currency of amounts
/// without one, and the installation that owns the portal (the description of `xero_invoice_slots`; empty before
/// set-up).
public record Portal(Map<String, Set<String>> wonStages, CurrencyCode companyCurrency, String installation) {

    public boolean isWon(String pipeline, String stage) {
        return wonStages.getOrDefault(pipeline, Set.of()).contains(stage);
    }
}
