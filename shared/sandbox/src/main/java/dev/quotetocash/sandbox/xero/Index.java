package dev.quotetocash.sandbox.xero;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds the keys of a [Table]'s records by something in them, in the order in which they came to have it.
final class Index<I, K, V> implements Follower<K, V> {

    private final Function<V, Optional<I>> sought;
    private final Map<I, Set<K>> keys = new LinkedHashMap<>();

    Index(Function<V, Optional<I>> sought) {
        this.sought = sought;
    }

    @Override
    public void follow(K key, Optional<V> before, Optional<V> after) {
        var from = before.flatMap(sought);
        var to = after.flatMap(sought);
        if (from.equals(to)) return;
        from.ifPresent(old -> forget(old, key));
        to.ifPresent(
                now -> keys.computeIfAbsent(now, _ -> new LinkedHashSet<>()).add(key));
    }

    List<K> under(I what) {
        return List.copyOf(keys.getOrDefault(what, Set.of()));
    }

    private void forget(I what, K key) {
        var known = keys.getOrDefault(what, Set.of());
        known.remove(key);
        if (known.isEmpty()) keys.remove(what);
    }
}
