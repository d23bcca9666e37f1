package dev.quotetocash.sandbox.demo;

import dev.quotetocash.sandbox.Sandbox;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what happens by itself, with a limit: what has not happened by then is left to the checks.
final class Waiting {

    /// Long enough for a busy machine: whoever waits for something that comes loses nothing by it.
    private static final Duration EVENT_MAX = Duration.ofMinutes(2);

    /// Shorter, because some stories never become quiet.
    private static final Duration QUIET_MAX = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(100);

    /// A message between a queue and a function is in neither for a moment.
    private static final int QUIET_LOOKS = 5;

    private final Sandbox sandbox;

    Waiting(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void until(BooleanSupplier condition) {
        var end = System.nanoTime() + EVENT_MAX.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) pause();
    }

    void untilQuiet() {
        var end = System.nanoTime() + QUIET_MAX.toNanos();
        for (var quiet = 0; quiet < QUIET_LOOKS && System.nanoTime() < end; ) {
            quiet = sandbox.isQuiet() ? quiet + 1 : 0;
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
