package dev.quotetocash.sandbox.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The webhooks of a queue, numbered in the order in which they were made: those that are open, and the last
/// of those that are done.
final class WebhookBook {

    private static final int DONE_MAX = 10_000;

    private final Map<Long, Webhook> open = new LinkedHashMap<>();
    private final Set<Long> underWay = new HashSet<>();
    private final Map<Long, Webhook> done = new LinkedHashMap<>();
    private long nextId = 1;

    long nextId() {
        return nextId++;
    }

    void put(Webhook webhook) {
        open.put(webhook.id(), webhook);
        if (webhook.isWaiting()) underWay.remove(webhook.id());
        else underWay.add(webhook.id());
    }

    void remove(Webhook webhook) {
        open.remove(webhook.id());
        underWay.remove(webhook.id());
    }

    void finish(Webhook webhook) {
        remove(webhook);
        done.put(webhook.id(), webhook);
        if (done.size() > DONE_MAX) done.remove(done.keySet().iterator().next());
    }

    void clear() {
        open.clear();
        underWay.clear();
        done.clear();
    }

    Optional<Webhook> open(long id) {
        return Optional.ofNullable(open.get(id));
    }

    /// A copy, so that whoever walks through it may change the book.
    List<Webhook> open() {
        return List.copyOf(open.values());
    }

    Stream<Webhook> waiting() {
        return open.values().stream().filter(Webhook::isWaiting);
    }

    int underWay() {
        return underWay.size();
    }

    /// Open and done, in the order in which they were made.
    List<Webhook> all() {
        var all = new ArrayList<>(done.values());
        all.addAll(open.values());
        all.sort(java.util.Comparator.comparingLong(Webhook::id));
        return all;
    }
}
