package dev.quotetocash.engine;

import java.time.Instant;

/// Leases that one function at a time holds. Whoever dies with one loses it at its end.
public interface Locks {

    /// True if nobody else holds it at `now`; then `holder` holds it until `until`.
    boolean acquire(String name, String holder, Instant now, Instant until);

    /// Whether anybody holds it at `now`. Strongly consistent.
    boolean isHeld(String name, Instant now);

    /// Gives it back early. Does nothing if somebody else has taken it over.
    void release(String name, String holder);
}
