package dev.quotetocash.sync;

/// A Xero organisation.
public record TenantId(String value) {
    public TenantId {
        Ids.requireToken("tenant id", value);
    }
}
