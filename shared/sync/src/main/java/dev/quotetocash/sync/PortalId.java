package dev.quotetocash.sync;

/// A HubSpot account.
public record PortalId(String value) {
    public PortalId {
        Ids.requireToken("portal id", value);
    }
}
