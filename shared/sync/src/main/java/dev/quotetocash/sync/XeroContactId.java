package dev.quotetocash.sync;

/// The GUID of a Xero contact.
public record XeroContactId(String value) {
    public XeroContactId {
        Ids.requireToken("Xero contact id", value);
    }

    public RecordRef ref() {
        return new RecordRef("xero", "contact", value);
    }
}
