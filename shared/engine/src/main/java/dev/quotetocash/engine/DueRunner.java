package dev.quotetocash.engine;

import dev.quotetocash.sync.LinkKey;
import java.time.Duration;
import java.util.ArrayList;

/// Enqueues work whose time has come. Work that is due soon has a delayed message of its own; this catches what
/// waits longer than a queue can hold, and what a lost message left behind. Calls no vendor.
public final class DueRunner {

    /// The delayed message has this long before it counts as lost.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int LINKS_MAX = 500;
    private static final int PER_NOTICE = 50;

    private final Ports ports;

    public DueRunner(Ports ports) {
        this.ports = ports;
    }

    /// How many links were enqueued. More than [#LINKS_MAX] take more than one run.
    public int run() {
        var now = ports.clock().instant();
        var due = ports.links().due(now.minus(GRACE), LINKS_MAX).stream()
                .map(LinkKey::value)
                .toList();
        var notices = new ArrayList<Notice>();
        for (var from = 0; from < due.size(); from += PER_NOTICE) {
            var keys = due.subList(from, Math.min(from + PER_NOTICE, due.size()));
            notices.add(new Notice(Notice.Kind.LINK, keys, "due", now, 0));
        }
        if (!notices.isEmpty()) ports.notices().enqueue(notices, Duration.ZERO);
        return due.size();
    }
}
