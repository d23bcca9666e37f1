package dev.quotetocash.sync;

/// A deal's record id, unique within its portal.
public record HubSpotDealId(String value) {
    public HubSpotDealId {
        Ids.requireToken("deal id", value);
    }

    public RecordRef ref() {
        return new RecordRef("hubspot", "deal", value);
    }
}
