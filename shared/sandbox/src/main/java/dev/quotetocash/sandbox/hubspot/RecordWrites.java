package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checked writes of one record, for single calls and for the rows of a batch alike.
final class RecordWrites {

    private final Portal portal;
    private final WriteChecks checks;
    private final Records records;
    private final UniqueValues unique;

    RecordWrites(Portal portal, WriteChecks checks, Records records, UniqueValues unique) {
        this.portal = portal;
        this.checks = checks;
        this.records = records;
        this.unique = unique;
    }

    /// Creates from `{"properties":{..},"associations":[..]}`, wholly or not at all.
    CrmRecord create(ObjectType type, JsonNode input, Call call) {
        var associations = input.path("associations");
        if (associations.isEmpty()) return create(type, Json.members(input.path("properties")), call);
        return portal.atomically(() -> {
            var record = create(type, Json.members(input.path("properties")), call);
            for (var association : associations) associate(record, association, call);
            return portal.state().live(type, record.id()).orElseThrow();
        });
    }

    CrmRecord update(CrmRecord record, Map<String, String> properties, Call call) {
        var values = checks.accept(record.type(), Optional.of(record), properties, call.version());
        return records.update(record, values, portal.stamp(call.actor()));
    }

    /// The record and whether it is new. A new one gets the value that it was looked up by.
    Upserted upsert(ObjectType type, String idProperty, String id, Map<String, String> properties, Call call) {
        var found = unique.find(type, Optional.of(idProperty), id).filter(record -> !record.archived());
        if (found.isPresent()) return new Upserted(update(found.get(), properties, call), false);
        var all = new LinkedHashMap<>(properties);
        all.put(idProperty, id);
        return new Upserted(create(type, all, call), true);
    }

    record Upserted(CrmRecord record, boolean isNew) {}

    /// Archiving what is gone already is fine.
    void archive(ObjectType type, String id, Call call) {
        portal.state().live(type, id).ifPresent(record -> records.archive(record, portal.stamp(call.actor())));
    }

    CrmRecord require(ObjectType type, Optional<String> idProperty, String id) {
        return unique.find(type, idProperty, id)
                .filter(record -> !record.archived())
                .orElseThrow(() -> missing(id));
    }

    static Refused missing(String id) {
        return Problem.notFound("Object not found.  objectId are usually numeric.")
                .withContext(Map.of("ids", List.of(id)))
                .refused();
    }

    private CrmRecord create(ObjectType type, Map<String, String> properties, Call call) {
        var values = checks.accept(type, Optional.empty(), properties, call.version());
        return records.create(type, values, portal.stamp(call.actor()));
    }

    private void associate(CrmRecord record, JsonNode association, Call call) {
        var toId = association.path("to").path("id").asText();
        for (var spec : association.path("types")) {
            var type = AssociationSpec.outOf(record.type(), spec);
            records.associate(type, record, require(type.to(), Optional.empty(), toId), portal.stamp(call.actor()));
        }
    }
}
