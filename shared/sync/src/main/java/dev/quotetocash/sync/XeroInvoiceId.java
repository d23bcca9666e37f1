package dev.quotetocash.sync;

/// The GUID of a Xero invoice.
public record XeroInvoiceId(String value) {
    public XeroInvoiceId {
        Ids.requireToken("Xero invoice id", value);
    }

    public RecordRef ref() {
        return new RecordRef("xero", "invoice", value);
    }
}
