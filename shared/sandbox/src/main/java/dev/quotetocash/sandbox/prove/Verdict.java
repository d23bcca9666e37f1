package dev.quotetocash.sandbox.prove;

import java.time.Duration;
import java.util.List;

/// What came of one run. `fingerprint` is that of its trace; two runs with equal fingerprints were the same.
record Verdict(
        ProofOptions options,
        String fingerprint,
        int events,
        int edits,
        int faults,
        Duration simulated,
        List<Violation> violations,
        Coverage coverage,
        List<String> trace) {

    Verdict {
        violations = List.copyOf(violations);
        trace = List.copyOf(trace);
    }

    boolean holds() {
        return violations.isEmpty();
    }
}
