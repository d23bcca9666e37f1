package dev.quotetocash.sandbox.xero;

import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// The records of a [Table], oldest change first; the id breaks ties. This is the order in which Xero pages.
final class ByChange<V> implements Follower<UUID, V> {

    /// The order of their texts.
    static final Comparator<UUID> IDS = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private record Place(Instant at, UUID id) {}

    /// The order of the table, for some of its records.
    static <T> Comparator<T> order(Function<T, Instant> updatedAt, Function<T, UUID> id) {
        return Comparator.comparing(updatedAt).thenComparing(id, IDS);
    }

    private final Function<V, Instant> updatedAt;
    private final NavigableMap<Place, V> order = new TreeMap<>(order(Place::at, Place::id));

    ByChange(Function<V, Instant> updatedAt) {
        this.updatedAt = updatedAt;
    }

    @Override
    public void follow(UUID key, Optional<V> before, Optional<V> after) {
        before.ifPresent(old -> order.remove(new Place(updatedAt.apply(old), key)));
        after.ifPresent(now -> order.put(new Place(updatedAt.apply(now), key), now));
    }

    Stream<V> all() {
        return order.values().stream();
    }
}
