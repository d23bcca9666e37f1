package dev.quotetocash.sandbox.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One webhook and what has become of it. `dueAt` is when it may be tried next; `failures` and `failingSince`
/// count from the last time the endpoint was switched on. `attempts` are all, oldest first.
public record Webhook(
        long id,
        Kind kind,
        List<WebhookEvent> events,
        Instant madeAt,
        State state,
        Instant dueAt,
        int failures,
        Optional<Instant> failingSince,
        List<Attempt> attempts) {

    public enum Kind {
        EVENTS,
        /// Of events that were or will be sent anyway.
        COPY,
        /// Without events and rightly signed: must be answered with 200 (xero-api.md, 10.1).
        RIGHT_PROBE,
        /// Wrongly signed: must be answered with 401.
        WRONG_PROBE
    }

    public enum State {
        WAITING,
        UNDER_WAY,
        DELIVERED,
        /// Given up, or lost on the way. A probe: answered otherwise than it should be.
        LOST
    }

    public record Attempt(Instant at, WebhookOutcome outcome) {}

    public Webhook {
        events = List.copyOf(events);
        attempts = List.copyOf(attempts);
    }

    static Webhook waiting(long id, Kind kind, List<WebhookEvent> events, Instant madeAt, Instant dueAt) {
        return new Webhook(id, kind, events, madeAt, State.WAITING, dueAt, 0, Optional.empty(), List.of());
    }

    boolean isProbe() {
        return kind == Kind.RIGHT_PROBE || kind == Kind.WRONG_PROBE;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean isDue(Instant now) {
        return isWaiting() && !dueAt.isAfter(now);
    }

    /// Nobody has seen its events yet, so others may still be put beside them.
    boolean isUntouched() {
        return kind == Kind.EVENTS && isWaiting() && attempts.isEmpty();
    }

    /// `next` goes on where this one ends, and is written in the same way.
    boolean isFollowedBy(Webhook next) {
        var last = events.getLast();
        var first = next.events.getFirst();
        return first.sequence() == last.sequence() + 1 && first.pipeline().equals(last.pipeline());
    }

    Webhook with(Webhook other) {
        var all = new ArrayList<>(events);
        all.addAll(other.events);
        return new Webhook(id, kind, all, madeAt, state, dueAt, failures, failingSince, attempts);
    }

    Webhook in(State next) {
        return new Webhook(id, kind, events, madeAt, next, dueAt, failures, failingSince, attempts);
    }

    Webhook attempted(Attempt attempt, boolean failed) {
        var all = new ArrayList<>(attempts);
        all.add(attempt);
        return new Webhook(
                id,
                kind,
                events,
                madeAt,
                state,
                dueAt,
                failed ? failures + 1 : failures,
                failed ? Optional.of(failingSince.orElse(attempt.at())) : failingSince,
                all);
    }

    Webhook waitingUntil(Instant due) {
        return new Webhook(id, kind, events, madeAt, State.WAITING, due, failures, failingSince, attempts);
    }

    /// As if it had not failed yet.
    Webhook afresh(Instant due) {
        return new Webhook(id, kind, events, madeAt, State.WAITING, due, 0, Optional.empty(), attempts);
    }
}
