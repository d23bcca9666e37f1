package dev.quotetocash.sandbox.prove;

import java.util.List;

/// Mistakes by which a change is never heard of.
final class BrokenReading {

    private BrokenReading() {}

    /// Pages of five, so that a run of a few dozen invoices has many.
    private static final List<Edit> SWEEPS_ALONE = List.of(
            Edit.in(
                    "xero",
                    "XeroClient",
                    "\"page=\" + page + \"&pageSize=\" + PAGE_SIZE",
                    "\"page=\" + page + \"&pageSize=\" + 2"),
            Edit.in("xero", "XeroClient", "InvoiceJson.page(body, page, PAGE_SIZE)", "InvoiceJson.page(body, page, 2)"),
            // Nobody else tells of what a sweep has missed.
            Edit.in(
                    "sandbox",
                    "prove/Mishaps",
                    "vendors.xeroWebhooks.chances(some);",
                    "vendors.xeroWebhooks.lose(true);"));

    static final List<Broken> ALL = List.of(
            Broken.of(
                    "mark set to now",
                    Edit.in(
                            "engine",
                            "InvoicePoller",
                            "mark = mark.advancedTo(last.get(), at);",
                            "mark = new HighWaterMark(clock.instant());")),
            Broken.of(
                    "mark without a trail",
                    Edit.in("sync", "HighWaterMark", "var safe = repliedAt.minus(TRAIL);", "var safe = repliedAt;")),
            Broken.of(
                    "mark without overlap",
                    Edit.in(
                            "engine",
                            "HubSpotSweep",
                            "return mark.minus(daily ? DAILY_OVERLAP : OVERLAP);",
                            "return daily && mark.equals(activatedAt) ? mark.minus(OVERLAP) : mark;")),
            new Broken(
                    "page shift in a sweep",
                    SWEEPS_ALONE,
                    List.of(Edit.in(
                            "engine",
                            "InvoicePoller",
                            "page = lastSecond.equals(since) ? page + 1 : 1;",
                            "page = page + 1;"))));
}
