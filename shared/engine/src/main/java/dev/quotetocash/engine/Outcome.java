package dev.quotetocash.engine;

import java.time.Duration;
import java.util.Optional;

/// What became of one record of a notice.
public sealed interface Outcome {

    /// Nothing is left to do for this notice: done, parked with a reason, or stored with a time of its own.
    record Done() implements Outcome {}

    /// The same notice has to come again, after `delay` if the vendor or the protocol named a time.
    record Later(Optional<Duration> delay) implements Outcome {}

    Outcome DONE = new Done();

    static Outcome later() {
        return new Later(Optional.empty());
    }

    static Outcome later(Duration delay) {
        return new Later(Optional.of(delay));
    }

    /// What a failed call means for a notice. A rejected read is our own mistake, so it fails loudly.
    static Outcome after(RemoteFailure failure, String what) {
        return switch (failure) {
            case RemoteFailure.RateLimited(Duration retryAfter) -> later(retryAfter);
            case RemoteFailure.Unauthorized _, RemoteFailure.Unavailable _ -> later();
            case RemoteFailure.NotFound _ -> throw new IllegalStateException(what + ": the address does not exist");
            case RemoteFailure.Rejected _ -> throw new IllegalStateException(what + ": the vendor refused the request");
        };
    }
}
