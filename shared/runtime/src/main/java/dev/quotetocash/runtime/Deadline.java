package dev.quotetocash.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import dev.quotetocash.engine.Http;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// When the running invocation ends. A function that is stopped in the middle of a call leaves an unknown
/// outcome behind, so no call starts with too little time left for it: it counts as not sent, and the work is
/// put off.
public final class Deadline {

    /// The longest call, and some room.
    private static final Duration NEEDED = Http.TIMEOUT_MAX.plusSeconds(5);

    private final InstantSource clock;
    private volatile Instant end = Instant.MAX;

    public Deadline(InstantSource clock) {
        this.clock = clock;
    }

    /// At the start of each invocation.
    public void of(Context context) {
        end = clock.instant().plusMillis(context.getRemainingTimeInMillis());
    }

    public Http guarding(Http http) {
        return request -> clock.instant().plus(NEEDED).isBefore(end)
                ? http.send(request)
                : new Http.HttpReply.NotSent("too little time left");
    }
}
