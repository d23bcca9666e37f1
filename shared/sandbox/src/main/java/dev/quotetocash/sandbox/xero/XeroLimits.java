package dev.quotetocash.sandbox.xero;

/// Calls allowed per tenant and app in a minute and in a day, and per app in a minute over all tenants.
public record XeroLimits(int perMinute, int perDay, int perAppMinute) {

    /// The Starter plan. The daily limit of a custom connection is UNCONFIRMED: this or 5,000.
    public static XeroLimits starter() {
        return new XeroLimits(60, 1_000, 10_000);
    }

    /// For tests of something else.
    public static XeroLimits generous() {
        return new XeroLimits(1_000_000, 1_000_000, 1_000_000);
    }
}
