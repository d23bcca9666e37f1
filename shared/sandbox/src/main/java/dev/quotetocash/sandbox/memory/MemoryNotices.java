package dev.quotetocash.sandbox.memory;

import dev.quotetocash.engine.Notice;
import dev.quotetocash.engine.Notices;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Queues in memory. A message is visible from the time of its sending plus its delay on, and gone when it is
/// taken.
public final class MemoryNotices implements Notices {

    /// `number` counts the messages from 0 in the order of their sending.
    public record Message(Notice notice, Instant visibleAt, long number) {}

    private final List<Message> messages = new ArrayList<>();
    private final InstantSource clock;
    private long sent;

    public MemoryNotices(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void enqueue(List<Notice> notices, Duration delay) {
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("a delay of " + delay + ", over " + DELAY_MAX);
        }
        var visibleAt = clock.instant().plus(delay);
        for (var notice : notices) messages.add(new Message(notice, visibleAt, sent++));
    }

    /// Takes the notices that are visible at `now`, the longest visible first.
    public synchronized List<Notice> take(Instant now) {
        var due = messages().stream()
                .filter(message -> !message.visibleAt().isAfter(now))
                .toList();
        messages.removeAll(due);
        return due.stream().map(Message::notice).toList();
    }

    /// When the next message becomes visible, or became so.
    public synchronized Optional<Instant> nextVisibleAt() {
        return messages().stream().map(Message::visibleAt).findFirst();
    }

    /// What has not been taken, by the time at which it becomes visible, then by sending.
    public synchronized List<Message> messages() {
        return messages.stream()
                .sorted(Comparator.comparing(Message::visibleAt).thenComparing(Message::number))
                .toList();
    }
}
