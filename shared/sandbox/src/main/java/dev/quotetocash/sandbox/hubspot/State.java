package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything an account holds, as immutable records in insertion-ordered maps.
final class State {

    /// Beyond 32 bits, as real ids are. Each type counts for itself, for ids are unique only within a type.
    private static final long FIRST_ID = 30_000_000_001L;

    private final Map<ObjectType, Map<String, CrmRecord>> records = new EnumMap<>(ObjectType.class);
    private final Map<ObjectType, Map<String, String>> survivors = new EnumMap<>(ObjectType.class);
    private final Map<ObjectType, Map<String, PropertyDefinition>> properties = new EnumMap<>(ObjectType.class);
    private final Map<ObjectType, Map<String, PropertyGroup>> groups = new EnumMap<>(ObjectType.class);
    private final Map<ObjectType, Long> nextIds = new EnumMap<>(ObjectType.class);
    private final Map<String, Pipeline> dealPipelines = new LinkedHashMap<>();
    private final Map<Link.Ends, Link> links = new LinkedHashMap<>();

    static State fresh(Instant at) {
        var state = new State();
        for (var type : ObjectType.values()) {
            state.records.put(type, new LinkedHashMap<>());
            state.survivors.put(type, new LinkedHashMap<>());
            state.properties.put(type, StandardProperties.of(type, at));
            state.groups.put(type, StandardProperties.groups(type));
            state.nextIds.put(type, FIRST_ID);
        }
        state.dealPipelines.putAll(StandardPipelines.deals(at));
        return state;
    }

    State copy() {
        var copy = new State();
        records.forEach((type, map) -> copy.records.put(type, new LinkedHashMap<>(map)));
        survivors.forEach((type, map) -> copy.survivors.put(type, new LinkedHashMap<>(map)));
        properties.forEach((type, map) -> copy.properties.put(type, new LinkedHashMap<>(map)));
        groups.forEach((type, map) -> copy.groups.put(type, new LinkedHashMap<>(map)));
        copy.nextIds.putAll(nextIds);
        copy.dealPipelines.putAll(dealPipelines);
        copy.links.putAll(links);
        return copy;
    }

    String nextId(ObjectType type) {
        return Long.toString(nextIds.merge(type, 1L, Long::sum) - 1);
    }

    void put(CrmRecord record) {
        in(records, record.type()).put(record.id(), record);
    }

    /// The record of an id, archived or not; the id of a merged record gives the survivor (section 15.8).
    Optional<CrmRecord> find(ObjectType type, String id) {
        var all = in(records, type);
        return Optional.ofNullable(all.get(in(survivors, type).getOrDefault(id, id)));
    }

    Optional<CrmRecord> live(ObjectType type, String id) {
        return find(type, id).filter(record -> !record.archived());
    }

    List<CrmRecord> all(ObjectType type) {
        return List.copyOf(in(records, type).values());
    }

    /// Makes `survivor` answer for `old`, and for all that `old` answered for.
    void merge(ObjectType type, String old, String survivor) {
        in(survivors, type).replaceAll((_, target) -> target.equals(old) ? survivor : target);
        in(survivors, type).put(old, survivor);
        in(records, type).remove(old);
    }

    Map<String, PropertyDefinition> properties(ObjectType type) {
        return in(properties, type);
    }

    /// A property that is not archived.
    Optional<PropertyDefinition> property(ObjectType type, String name) {
        return Optional.ofNullable(properties(type).get(name)).filter(property -> !property.archived());
    }

    Map<String, PropertyGroup> groups(ObjectType type) {
        return in(groups, type);
    }

    Map<String, Pipeline> dealPipelines() {
        return dealPipelines;
    }

    Optional<Pipeline.Stage> dealStage(String stageId) {
        return dealPipelines.values().stream()
                .flatMap(pipeline -> pipeline.stage(stageId).stream())
                .findFirst();
    }

    Collection<Link> links() {
        return List.copyOf(links.values());
    }

    Optional<Link> link(Link.Ends ends) {
        return Optional.ofNullable(links.get(ends));
    }

    void put(Link link) {
        if (link.types().isEmpty()) links.remove(link.ends());
        else links.put(link.ends(), link);
    }

    Map<String, String> survivors(ObjectType type) {
        return Map.copyOf(in(survivors, type));
    }

    private static <V> V in(Map<ObjectType, V> maps, ObjectType type) {
        var map = maps.get(type);
        if (map == null) throw new IllegalStateException("No state for " + type);
        return map;
    }
}
