package dev.quotetocash.sandbox.hubspot;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which records ever had which value of one property. What it finds may have changed since, or be gone: the
/// finder looks at the records themselves. So it forgets nothing and needs no undoing.
final class ValueIndex {

    private final PropertyDefinition property;
    private final NavigableMap<IndexKey, Set<Long>> ids = new TreeMap<>();

    /// What has been looked at of each record, newest first.
    private final Map<Long, List<PropertyVersion>> known = new HashMap<>();

    ValueIndex(PropertyDefinition property, Collection<CrmRecord> records) {
        this.property = property;
        records.forEach(this::add);
    }

    /// Also after each change. Only what is new since the last time is looked at.
    void add(CrmRecord record) {
        var id = Long.valueOf(record.id());
        var versions = record.versions(property.name());
        for (var version : versions.subList(0, added(versions, known.getOrDefault(id, List.of())))) {
            if (version.value().isEmpty()) continue;
            IndexKey.of(property, version.value())
                    .ifPresent(key ->
                            ids.computeIfAbsent(key, _ -> new HashSet<>()).add(id));
        }
        known.put(id, versions);
    }

    /// How many of the versions are newer than the known ones: all, where those were taken back.
    private static int added(List<PropertyVersion> versions, List<PropertyVersion> known) {
        var more = versions.size() - known.size();
        if (known.isEmpty() || more < 0 || !versions.get(more).equals(known.getFirst())) return versions.size();
        return more;
    }

    Set<Long> find(List<IndexRange> ranges) {
        if (ranges.size() == 1 && ranges.getFirst().isPoint())
            return ids.getOrDefault(ranges.getFirst().low().orElseThrow(), Set.of());
        var found = new HashSet<Long>();
        for (var range : ranges) within(range).values().forEach(found::addAll);
        return found;
    }

    private NavigableMap<IndexKey, Set<Long>> within(IndexRange range) {
        if (crossed(range.low(), range.high())) return Collections.emptyNavigableMap();
        var from = range.low().map(low -> ids.tailMap(low, true)).orElse(ids);
        return range.high().map(high -> from.headMap(high, true)).orElse(from);
    }

    private static boolean crossed(Optional<IndexKey> low, Optional<IndexKey> high) {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
    }
}
