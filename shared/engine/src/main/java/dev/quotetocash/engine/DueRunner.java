package dev.quotetocash.engine;

import dev.quotetocash.sync.LinkKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;

/// Enqueues work whose time has come. Work that is due soon has a delayed message of its own; this catches what
/// waits longer than a queue can hold, and what a lost message left behind. Calls no vendor.
public final class DueRunner {

    /// The delayed message has this long before it counts as lost.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int LINKS_MAX = 500;
    private static final int PER_NOTICE = 50;

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
        var enqueued = new ArrayList<Notice>();
        for (var from = 0; from < due.size(); from += PER_NOTICE) {
            var keys = due.subList(from, Math.min(from + PER_NOTICE, due.size()));
            enqueued.add(new Notice(Notice.Kind.LINK, keys, "due", now, 0));
        }
        if (!enqueued.isEmpty()) notices.enqueue(enqueued, Duration.ZERO);
        return due.size();
    }
}
