package dev.quotetocash.sync;

/// A company record's id in HubSpot, unique within its portal.
public record HubSpotCompanyId(String value) {
    public HubSpotCompanyId {
        Ids.requireToken("company id", value);
    }

    public RecordRef ref() {
        return new RecordRef("hubspot", "company", value);
    }
}
