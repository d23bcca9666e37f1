package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One SQS standard queue and its event source mapping: at least once, in any order, with delays, visibility,
/// receive counts and a dead-letter queue, and at most two invocations at a time. What an invocation does not
/// finish comes again when its visibility ends.
final class VirtualQueue {

    static final int BATCH_MAX = 10;

    private static final Duration VISIBILITY = Duration.ofSeconds(730);
    private static final int RECEIVES_MAX = 5;
    private static final int CONCURRENT_MAX = 2;
    private static final int AGAIN = 2_000;

    private final Clockwork clockwork;
    private final Chance chance;
    private final Events events;
    private final Coverage coverage;
    private final String name;
    private final Workers workers;
    private final Map<Long, Message> messages = new LinkedHashMap<>();
    private final List<Notice> deadLetters = new ArrayList<>();
    private long sent;
    private int underWay;
    private boolean stopped;

    /// Starts an invocation for a batch, and tells which ids are done once it has ended: none, if it died.
    interface Workers {
        void invoke(List<Message> batch, Consumer<List<Long>> ended);
    }

    record Message(long id, Notice notice, Instant visibleAt, int receives) {}

    VirtualQueue(
            Clockwork clockwork, Chance chance, Events events, Coverage coverage, String name, Workers workers) {
        this.clockwork = clockwork;
        this.chance = chance;
        this.events = events;
        this.coverage = coverage;
        this.name = name;
        this.workers = workers;
        coverage.expect("redelivered by " + name);
    }

    void send(Notice notice, Duration delay) {
        var visibleAt = clockwork.instant().plus(delay);
        put(new Message(sent++, notice, visibleAt, 0));
    }

    /// Nothing is taken any more, or again.
    void stop(boolean stop) {
        stopped = stop;
        if (!stop) clockwork.at(clockwork.instant(), this::poll);
    }

    List<Message> messages() {
        return List.copyOf(messages.values());
    }

    List<Notice> deadLetters() {
        return List.copyOf(deadLetters);
    }

    private void put(Message message) {
        messages.put(message.id(), message);
        clockwork.at(message.visibleAt().plus(chance.between(Duration.ZERO, Duration.ofMillis(200))), this::poll);
    }

    private void poll() {
        while (!stopped && underWay < CONCURRENT_MAX) {
            var batch = receive();
            if (batch.isEmpty()) return;
            underWay++;
            workers.invoke(batch, this::ended);
        }
    }

    private List<Message> receive() {
        var now = clockwork.instant();
        var visible = new ArrayList<Message>();
        for (var message : List.copyOf(messages.values())) {
            if (message.visibleAt().isAfter(now)) continue;
            if (message.receives() < RECEIVES_MAX) {
                visible.add(message);
            } else {
                messages.remove(message.id());
                deadLetters.add(message.notice());
            }
        }
        while (visible.size() > BATCH_MAX) visible.remove(chance.below(visible.size()));
        for (var at = visible.size() - 1; at > 0; at--) Collections.swap(visible, at, chance.below(at + 1));
        for (var message : visible) {
            put(new Message(message.id(), message.notice(), now.plus(VISIBILITY), message.receives() + 1));
        }
        return visible;
    }

    private void ended(List<Long> done) {
        underWay--;
        for (var id : done) {
            var message = messages.remove(id);
            if (message != null && chance.happens(AGAIN) && events.fault("redelivered: " + name + " " + id)) {
                coverage.count("redelivered by " + name);
                put(new Message(sent++, message.notice(), clockwork.instant(), 0));
            }
        }
        clockwork.at(clockwork.instant(), this::poll);
    }
}
