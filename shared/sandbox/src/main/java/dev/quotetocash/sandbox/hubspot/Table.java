package dev.quotetocash.sandbox.hubspot;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A map in order of insertion whose changes can be undone.
final class Table<K, V> {

    private final Journal journal;
    private final Map<K, V> rows = new LinkedHashMap<>();

    Table(Journal journal) {
        this.journal = journal;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    Collection<V> values() {
        return Collections.unmodifiableCollection(rows.values());
    }

    Map<K, V> view() {
        return Collections.unmodifiableMap(rows);
    }

    void put(K key, V value) {
        undoBy(key);
        rows.put(key, value);
    }

    void putAll(Map<K, V> more) {
        more.forEach(this::put);
    }

    void remove(K key) {
        undoBy(key);
        rows.remove(key);
    }

    private void undoBy(K key) {
        var old = get(key);
        journal.changing(() -> old.ifPresentOrElse(value -> rows.put(key, value), () -> rows.remove(key)));
    }
}
