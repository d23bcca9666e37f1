package dev.quotetocash.sandbox.xero;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Immutable records by their key in the order of creation. Every change is noted in the [Journal] and followed
/// by the table's indexes, so that a refused write costs no copy and finding a record no search.
final class Table<K, V> extends AbstractMap<K, V> {

    private final Map<K, V> rows = new LinkedHashMap<>();
    private final List<Follower<K, V>> followers = new ArrayList<>();
    private final Journal journal;

    Table(Journal journal) {
        this.journal = journal;
    }

    /// Indexes are to be made before the first record.
    <F extends Follower<K, V>> F followedBy(F follower) {
        followers.add(follower);
        return follower;
    }

    /// The records that `index` has under `key`, in the order in which they came there.
    <I> Stream<V> in(Index<I, K, V> index, I key) {
        return index.under(key).stream().flatMap(found -> Stream.ofNullable(rows.get(found)));
    }

    @Override
    public @Nullable V get(Object key) {
        return rows.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return rows.containsKey(key);
    }

    @Override
    public @Nullable V put(K key, V value) {
        var before = rows.get(key);
        set(key, Optional.of(value));
        journal.note(() -> set(key, Optional.ofNullable(before)));
        return before;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V remove(Object key) {
        var before = rows.get(key);
        if (before == null) return null;
        set((K) key, Optional.empty());
        journal.note(() -> set((K) key, Optional.of(before)));
        return before;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return Collections.unmodifiableMap(rows).entrySet();
    }

    @Override
    public Collection<V> values() {
        return Collections.unmodifiableCollection(rows.values());
    }

    @Override
    public int size() {
        return rows.size();
    }

    private void set(K key, Optional<V> after) {
        var before = Optional.ofNullable(after.isPresent() ? rows.put(key, after.get()) : rows.remove(key));
        followers.forEach(follower -> follower.follow(key, before, after));
    }
}
