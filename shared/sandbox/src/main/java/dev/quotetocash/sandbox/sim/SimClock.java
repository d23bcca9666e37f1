package dev.quotetocash.sandbox.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock of one or more simulators: another clock, plus however far it was advanced. It never goes back.
public final class SimClock implements InstantSource {

    /// Ten years in one step are a slip of the pen.
    private static final Duration STEP_MAX = Duration.ofDays(3653);

    private final InstantSource base;
    private Duration ahead = Duration.ZERO;

    public SimClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public synchronized Instant instant() {
        return base.instant().plus(ahead);
    }

    /// The time outside: what whoever receives a webhook has on the wall, and so what its signature is dated
    /// with.
    public Instant outside() {
        return base.instant();
    }

    public synchronized Duration ahead() {
        return ahead;
    }

    public synchronized void advance(Duration by) {
        if (by.isNegative() || by.isZero() || by.compareTo(STEP_MAX) > 0) {
            throw new IllegalArgumentException("a clock is advanced by more than PT0S and at most " + STEP_MAX);
        }
        ahead = ahead.plus(by);
    }
}
