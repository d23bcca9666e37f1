package dev.quotetocash.runtime;

/// What is counted or measured, by its name in CloudWatch.
public enum Metric {
    /// A webhook without a valid signature.
    WEBHOOK_REJECTED("WebhookRejected", "Count"),

    /// A webhook with a valid signature that could not be read in full.
    WEBHOOK_MALFORMED("WebhookMalformed", "Count"),

    /// A webhook that could not be queued; the vendor repeats it.
    WEBHOOK_DEFERRED("WebhookDeferred", "Count"),

    /// An event of another account, or of a type that nothing is done about.
    EVENT_UNKNOWN("EventUnknown", "Count"),

    INVOICES_LINKED("InvoicesLinked", "Count"),
    PARKED("Parked", "Count"),
    DEFERRED("Deferred", "Count"),
    DEALS_UPDATED("DealsUpdated", "Count"),
    LOOK_UPS("LookUps", "Count"),
    SURPLUS("SurplusInvoices", "Count"),
    CONNECTION_REFUSED("ConnectionRefused", "Count"),

    /// Since Xero last gave us a refresh token.
    REFRESH_TOKEN_AGE("RefreshTokenAgeSeconds", "Seconds"),

    /// Since a sweep last completed.
    SWEEP_AGE("SweepAgeSeconds", "Seconds");

    private final String wire;
    private final String unit;

    Metric(String wire, String unit) {
        this.wire = wire;
        this.unit = unit;
    }

    public String wire() {
        return wire;
    }

    public String unit() {
        return unit;
    }
}
