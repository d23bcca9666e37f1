package dev.quotetocash.sync;

import java.util.Optional;

/// What a read found where a record was asked for.
public sealed interface Sighting<R> {

    record Present<R>(R value) implements Sighting<R> {}

    record Archived<R>() implements Sighting<R> {}

    /// The vendor answered with the surviving record of a merge.
    record MergedInto<R>(RecordRef survivor, R value) implements Sighting<R> {}

    record NotFound<R>() implements Sighting<R> {}

    default Optional<R> present() {
        return this instanceof Present<R>(R value) ? Optional.of(value) : Optional.empty();
    }
}
