package dev.quotetocash.sync;

import dev.quotetocash.sync.Work.Intended;
import dev.quotetocash.sync.Work.Phase;
import java.time.Duration;
import java.time.Instant;

/// The exactly-once protocol for creating a record at a vendor without reliable idempotency keys: write the intent
/// down, send it once, and after an unknown outcome look for our evidence before anything is sent again.
///
/// Only a look-up that ran later than `lookUpDelay` after sending ended, and found nothing, is held against the
/// record's existence; it takes [#EMPTY_LOOK_UPS] of them to send a new attempt. A hit counts at once.
public record Creation(Duration lookUpDelay) {

    /// How long the writer of an intent may start to send it.
    public static final Duration SEND_WINDOW = Duration.ofSeconds(30);

    /// The longest time that a request is in flight: no look-up is worth its call before.
    public static final Duration FLIGHT_MAX = Duration.ofSeconds(30);

    public static final int EMPTY_LOOK_UPS = 2;
    public static final int ATTEMPTS_MAX = 5;

    /// What to do with an intent now.
    public sealed interface Step {

        /// Save the intent, then send it, if it is still before its `sendUntil`.
        record Send(Intended intent) implements Step {}

        /// Look for the evidence, then ask [Creation#afterEmptyLookUp] if it was not found.
        record LookUp(Intended intent) implements Step {}

        /// Nothing before `until`.
        record Wait(Instant until) implements Step {}

        /// A person has to look: every attempt vanished.
        record GiveUp() implements Step {}
    }

    public Intended first(Payload body, Instant since, Instant now) {
        return sending(1, body, since, now);
    }

    /// A refused request was not executed, so its successor needs no look-up.
    public Intended afterRefusal(Intended refused, Payload body, Instant since, Instant now) {
        return sending(refused.attempt() + 1, body, since, now);
    }

    /// The vendor certainly did not execute it (401, 403, 429, connection refused).
    public Intended notExecuted(Intended intent, Instant retryAt) {
        return new Intended(intent.attempt(), intent.body(), intent.since(), new Phase.NotExecuted(), 0, retryAt);
    }

    /// The sender does not know what became of it, and nobody will send this attempt again.
    public Intended unknown(Intended intent, Instant now) {
        return new Intended(
                intent.attempt(), intent.body(), intent.since(), new Phase.Unknown(now), 0, now.plus(pause()));
    }

    /// What to do with the intent that was read from the store at `now`, by whoever comes to it.
    public Step next(Intended intent, Instant now) {
        if (now.isBefore(intent.nextAt())) return new Step.Wait(intent.nextAt());
        return switch (intent.phase()) {
            case Phase.NotExecuted() -> new Step.Send(sending(intent.attempt(), intent.body(), intent.since(), now));
            case Phase.Sending(Instant sendUntil) ->
                new Step.LookUp(new Intended(
                        intent.attempt(),
                        intent.body(),
                        intent.since(),
                        new Phase.Unknown(sendUntil),
                        0,
                        intent.nextAt()));
            case Phase.Unknown _
            when intent.emptyLookUps() >= EMPTY_LOOK_UPS ->
                intent.attempt() >= ATTEMPTS_MAX
                        ? new Step.GiveUp()
                        : new Step.Send(sending(intent.attempt() + 1, intent.body(), intent.since(), now));
            case Phase.Unknown _ -> new Step.LookUp(intent);
        };
    }

    /// `lookedAt` is our clock before the look-up was sent.
    public Intended afterEmptyLookUp(Intended intent, Instant lookedAt) {
        if (!(intent.phase() instanceof Phase.Unknown(Instant closedAt))) {
            throw new IllegalArgumentException("a look-up for an intent that is being sent");
        }
        var counts = !lookedAt.isBefore(closedAt.plus(lookUpDelay));
        var empty = counts ? intent.emptyLookUps() + 1 : 0;
        var again = counts ? lookedAt.plus(pause()) : closedAt.plus(lookUpDelay);
        return new Intended(intent.attempt(), intent.body(), intent.since(), intent.phase(), empty, again);
    }

    private Intended sending(int attempt, Payload body, Instant since, Instant now) {
        var sendUntil = now.plus(SEND_WINDOW);
        return new Intended(attempt, body, since, new Phase.Sending(sendUntil), 0, sendUntil.plus(FLIGHT_MAX));
    }

    /// Between look-ups: a twentieth of the delay, half a minute at the default of ten.
    private Duration pause() {
        return lookUpDelay.dividedBy(20);
    }
}
