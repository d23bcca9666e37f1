package dev.quotetocash.engine;

import dev.quotetocash.mapping.DealStatus;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Picks up changes of invoices that no webhook told of, from a high-water mark. It reads by keyset: always
/// page 1, the next call from the last row's second, page numbers only inside one second, because rows that
/// change while paging move between pages.
public final class InvoicePoller {

    /// The sweep's name in the table of high-water marks.
    public static final String SWEEP = "invoice#xero";

    private static final int CALLS_MAX = 50;

    private final XeroGateway xero;
    private final Links links;
    private final Marks marks;
    private final Notices notices;
    private final InstantSource clock;

    public InvoicePoller(XeroGateway xero, Links links, Marks marks, Notices notices, InstantSource clock) {
        this.xero = xero;
        this.links = links;
        this.marks = marks;
        this.notices = notices;
        this.clock = clock;
    }

    /// `queued` counts changed invoices of ours; `sinceLast` is how long ago the sweep before this one completed.
    public record Swept(boolean completed, int rows, int queued, Optional<Duration> sinceLast) {}

    /// Before activation there is nothing of ours in Xero, so nothing is read.
    public Swept sweep() {
        var now = clock.instant();
        var sinceLast = marks.lastCompleted(SWEEP).or(marks::activatedAt).map(last -> Duration.between(last, now));
        var stored = marks.mark(SWEEP);
        var start = stored.or(() -> marks.activatedAt().map(HighWaterMark::new));
        if (start.isEmpty()) return new Swept(true, 0, 0, sinceLast);

        var mark = start.get();
        var since = mark.at().truncatedTo(ChronoUnit.SECONDS);
        var page = 1;
        var rows = 0;
        var queued = 0;
        for (var call = 0; call < CALLS_MAX; call++) {
            if (!(xero.sweepInvoices(since, page, Lane.SWEEP)
                    instanceof Reply.Ok<XeroGateway.InvoicePage>(var read, var at))) {
                return new Swept(false, rows, queued, sinceLast);
            }
            rows += read.changes().size();
            queued += enqueueChanged(read.changes(), now);
            var last =
                    read.changes().stream().map(XeroGateway.Change::modifiedAt).max(Instant::compareTo);
            // Everything up to here is queued: what comes after may fail without losing the way so far.
            if (last.isPresent()) {
                mark = mark.advancedTo(last.get(), at);
                marks.advance(SWEEP, mark);
            }
            if (!read.full()) {
                marks.completed(SWEEP, clock.instant());
                return new Swept(true, rows, queued, sinceLast);
            }
            var lastSecond = last.orElseThrow().truncatedTo(ChronoUnit.SECONDS);
            page = lastSecond.equals(since) ? page + 1 : 1;
            since = lastSecond;
        }
        return new Swept(false, rows, queued, sinceLast);
    }

    private int enqueueChanged(List<XeroGateway.Change> changes, Instant now) {
        var modifiedAt = new LinkedHashMap<String, Instant>();
        changes.forEach(change -> modifiedAt.put(change.id().value(), change.modifiedAt()));
        var changed = links
                .atAll(changes.stream().map(change -> change.id().ref()).toList())
                .stream()
                .filter(link -> link.identity() instanceof Identity.Linked)
                .filter(link -> !settled(link, modifiedAt))
                .map(InvoicePoller::invoiceId)
                .toList();
        if (!changed.isEmpty()) {
            notices.enqueue(Notice.chunks(Notice.Kind.XERO_INVOICE, changed, "sweep", now), Duration.ZERO);
        }
        return changed.size();
    }

    private static boolean settled(Link link, Map<String, Instant> modifiedAt) {
        var at = modifiedAt.get(invoiceId(link));
        return at != null && link.hasSettled("xero", at.toString(), DealStatus.MAPPING_HASH);
    }

    private static String invoiceId(Link link) {
        return link.identity().record("xero", "invoice").orElseThrow().id();
    }
}
