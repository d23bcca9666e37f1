package dev.quotetocash.sandbox.aws;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for something that another thread brings about: looks again and again, for a limited time.
public final class Eventually {

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private Eventually() {}

    /// Throws the assertion's last failure when time is up.
    public static void holds(Duration within, Runnable assertion) {
        var until = System.nanoTime() + within.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > until) throw notYet;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
