package dev.quotetocash.engine;

import java.time.Duration;

/// What became of one record of a notice.
public sealed interface Outcome {

    /// Nothing is left to do for this notice: done, or stored with a time of its own.
    record Done() implements Outcome {}

    /// It has to be looked at again after `delay`. `why` is for operators: no personal data.
    record Later(Duration delay, String why) implements Outcome {}

    Outcome DONE = new Done();

    /// When another worker is at it, and it is not known how long that takes.
    Duration SOON = Duration.ofSeconds(2);

    /// Another worker has stored something since this one has read, or acts right now. It may not have seen what
    /// this notice tells of, so the notice comes again.
    Outcome OVERTAKEN = new Later(SOON, "another worker was faster");

    /// When the vendor names no time itself.
    Duration RETRY = Duration.ofSeconds(60);

    /// When a person has to connect again: each try may cost calls of the other vendor, which still answers.
    Duration UNTIL_CONNECTED = Duration.ofMinutes(15);

    static Outcome later(Duration delay, String why) {
        return new Later(delay.isNegative() ? Duration.ZERO : delay, why);
    }

    /// What a failed call means for a notice. A rejected read is our own mistake, so it fails loudly.
    static Outcome after(RemoteFailure failure, String what) {
        return switch (failure) {
            case RemoteFailure.RateLimited(Duration retryAfter) -> later(retryAfter, what + ": over the limit");
            case RemoteFailure.Unauthorized _ -> later(UNTIL_CONNECTED, what + ": the connection is refused");
            case RemoteFailure.Unavailable _ -> later(RETRY, what + ": no usable answer");
            case RemoteFailure.NotFound _ -> throw new IllegalStateException(what + ": the address does not exist");
            case RemoteFailure.Rejected _ -> throw new IllegalStateException(what + ": the vendor refused the request");
        };
    }
}
