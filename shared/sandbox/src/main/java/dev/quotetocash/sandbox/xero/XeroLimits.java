package dev.quotetocash.sandbox.xero;

/// Calls allowed per tenant and app in a minute and in a day, per app in a minute over all tenants, and at the
/// same time (reference section 12). `rapidSync` lifts minute and day for a connection's first thirty minutes;
/// `rows` is how many records a list may look at without paging or with unoptimised filters (section 1.5).
public record XeroLimits(int perMinute, int perDay, int perAppMinute, int concurrent, boolean rapidSync, int rows) {

    private static final int CONCURRENT = 5;
    private static final int ROWS = 100_000;
    private static final int CUSTOM = 5_000;
    private static final int NO_LIMIT = 1_000_000;

    public XeroLimits {
        if (Math.min(Math.min(perMinute, perDay), Math.min(perAppMinute, concurrent)) < 1 || rows < 1) {
            throw new IllegalArgumentException("a limit must be 1 or more");
        }
    }

    public XeroLimits(int perMinute, int perDay, int perAppMinute) {
        this(perMinute, perDay, perAppMinute, CONCURRENT, false, ROWS);
    }

    /// With the daily calls that a custom connection may have instead (UNCONFIRMED, section 11.5).
    XeroLimits ofCustomConnection() {
        return new XeroLimits(perMinute, Math.max(perDay, CUSTOM), perAppMinute, concurrent, rapidSync, rows);
    }

    /// The Starter plan.
    public static XeroLimits starter() {
        return new XeroLimits(60, 1_000, 10_000);
    }

    /// Core and above.
    public static XeroLimits core() {
        return new XeroLimits(60, 5_000, 10_000);
    }

    /// For tests of something else.
    public static XeroLimits generous() {
        return new XeroLimits(NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT, false, ROWS);
    }

    /// As on Plus and above.
    public XeroLimits withRapidSync() {
        return new XeroLimits(perMinute, perDay, perAppMinute, concurrent, true, rows);
    }

    public XeroLimits withRows(int most) {
        return new XeroLimits(perMinute, perDay, perAppMinute, concurrent, rapidSync, most);
    }
}
