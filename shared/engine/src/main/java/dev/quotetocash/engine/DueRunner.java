package dev.quotetocash.engine;

import dev.quotetocash.sync.LinkKey;
import java.time.Duration;
import java.time.InstantSource;

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
        var due = links.due(now.minus(GRACE), LINKS_MAX).stream()
                .map(LinkKey::value)
                .toList();
        if (!due.isEmpty()) notices.enqueue(Notice.chunks(Notice.Kind.LINK, due, "due", now), Duration.ZERO);
        return due.size();
    }
}
