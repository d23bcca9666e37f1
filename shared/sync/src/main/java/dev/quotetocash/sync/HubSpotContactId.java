package dev.quotetocash.sync;

/// A contact record's id in HubSpot, unique within its portal.
public record HubSpotContactId(String value) {
    public HubSpotContactId {
        Ids.requireToken("contact id", value);
    }

    public RecordRef ref() {
        return new RecordRef("hubspot", "contact", value);
    }
}
