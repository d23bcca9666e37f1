package dev.quotetocash.sandbox.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The webhooks of a queue, numbered in the order in which they were made: those that are open, and the last
/// of those that are done.
final class WebhookBook {

    private static final int DONE_MAX = 10_000;

    private final Map<Long, Webhook> open = new LinkedHashMap<>();
    private final Map<Long, Webhook> done = new LinkedHashMap<>();
    private long nextId = 1;

    long nextId() {
        return nextId++;
    }

    void put(Webhook webhook) {
        open.put(webhook.id(), webhook);
    }

    void remove(Webhook webhook) {
        open.remove(webhook.id());
    }

    void finish(Webhook webhook) {
        open.remove(webhook.id());
        done.put(webhook.id(), webhook);
        if (done.size() > DONE_MAX) done.remove(done.keySet().iterator().next());
    }

    void clear() {
        open.clear();
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
        return (int)
                open.values().stream().filter(webhook -> !webhook.isWaiting()).count();
    }

    /// Open and done, in the order in which they were made.
    List<Webhook> all() {
        var all = new ArrayList<>(done.values());
        all.addAll(open.values());
        all.sort(java.util.Comparator.comparingLong(Webhook::id));
        return all;
    }
}
