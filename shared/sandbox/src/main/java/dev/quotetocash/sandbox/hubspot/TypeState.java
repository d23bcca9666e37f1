package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// All that an account holds of one object type. Changes go through the journal.
final class TypeState {

    /// Beyond 32 bits, as real ids are. Each type counts for itself, for ids are unique only within a type.
    static final long FIRST_ID = 30_000_000_001L;

    private final Journal journal;
    private final NavigableMap<Long, CrmRecord> records = new TreeMap<>();
    private final Map<String, ValueIndex> indexes = new HashMap<>();
    private final Table<String, String> survivors;
    private final Table<String, PropertyDefinition> properties;
    private final Table<String, PropertyGroup> groups;
    private final Table<String, Pipeline> pipelines;
    private long nextId;

    TypeState(Journal journal, long nextId) {
        this.journal = journal;
        this.nextId = nextId;
        survivors = new Table<>(journal);
        properties = new Table<>(journal);
        groups = new Table<>(journal);
        pipelines = new Table<>(journal);
    }

    String takeId() {
        var taken = nextId;
        journal.changing(() -> nextId = taken);
        nextId++;
        return Long.toString(taken);
    }

    long nextId() {
        return nextId;
    }

    /// In ascending order of their ids.
    Collection<CrmRecord> records() {
        return Collections.unmodifiableCollection(records.values());
    }

    /// Those with higher ids, in ascending order.
    Collection<CrmRecord> recordsAfter(long id) {
        return Collections.unmodifiableCollection(records.tailMap(id, false).values());
    }

    Optional<CrmRecord> record(long id) {
        return Optional.ofNullable(records.get(id));
    }

    void put(CrmRecord record) {
        store(Long.parseLong(record.id()), Optional.of(record));
        indexes.values().forEach(index -> index.add(record));
    }

    void remove(String id) {
        store(Long.parseLong(id), Optional.empty());
    }

    Table<String, String> survivors() {
        return survivors;
    }

    Table<String, PropertyDefinition> properties() {
        return properties;
    }

    Table<String, PropertyGroup> groups() {
        return groups;
    }

    Table<String, Pipeline> pipelines() {
        return pipelines;
    }

    void define(PropertyDefinition property) {
        properties.put(property.name(), property);
        indexes.remove(property.name());
    }

    /// Records that have or had such a value; archived ones too.
    List<CrmRecord> candidates(PropertyDefinition property, List<IndexRange> ranges) {
        var index = indexes.computeIfAbsent(property.name(), _ -> new ValueIndex(property, records.values()));
        var found = new ArrayList<CrmRecord>();
        for (var id : index.find(ranges)) record(id).ifPresent(found::add);
        return found;
    }

    private void store(long id, Optional<CrmRecord> record) {
        var old = record(id);
        journal.changing(() -> set(id, old));
        set(id, record);
    }

    private void set(long id, Optional<CrmRecord> record) {
        record.ifPresentOrElse(present -> records.put(id, present), () -> records.remove(id));
    }
}
