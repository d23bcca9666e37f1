package dev.quotetocash.sandbox.prove;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs a seed from set-up to rest and lets the checkers look at it.
final class Proof {

    /// Longer than any recheck of parked work and any vendor's daily limit.
    private static final Duration REST = Duration.ofHours(60);

    private Proof() {}

    static Verdict of(ProofOptions options) {
        return of(options, false);
    }

    /// With the trace's lines, for people.
    static Verdict traced(ProofOptions options) {
        return of(options, true);
    }

    /// In a virtual thread of its own: handing the baton to another one then costs next to nothing.
    private static Verdict of(ProofOptions options, boolean keepTrace) {
        var run = new FutureTask<>(() -> run(options, keepTrace));
        Thread.ofVirtual().name("seed " + options.seed()).start(run);
        try {
            return run.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("seed " + options.seed() + " does not come to its end", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Verdict run(ProofOptions options, boolean keepTrace) {
        var ground = new Ground(options, keepTrace);
        try {
            ground.run();
            ground.rest(REST);
            var violations = Checkers.check(Scene.of(ground));
            return new Verdict(
                    options,
                    ground.trace.fingerprint(),
                    ground.events.happened(),
                    ground.events.edits(),
                    ground.events.faults(),
                    ground.simulated(),
                    violations,
                    ground.coverage,
                    ground.trace.lines());
        } finally {
            ground.stop();
        }
    }
}
