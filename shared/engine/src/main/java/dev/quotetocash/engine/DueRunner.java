package dev.quotetocash.engine;

import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Enqueues work whose time has come. Work that is due soon has a delayed message of its own; this catches what
/// waits longer than a queue can hold, and what a lost message left behind. Calls no vendor.
public final class DueRunner {

    /// The delayed message has this long before it counts as lost.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int LINKS_MAX = 500;

    private final Links links;
    private final Notices notices;
    private final InstantSource clock;

    public DueRunner(Links links, Notices notices, InstantSource clock) {
        this.links = links;
        this.notices = notices;
        this.clock = clock;
    }

    /// How many links were enqueued. More than [#LINKS_MAX] take more than one run.
    public int run() {
        var now = clock.instant();
        var due = links.due(now.minus(GRACE), LINKS_MAX);
        var invoices = new LinkedHashMap<LinkKey, String>();
        for (var link : links.getAll(due)) waitingInvoice(link).ifPresent(id -> invoices.put(link.key(), id));
        var others = due.stream()
                .filter(key -> !invoices.containsKey(key))
                .map(LinkKey::value)
                .toList();
        enqueue(Notice.Kind.LINK, others, now);
        enqueue(Notice.Kind.XERO_INVOICE, List.copyOf(invoices.values()), now);
        return due.size();
    }

    /// The invoice of a link that waits for nothing but its vendor: those are read many at a time.
    private static Optional<String> waitingInvoice(Link link) {
        return link.identity()
                .record("xero", "invoice")
                .filter(_ -> link.work().cause().filter(Cause.VENDOR::equals).isPresent())
                .map(RecordRef::id);
    }

    private void enqueue(Notice.Kind kind, List<String> ids, Instant now) {
        if (!ids.isEmpty()) notices.enqueue(Notice.chunks(kind, ids, "due", now), Duration.ZERO);
    }
}
