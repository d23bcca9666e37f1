package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Everything an account holds, as immutable records. A change that may yet be refused is made inside of
/// [#atomically].
final class State implements Types {

    private static final long FIRST_TYPE_ID = 54_000_001;
    private static final long FIRST_PIPELINE_ID = 98_760_000;

    private final Journal journal = new Journal();
    private final Instant startedAt;
    private final Set<Unconfirmed> switches;
    private final Map<ObjectType, TypeState> byType = new LinkedHashMap<>();
    private final Table<String, Schema> schemas = new Table<>(journal);
    private final Table<String, Long> counters = new Table<>(journal);
    private final AssociationTypes associationTypes = new AssociationTypes(journal);
    private final Links links = new Links(journal);

    private State(Instant startedAt, Set<Unconfirmed> switches) {
        this.startedAt = startedAt;
        this.switches = switches;
    }

    static State fresh(Instant at, Set<Unconfirmed> switches) {
        var state = bare(at, switches);
        state.byType.forEach((type, of) -> of.groups().putAll(StandardProperties.groups(type)));
        state.of(ObjectType.DEAL).pipelines().putAll(StandardPipelines.deals(at));
        return state;
    }

    /// With HubSpot's own types and properties and nothing else.
    static State bare(Instant at, Set<Unconfirmed> switches) {
        var state = new State(at, switches);
        ObjectType.STANDARD.forEach(type -> state.open(type, TypeState.FIRST_ID));
        return state;
    }

    Instant startedAt() {
        return startedAt;
    }

    <T> T atomically(Supplier<T> work) {
        return journal.atomically(work);
    }

    @Override
    public Optional<ObjectType> named(String name) {
        return ObjectType.named(name)
                .or(() -> schemas.values().stream()
                        .map(Schema::type)
                        .filter(type -> type.isCalled(name))
                        .findFirst());
    }

    Collection<ObjectType> types() {
        return byType.keySet();
    }

    Table<String, Schema> schemas() {
        return schemas;
    }

    Optional<Schema> schema(ObjectType type) {
        return schemas.get(type.id());
    }

    /// Makes room for an object type of the account's own, with the properties that every type has.
    void define(Schema schema) {
        schemas.put(schema.type().id(), schema);
        if (!byType.containsKey(schema.type())) open(schema.type(), TypeState.FIRST_ID);
    }

    /// Takes an object type of the account's own away again.
    void undefine(Schema schema) {
        var type = schema.type();
        var closed = of(type);
        schemas.remove(type.id());
        journal.changing(() -> byType.put(type, closed));
        byType.remove(type);
    }

    TypeState open(ObjectType type, long nextId) {
        var opened = new TypeState(journal, nextId);
        StandardProperties.of(type, startedAt, switches).values().forEach(opened::define);
        journal.changing(() -> byType.remove(type));
        byType.put(type, opened);
        return opened;
    }

    TypeState of(ObjectType type) {
        var found = byType.get(type);
        if (found == null) throw new IllegalStateException("No state for " + type);
        return found;
    }

    String nextId(ObjectType type) {
        return of(type).takeId();
    }

    String nextTypeId() {
        return "2-" + count("types", FIRST_TYPE_ID);
    }

    /// For pipelines and stages alike: their ids are unique in the account.
    String nextPipelineId() {
        return Long.toString(count("pipelines", FIRST_PIPELINE_ID));
    }

    /// The first of two ids that no association type of the account has or had.
    int nextAssociationTypeId() {
        var first = count("associationTypes", 1);
        count("associationTypes", 1);
        return (int) first;
    }

    long count(String counter, long first) {
        var next = counters.get(counter).orElse(first);
        counters.put(counter, next + 1);
        return next;
    }

    Table<String, Long> counters() {
        return counters;
    }

    void put(CrmRecord record) {
        of(record.type()).put(record);
    }

    /// The record of an id, archived or not; the id of a merged record gives the survivor (section 15.8).
    Optional<CrmRecord> find(ObjectType type, String id) {
        var all = of(type);
        return number(all.survivors().get(id).orElse(id)).flatMap(all::record);
    }

    Optional<CrmRecord> live(ObjectType type, String id) {
        return find(type, id).filter(record -> !record.archived());
    }

    Collection<CrmRecord> all(ObjectType type) {
        return of(type).records();
    }

    /// Makes `survivor` answer for `old`, and for all that `old` answered for.
    void merge(ObjectType type, String old, String survivor) {
        var survivors = of(type).survivors();
        for (var entry : List.copyOf(survivors.view().entrySet())) {
            if (entry.getValue().equals(old)) survivors.put(entry.getKey(), survivor);
        }
        survivors.put(old, survivor);
        of(type).remove(old);
    }

    /// Removes a record for good, with its associations and what it answered for.
    void purge(CrmRecord record) {
        for (var link : linksOf(record.type(), record.id())) links.put(Link.none(link.ends()));
        var survivors = of(record.type()).survivors();
        for (var entry : List.copyOf(survivors.view().entrySet())) {
            if (entry.getValue().equals(record.id())) survivors.remove(entry.getKey());
        }
        of(record.type()).remove(record.id());
    }

    /// By name, archived ones included.
    Map<String, PropertyDefinition> properties(ObjectType type) {
        return of(type).properties().view();
    }

    /// A property that is not archived.
    Optional<PropertyDefinition> property(ObjectType type, String name) {
        return of(type).properties().get(name).filter(property -> !property.archived());
    }

    void put(ObjectType type, PropertyDefinition property) {
        of(type).define(property);
    }

    Table<String, PropertyGroup> groups(ObjectType type) {
        return of(type).groups();
    }

    Table<String, Pipeline> pipelines(ObjectType type) {
        return of(type).pipelines();
    }

    Optional<Pipeline.Stage> dealStage(String stageId) {
        for (var pipeline : pipelines(ObjectType.DEAL).values()) {
            var stage = pipeline.stage(stageId);
            if (stage.isPresent()) return stage;
        }
        return Optional.empty();
    }

    AssociationTypes associationTypes() {
        return associationTypes;
    }

    Links links() {
        return links;
    }

    /// Parted ones too. A copy: it stays the same while links are changed.
    List<Link> linksOf(ObjectType type, String id) {
        var all = new ArrayList<Link>();
        for (var other : byType.keySet()) all.addAll(links.everOf(type, id, other));
        return all;
    }

    Optional<Link> link(Link.Ends ends) {
        return links.find(ends);
    }

    void put(Link link) {
        links.put(link);
    }

    /// An id as HubSpot writes it: digits without leading zeros.
    private static Optional<Long> number(String id) {
        if (id.isEmpty() || id.length() > 18 || id.charAt(0) == '0') return Optional.empty();
        for (var i = 0; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') return Optional.empty();
        }
        return Optional.of(Long.parseLong(id));
    }
}
