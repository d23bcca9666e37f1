package dev.quotetocash.sync;

import dev.quotetocash.sync.Work.Intended;
import dev.quotetocash.sync.Work.Phase;
import java.time.Duration;
import java.time.Instant;

/// The exactly-once protocol for creating a record at a vendor without reliable idempotency keys: write the
/// intent down, send it once, and after an unknown outcome look for our evidence before anything is sent again.
///
/// Only a look-up that ran later than `lookUpDelay` (for a later attempt, twice the one before, within a bound)
/// after sending ended, and found nothing, is held against the record's existence; it takes [#EMPTY_LOOK_UPS] of
/// them to send a new attempt. A hit counts at once.
public record Creation(Duration lookUpDelay) {

    /// How long the writer of an intent may start to send it.
    public static final Duration SEND_WINDOW = Duration.ofSeconds(30);

    /// The longest time that a request is in flight: no look-up is worth its call before.
    public static final Duration FLIGHT_MAX = Duration.ofSeconds(30);

    public static final int EMPTY_LOOK_UPS = 2;
    public static final int ATTEMPTS_MAX = 8;

    /// The wait before a look-up counts doubles with every attempt up to sixteen times the delay, 160 minutes at
    /// the default of ten: all attempts together outlast an outage of half a day.
    private static final int DOUBLINGS_MAX = 4;

    /// What to do with an intent now.
    public sealed interface Step {

        /// Save the intent, then send it, if it is still before its `sendUntil`.
        record Send(Intended intent) implements Step {}

        /// Look for the evidence, then ask [Creation#afterEmptyLookUp] if it was not found.
        record LookUp(Intended intent) implements Step {}

        /// Nothing before `until`.
        record Wait(Instant until) implements Step {}
    }

    public Intended first(Payload body, Instant since, Instant now) {
        return sending(1, body, since, now);
    }

    /// An intent that takes the place of one that was certainly not executed, or has vanished, with what the body
    /// should be now. Attempts count what may have been executed and vanished.
    public Intended inPlaceOf(Intended before, Payload body, Instant since, Instant now) {
        var attempt = before.phase() instanceof Phase.Unknown ? before.attempt() + 1 : before.attempt();
        return sending(attempt, body, since, now);
    }

    /// Whether enough late look-ups have found nothing: time for another attempt, with a fresh look at what it
    /// should be, and whether it still should be.
    public boolean vanished(Intended intent, Instant now) {
        return intent.phase() instanceof Phase.Unknown
                && intent.emptyLookUps() >= EMPTY_LOOK_UPS
                && !exhausted(intent)
                && !now.isBefore(intent.nextAt());
    }

    public Intended refused(Intended intent, Instant now) {
        return with(intent, new Phase.Refused(now), intent.nextAt());
    }

    /// The vendor certainly did not execute it (401, 403, 429, connection refused).
    public Intended notExecuted(Intended intent, Instant retryAt, Instant now) {
        return with(intent, new Phase.NotExecuted(now), retryAt);
    }

    /// The sender does not know what became of it, and nobody will send this attempt again.
    public Intended unknown(Intended intent, Instant now) {
        return with(intent, new Phase.Unknown(now), now.plus(pause()));
    }

    /// An intent for a record that may exist although the store does not know it, because the store was put back
    /// to an earlier point: nothing is sent before it was looked for, from `now` on.
    public Intended inDoubt(int attempt, Payload body, Instant since, Instant now) {
        return new Intended(attempt, body, since, new Phase.Unknown(now), 0, now);
    }

    /// What an intent that was read from the store means if the store was put back to an earlier point at
    /// `restoredAt`: what it says of the sending is of no worth any more.
    public Intended afterRestore(Intended intent, Instant restoredAt) {
        var settledBefore = switch (intent.phase()) {
            case Phase.Sending(Instant sendUntil) -> sendUntil.isBefore(restoredAt);
            case Phase.Unknown(Instant closedAt) -> closedAt.isBefore(restoredAt);
            case Phase.NotExecuted(Instant at) -> at.isBefore(restoredAt);
            case Phase.Refused(Instant at) -> at.isBefore(restoredAt);
        };
        return settledBefore ? with(intent, new Phase.Unknown(restoredAt), intent.nextAt()) : intent;
    }

    /// What to do with the intent that was read from the store at `now`, by whoever comes to it.
    public Step next(Intended intent, Instant now) {
        if (now.isBefore(intent.nextAt())) return new Step.Wait(intent.nextAt());
        return switch (intent.phase()) {
            case Phase.NotExecuted _, Phase.Refused _ ->
                new Step.Send(sending(intent.attempt(), intent.body(), intent.since(), now));
            case Phase.Sending(Instant sendUntil) ->
                new Step.LookUp(with(intent, new Phase.Unknown(sendUntil), intent.nextAt()));
            case Phase.Unknown _
            when vanished(intent, now) ->
                new Step.Send(sending(intent.attempt() + 1, intent.body(), intent.since(), now));
            case Phase.Unknown _ -> new Step.LookUp(intent);
        };
    }

    /// True if nothing more is sent: a person has to look, and what turns up late is still taken.
    public boolean exhausted(Intended intent) {
        return intent.attempt() >= ATTEMPTS_MAX && intent.emptyLookUps() >= EMPTY_LOOK_UPS;
    }

    /// `lookedAt` is our clock before the look-up was sent.
    public Intended afterEmptyLookUp(Intended intent, Instant lookedAt) {
        if (!(intent.phase() instanceof Phase.Unknown(Instant closedAt))) {
            throw new IllegalArgumentException("a look-up for an intent that is being sent");
        }
        var late = closedAt.plus(delayOf(intent.attempt()));
        var counts = !lookedAt.isBefore(late);
        var empty = counts ? intent.emptyLookUps() + 1 : 0;
        var again = counts ? lookedAt.plus(pause()) : late;
        return new Intended(intent.attempt(), intent.body(), intent.since(), intent.phase(), empty, again);
    }

    private static Intended with(Intended intent, Phase phase, Instant nextAt) {
        return new Intended(intent.attempt(), intent.body(), intent.since(), phase, 0, nextAt);
    }

    private Intended sending(int attempt, Payload body, Instant since, Instant now) {
        var sendUntil = now.plus(SEND_WINDOW);
        return new Intended(attempt, body, since, new Phase.Sending(sendUntil), 0, sendUntil.plus(FLIGHT_MAX));
    }

    private Duration delayOf(int attempt) {
        return lookUpDelay.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS_MAX));
    }

    /// Between look-ups: a twentieth of the delay, half a minute at the default of ten.
    private Duration pause() {
        return lookUpDelay.dividedBy(20);
    }
}
