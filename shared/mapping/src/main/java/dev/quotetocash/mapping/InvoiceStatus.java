package dev.quotetocash.mapping;

/// Xero's own states of an invoice; a part payment leaves it AUTHORISED, and there is no overdue.
public enum InvoiceStatus {
    DRAFT,
    SUBMITTED,
    AUTHORISED,
    PAID,
    VOIDED,
    DELETED;

    /// Voided and deleted ones are final, and nobody owes them.
    public boolean isLive() {
        return this != VOIDED && this != DELETED;
    }
}
