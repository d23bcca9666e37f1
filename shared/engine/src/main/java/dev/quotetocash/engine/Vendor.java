package dev.quotetocash.engine;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// The two systems that are kept in agreement.
public enum Vendor {
    HUBSPOT("HubSpot", Optional.empty()),
    XERO("Xero", Optional.of(Duration.ofDays(60)));

    private final String label;
    private final Optional<Duration> unusedLife;

    Vendor(String label, Optional<Duration> unusedLife) {
        this.label = label;
        this.unusedLife = unusedLife;
    }

    /// As people write it.
    public String label() {
        return label;
    }

    /// How long a refresh token lives that nobody uses, where the vendor sets an end
    /// (docs/reference/xero-api.md, 11.2; docs/reference/hubspot-api.md, 13.1).
    public Optional<Duration> unusedLife() {
        return unusedLife;
    }

    /// As it stands in paths and keys: `xero`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
