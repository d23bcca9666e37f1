package dev.quotetocash.sync;

/// A line item record's id in HubSpot, unique within its portal.
public record HubSpotLineItemId(String value) {
    public HubSpotLineItemId {
        Ids.requireToken("line item id", value);
    }

    public RecordRef ref() {
        return new RecordRef("hubspot", "line_item", value);
    }
}
