package dev.quotetocash.sandbox.prove;

import java.time.Duration;

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

    private static Verdict of(ProofOptions options, boolean keepTrace) {
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
