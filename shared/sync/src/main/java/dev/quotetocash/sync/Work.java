package dev.quotetocash.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is open on a link. Everything but [Idle] has a time at which it is looked at again, and a cause.
public sealed interface Work {

    Optional<Instant> dueAt();

    Optional<Cause> cause();

    /// The same work, looked at again at another time.
    Work dueAgain(Instant at);

    record Idle() implements Work {
        @Override
        public Optional<Instant> dueAt() {
            return Optional.empty();
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.empty();
        }

        @Override
        public Work dueAgain(Instant at) {
            return this;
        }
    }

    /// A won deal is left alone until its content, told by `hash`, has not changed for a while: reps add line
    /// items after they have moved the stage.
    record Settling(Instant until, String hash) implements Work {
        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(until);
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(Cause.TIME);
        }

        @Override
        public Work dueAgain(Instant at) {
            return new Settling(at, hash);
        }
    }

    /// A record is being created. `attempt` counts from 1; `body` is exactly what is sent; `since` is a vendor
    /// time before which the created record cannot have been modified; [Phase] says what is known of the
    /// sending; `emptyLookUps` counts look-ups that were late enough to mean something and found nothing.
    record Intended(int attempt, Payload body, Instant since, Phase phase, int emptyLookUps, Instant nextAt)
            implements Work {
        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(nextAt);
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(Cause.TIME);
        }

        @Override
        public Work dueAgain(Instant at) {
            return new Intended(attempt, body, since, phase, emptyLookUps, at);
        }
    }

    /// Values are being written; past the deadline whoever comes next observes and plans again with them in mind.
    record Acting(Fields hubspot, Fields xero, Instant deadline) implements Work {

        /// Nothing was being written.
        public static final Acting NOTHING = new Acting(Fields.NONE, Fields.NONE, Instant.EPOCH);

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(deadline);
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(Cause.TIME);
        }

        @Override
        public Work dueAgain(Instant at) {
            return new Acting(hubspot, xero, at);
        }
    }

    /// Cannot go on until `waitsFor` is gone. `reason` is one sentence for the person who can help; `was` is
    /// what goes on then. It is tried again at `recheckAt` too, because the news that the cause is gone may be
    /// lost; `rechecks` counts how often it was found parked for the same reason, so that the tries get rarer.
    record Parked(Cause waitsFor, String reason, Instant recheckAt, Work was, int rechecks) implements Work {

        /// A day at most, so that what is mended without any news goes on within one.
        private static final Duration RECHECK_MAX = Duration.ofHours(24);

        private static final int DOUBLINGS_MAX = 5;

        /// Parks what `before` was, or was before it was parked. `recheck` is the first interval; each further
        /// one for the same reason is twice as long.
        public static Parked after(Work before, Cause waitsFor, String reason, Duration recheck, Instant now) {
            var again = before instanceof Parked parked && parked.reason.equals(reason) ? parked.rechecks + 1 : 0;
            var was = before instanceof Parked parked ? parked.was : before;
            var interval = recheck.multipliedBy(1L << Math.min(again, DOUBLINGS_MAX));
            var shorter = interval.compareTo(RECHECK_MAX) > 0 ? RECHECK_MAX : interval;
            return new Parked(waitsFor, reason, now.plus(shorter), was, again);
        }

        /// What was parked and tried again without success: still parked, so that the next try comes later,
        /// with what is known of the try.
        public static Work tried(Work before, Intended refused) {
            return before instanceof Parked(Cause waitsFor, String reason, Instant recheckAt, var _, int rechecks)
                    ? new Parked(waitsFor, reason, recheckAt, refused, rechecks)
                    : refused;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(recheckAt);
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(waitsFor);
        }

        @Override
        public Work dueAgain(Instant at) {
            return new Parked(waitsFor, reason, at, was, rechecks);
        }
    }

    /// What is known of an intent's sending.
    sealed interface Phase {

        /// Its writer may send it until `sendUntil`, and nobody else may.
        record Sending(Instant sendUntil) implements Phase {}

        /// The vendor has certainly not executed it, as was known at `at`: the same attempt may be sent again.
        record NotExecuted(Instant at) implements Phase {}

        /// The vendor has refused it for good, at `at`: something has to change before another one is sent.
        record Refused(Instant at) implements Phase {}

        /// Nobody sends this attempt any more, and it may have been executed. `closedAt` is when sending ended.
        record Unknown(Instant closedAt) implements Phase {}
    }
}
