package dev.quotetocash.sync;

import java.time.Instant;
import java.util.Optional;

/// What is open on a link. Everything but [Idle] has a time at which it is looked at again, and a cause.
public sealed interface Work {

    Optional<Instant> dueAt();

    Optional<Cause> cause();

    record Idle() implements Work {
        @Override
        public Optional<Instant> dueAt() {
            return Optional.empty();
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.empty();
        }
    }

    /// A won deal is left alone until its content, told by `hash`, has not changed for a while: reps add line items
    /// after they have moved the stage.
    record Settling(Instant until, String hash) implements Work {
        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(until);
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(Cause.TIME);
        }
    }

    /// A record is being created. `attempt` counts from 1; `body` is exactly what is sent; `since` is a vendor time
    /// before which the created record cannot have been modified; [Phase] says what is known of the sending;
    /// `emptyLookUps` counts look-ups that were late enough to mean something and found nothing.
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
    }

    /// Cannot go on until `waitsFor` is gone. `reason` is one sentence for the person who can help; `was` is what
    /// goes on then. It is tried again at `recheckAt` too, because the news that the cause is gone may be lost.
    record Parked(Cause waitsFor, String reason, Instant recheckAt, Work was) implements Work {
        public Parked {
            if (was instanceof Parked(Cause _, String _, Instant _, Work before)) was = before;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(recheckAt);
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(waitsFor);
        }
    }

    /// What is known of an intent's sending.
    sealed interface Phase {

        /// Its writer may send it until `sendUntil`, and nobody else may.
        record Sending(Instant sendUntil) implements Phase {}

        /// The vendor has certainly not executed it: the same attempt may be sent again.
        record NotExecuted() implements Phase {}

        /// Nobody sends this attempt any more, and it may have been executed. `closedAt` is when sending ended.
        record Unknown(Instant closedAt) implements Phase {}
    }
}
