package dev.quotetocash.engine;

import dev.quotetocash.mapping.DealStatus;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Picks up changes of invoices that no webhook told of, from a high-water mark, and invoices that carry our mark
/// and are not linked: one of them may be one too many. It reads by keyset: always
/// page 1, the next call from the last row's second, page numbers only inside one second, because rows that
/// change while paging move between pages.
public final class InvoicePoller {

    /// The sweep's name in the table of high-water marks.
    public static final String SWEEP = "invoice#xero";

    private static final int CALLS_MAX = 50;

    private final XeroGateway xero;
    private final PortalId portal;
    private final Links links;
    private final Marks marks;
    private final Notices notices;
    private final InstantSource clock;

    public InvoicePoller(
            XeroGateway xero, PortalId portal, Links links, Marks marks, Notices notices, InstantSource clock) {
        this.xero = xero;
        this.portal = portal;
        this.links = links;
        this.marks = marks;
        this.notices = notices;
        this.clock = clock;
    }

    /// `queued` counts changed invoices of ours, and those that may be one too many; `sinceLast` is how long ago
    /// the sweep before this one completed.
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
        var known =
                links.atAll(changes.stream().map(change -> change.id().ref()).toList());
        var changed = known.stream()
                .filter(link -> link.identity() instanceof Identity.Linked)
                .filter(link -> !settled(link, modifiedAt))
                .map(InvoicePoller::invoiceId)
                .toList();
        if (!changed.isEmpty()) {
            notices.enqueue(Notice.chunks(Notice.Kind.XERO_INVOICE, changed, "sweep", now), Duration.ZERO);
        }
        var suspects = suspects(changes, known);
        if (!suspects.isEmpty()) {
            notices.enqueue(Notice.chunks(Notice.Kind.SURPLUS, suspects, "sweep", now), Duration.ZERO);
        }
        return changed.size() + suspects.size();
    }

    /// Rows that carry a mark of ours and are no link's own invoice. Only they cost another look into the store.
    private List<String> suspects(List<XeroGateway.Change> changes, List<Link> known) {
        var own = known.stream()
                .flatMap(link -> link.identity().record("xero", "invoice").stream())
                .collect(Collectors.toSet());
        var marked = new LinkedHashMap<XeroGateway.Change, LinkKey>();
        for (var change : changes) {
            if (own.contains(change.id().ref())) continue;
            XeroInvoice.marker(change.url())
                    .flatMap(marker -> Slot.marked(portal, marker))
                    .ifPresent(slot -> marked.put(change, slot.key()));
        }
        if (marked.isEmpty()) return List.of();
        var links = this.links.getAll(List.copyOf(marked.values())).stream()
                .collect(Collectors.toMap(Link::key, Function.identity()));
        return marked.entrySet().stream()
                .filter(entry -> isNews(entry.getKey(), Optional.ofNullable(links.get(entry.getValue()))))
                .map(entry -> new Suspicion(entry.getValue(), entry.getKey().id()).wire())
                .distinct()
                .toList();
    }

    private static boolean isNews(XeroGateway.Change change, Optional<Link> link) {
        return Suspects.of(link.map(Link::baseline).orElse(Baseline.NONE))
                .isNews(
                        change,
                        link.filter(stored -> stored.identity() instanceof Identity.Linked)
                                .isPresent());
    }

    private static boolean settled(Link link, Map<String, Instant> modifiedAt) {
        var at = modifiedAt.get(invoiceId(link));
        return at != null && link.hasSettled("xero", at.toString(), DealStatus.MAPPING_HASH);
    }

    private static String invoiceId(Link link) {
        return link.identity().record("xero", "invoice").orElseThrow().id();
    }
}
