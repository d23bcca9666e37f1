package dev.quotetocash.sandbox.hubspot;

import java.util.Optional;

/// The values from `low` to `high`, both included; an empty end is open.
record IndexRange(Optional<IndexKey> low, Optional<IndexKey> high) {

    static IndexRange exactly(IndexKey key) {
        return new IndexRange(Optional.of(key), Optional.of(key));
    }

    boolean isPoint() {
        return low.isPresent() && low.equals(high);
    }
}
