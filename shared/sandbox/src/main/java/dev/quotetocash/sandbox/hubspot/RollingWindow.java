package dev.quotetocash.sandbox.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Counts calls in any stretch of time of one length. A refused call does not count.
final class RollingWindow {

    private final Duration length;
    private final int max;
    private final Deque<Instant> calls = new ArrayDeque<>();

    RollingWindow(Duration length, int max) {
        this.length = length;
        this.max = max;
    }

    List<Instant> snapshot() {
        return List.copyOf(calls);
    }

    void restore(List<Instant> state) {
        calls.clear();
        calls.addAll(state);
    }

    boolean isFull(Instant now) {
        return remaining(now) == 0;
    }

    void count(Instant now) {
        calls.addLast(now);
    }

    int remaining(Instant now) {
        while (!calls.isEmpty() && !calls.getFirst().plus(length).isAfter(now)) calls.removeFirst();
        return Math.max(0, max - calls.size());
    }
}
