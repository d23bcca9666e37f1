package dev.quotetocash.sandbox.xero;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The records of a [Table], oldest change first; the id breaks ties. This is the order in which Xero pages. A
/// sorted list, so that a page costs no walk: what changes mostly goes to its end.
final class ByChange<V> implements Follower<UUID, V> {

    /// The order of their texts.
    static final Comparator<UUID> IDS = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    /// The order of the table, for some of its records.
    static <T> Comparator<T> order(Function<T, Instant> updatedAt, Function<T, UUID> id) {
        return Comparator.comparing(updatedAt).thenComparing(id, IDS);
    }

    private final Comparator<V> order;
    private final List<V> sorted = new ArrayList<>();

    ByChange(Function<V, Instant> updatedAt, Function<V, UUID> id) {
        order = order(updatedAt, id);
    }

    @Override
    public void follow(UUID key, Optional<V> before, Optional<V> after) {
        before.ifPresent(old -> sorted.remove(Collections.binarySearch(sorted, old, order)));
        after.ifPresent(now -> sorted.add(-Collections.binarySearch(sorted, now, order) - 1, now));
    }

    List<V> all() {
        return Collections.unmodifiableList(sorted);
    }
}
