package dev.quotetocash.sandbox.prove;

import java.util.List;
import java.util.stream.Stream;

/// A bridge with one mistake in it, of a kind that people really make, as edits of its own sources. The proving
/// ground is worth its time only if it catches each. `stage` are edits without which the mistake could not matter,
/// and with which the unbroken bridge must hold too.
record Broken(String name, List<Edit> stage, List<Edit> mistake) {

    static Broken of(String name, Edit... mistake) {
        return new Broken(name, List.of(), List.of(mistake));
    }

    static List<Broken> all() {
        return Stream.of(BrokenCreation.ALL, BrokenAgreement.ALL, BrokenReading.ALL, BrokenCalls.ALL)
                .flatMap(List::stream)
                .toList();
    }

    Mutant mutant() {
        return Mutant.of(name, Stream.concat(stage.stream(), mistake.stream()).toList());
    }

    /// The unbroken bridge on this variant's stage.
    Mutant unbroken() {
        return Mutant.of(name + ", unbroken", stage);
    }
}
