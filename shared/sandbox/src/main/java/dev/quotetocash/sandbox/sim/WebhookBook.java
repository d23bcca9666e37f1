package dev.quotetocash.sandbox.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The webhooks of a queue, numbered in the order in which they were made: those that are open, and the last
/// of those that are done. Nothing that a delivery needs walks through all of them.
final class WebhookBook {

    private static final int DONE_MAX = 10_000;

    /// Open and done.
    private final NavigableMap<Long, Webhook> all = new TreeMap<>();

    private final Map<Long, Webhook> open = new HashMap<>();
    private final NavigableMap<Long, Webhook> probes = new TreeMap<>();
    private final Set<Long> underWay = new HashSet<>();
    private final WaitingWebhooks waitingProbes = new WaitingWebhooks();
    private final WaitingWebhooks waiting = new WaitingWebhooks();

    /// In the order in which they were done.
    private final Deque<Long> done = new ArrayDeque<>();

    private long nextId = 1;

    long nextId() {
        return nextId++;
    }

    void put(Webhook webhook) {
        var old = open.put(webhook.id(), webhook);
        if (old != null && old.isWaiting()) line(old).remove(old);
        all.put(webhook.id(), webhook);
        underWay.remove(webhook.id());
        if (webhook.isProbe()) probes.put(webhook.id(), webhook);
        if (webhook.isWaiting()) line(webhook).add(webhook);
        else underWay.add(webhook.id());
    }

    void remove(Webhook webhook) {
        close(webhook);
        all.remove(webhook.id());
    }

    void finish(Webhook webhook) {
        close(webhook);
        all.put(webhook.id(), webhook);
        done.add(webhook.id());
        if (done.size() > DONE_MAX) all.remove(done.remove());
    }

    void clear() {
        all.clear();
        open.clear();
        probes.clear();
        underWay.clear();
        waitingProbes.clear();
        waiting.clear();
        done.clear();
    }

    Optional<Webhook> open(long id) {
        return Optional.ofNullable(open.get(id));
    }

    int open() {
        return open.size();
    }

    /// The open ones. A copy, so that whoever walks through it may change the book.
    List<Webhook> probes() {
        return List.copyOf(probes.values());
    }

    WaitingWebhooks waitingProbes() {
        return waitingProbes;
    }

    /// All but the probes.
    WaitingWebhooks waiting() {
        return waiting;
    }

    int underWay() {
        return underWay.size();
    }

    /// Open and done, in the order in which they were made.
    List<Webhook> all() {
        return List.copyOf(all.values());
    }

    /// The last of them, in the order in which they were made.
    List<Webhook> last(int count) {
        var last = new ArrayList<Webhook>();
        for (var webhook : all.descendingMap().values()) {
            if (last.size() == count) break;
            last.add(webhook);
        }
        Collections.reverse(last);
        return last;
    }

    private void close(Webhook webhook) {
        var old = open.remove(webhook.id());
        if (old == null) return;
        probes.remove(old.id());
        underWay.remove(old.id());
        if (old.isWaiting()) line(old).remove(old);
    }

    private WaitingWebhooks line(Webhook webhook) {
        return webhook.isProbe() ? waitingProbes : waiting;
    }
}
