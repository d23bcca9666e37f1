package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An account's whole state as plain data: what a dump holds and a load restores. What HubSpot itself defines is
/// left out, for every account has it. `types` is keyed by the types' names, for readers.
record Snapshot(
        Instant startedAt,
        long random,
        Map<String, OfType> types,
        List<Schema> schemas,
        List<AssociationType> associationTypes,
        List<OfLink> links,
        Map<String, Long> counters) {

    record OfType(
            long nextId,
            List<OfRecord> records,
            Map<String, String> survivors,
            List<PropertyDefinition> properties,
            List<PropertyGroup> groups,
            List<Pipeline> pipelines) {}

    record OfRecord(
            String id,
            Instant createdAt,
            Instant updatedAt,
            Optional<Instant> archivedAt,
            Map<String, List<PropertyVersion>> history) {

        CrmRecord record(ObjectType type) {
            return new CrmRecord(type, id, history, createdAt, updatedAt, archivedAt);
        }
    }

    /// Types are named, not nested, to keep dumps readable.
    record OfLink(
            String from,
            String fromId,
            String to,
            String toId,
            Set<AssociationType.Key> types,
            Instant shownFrom,
            List<Instant> turns) {}

    static Snapshot of(State state, long random) {
        var types = new LinkedHashMap<String, OfType>();
        for (var type : state.types()) types.put(type.plural(), of(state.of(type)));
        return new Snapshot(
                state.startedAt(),
                random,
                types,
                List.copyOf(state.schemas().values()),
                List.copyOf(state.associationTypes().own()),
                state.links().all().stream().map(Snapshot::of).toList(),
                new LinkedHashMap<>(state.counters().view()));
    }

    /// `switches` are the account's: they decide which properties HubSpot itself defines.
    State state(Set<Unconfirmed> switches) {
        var state = State.bare(startedAt, switches);
        schemas.forEach(state::define);
        types.forEach((name, of) -> fill(state, type(state, name), of));
        associationTypes.forEach(state.associationTypes()::put);
        links.forEach(link -> state.put(new Link(
                new Link.Ends(type(state, link.from()), link.fromId(), type(state, link.to()), link.toId()),
                link.types(),
                link.shownFrom(),
                link.turns())));
        counters.forEach(state.counters()::put);
        return state;
    }

    private static void fill(State state, ObjectType type, OfType of) {
        var opened = state.open(type, of.nextId());
        of.properties().forEach(opened::define);
        of.groups().forEach(group -> opened.groups().put(group.name(), group));
        of.pipelines().forEach(pipeline -> opened.pipelines().put(pipeline.id(), pipeline));
        opened.survivors().putAll(of.survivors());
        of.records().forEach(record -> opened.put(record.record(type)));
    }

    private static OfType of(TypeState state) {
        return new OfType(
                state.nextId(),
                state.records().stream().map(Snapshot::of).toList(),
                new LinkedHashMap<>(state.survivors().view()),
                state.properties().values().stream()
                        .filter(property -> !property.hubspotDefined())
                        .toList(),
                List.copyOf(state.groups().values()),
                List.copyOf(state.pipelines().values()));
    }

    private static OfRecord of(CrmRecord record) {
        return new OfRecord(record.id(), record.createdAt(), record.updatedAt(), record.archivedAt(), record.history());
    }

    private static OfLink of(Link link) {
        var ends = link.ends();
        return new OfLink(
                ends.from().plural(),
                ends.fromId(),
                ends.to().plural(),
                ends.toId(),
                link.types(),
                link.shownFrom(),
                link.turns());
    }

    private static ObjectType type(State state, String name) {
        return state.named(name).orElseThrow(() -> new IllegalArgumentException("no such object type: " + name));
    }
}
