package dev.quotetocash.engine;

import java.util.Locale;

/// The two systems that are kept in agreement.
public enum Vendor {
    HUBSPOT("HubSpot"),
    XERO("Xero");

    private final String label;

    Vendor(String label) {
        this.label = label;
    }

    /// As people write it.
    public String label() {
        return label;
    }

    /// As it stands in paths and keys: `xero`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
