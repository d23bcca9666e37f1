package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checked writes of one record, for single calls and for the rows of a batch alike. Each is done wholly or not
/// at all.
final class RecordWrites {

    private final Portal portal;
    private final WriteChecks checks;
    private final TypeRules rules;
    private final Records records;
    private final UniqueValues unique;

    RecordWrites(Portal portal, TypeRules rules, Records records, UniqueValues unique) {
        this.portal = portal;
        this.checks = new WriteChecks(portal, unique, rules);
        this.rules = rules;
        this.records = records;
        this.unique = unique;
    }

    /// Creates from `{"properties":{..},"associations":[..]}`.
    CrmRecord create(ObjectType type, JsonNode input, Call call) {
        return portal.atomically(() -> {
            var created = create(type, properties(input), call);
            for (var association : Json.optionalArray(input, "associations")) associate(created, association, call);
            var record = portal.state().live(type, created.id()).orElseThrow();
            rules.checkState(Optional.empty(), record);
            return record;
        });
    }

    CrmRecord update(CrmRecord record, Map<String, String> properties, Call call) {
        refuseReadOnly(record.type());
        records.checkLock(record);
        return portal.atomically(() -> {
            var values = checks.accept(record.type(), Optional.of(record), properties, call);
            var updated = records.update(record, values, portal.stamp(call.actor()));
            rules.checkState(Optional.of(record), updated);
            return updated;
        });
    }

    /// The record and whether it is new. A new one gets the value that it was looked up by.
    Upserted upsert(ObjectType type, String idProperty, String id, Map<String, String> properties, Call call) {
        var found = unique.find(type, Optional.of(idProperty), id, false);
        if (found.isPresent()) return new Upserted(update(found.get(), properties, call), false);
        var all = new LinkedHashMap<>(properties);
        all.put(idProperty, id);
        return new Upserted(create(type, all, call), true);
    }

    record Upserted(CrmRecord record, boolean isNew) {}

    /// Archiving what is gone already is fine.
    void archive(ObjectType type, String id, Call call) {
        refuseReadOnly(type);
        portal.state().live(type, id).ifPresent(record -> {
            records.checkLock(record);
            rules.checkUnlocked(record);
            records.archive(record, portal.stamp(call.actor()));
        });
    }

    CrmRecord require(ObjectType type, Optional<String> idProperty, String id) {
        return unique.find(type, idProperty, id, false).orElseThrow(() -> missing(id));
    }

    static Refused missing(String id) {
        return Problem.notFound("Object not found.  objectId are usually numeric.")
                .withContext(Map.of("ids", List.of(id)))
                .refused();
    }

    private CrmRecord create(ObjectType type, Map<String, String> properties, Call call) {
        refuseReadOnly(type);
        var values = checks.accept(type, Optional.empty(), properties, call);
        return records.create(type, values, portal.stamp(call.actor()));
    }

    private void associate(CrmRecord record, JsonNode association, Call call) {
        var toId = Json.member(association.path("to"), "id").orElse("");
        var specs = Json.optionalArray(association, "types");
        if (specs.isEmpty())
            throw Problem.invalid("At least one association type is required").refused();
        for (var spec : specs) {
            var type = AssociationSpec.outOf(portal.state(), record.type(), spec);
            records.associateNew(type, record, require(type.to(), Optional.empty(), toId), portal.stamp(call.actor()));
        }
    }

    /// The `properties` of a record to write, which must be there.
    static Map<String, String> properties(JsonNode input) {
        var properties = input.path("properties");
        if (!properties.isObject())
            throw Problem.invalid("Invalid input JSON: missing properties").refused();
        return Json.members(properties);
    }

    private static void refuseReadOnly(ObjectType type) {
        if (type.isReadOnly())
            throw Problem.invalid(type.plural() + " cannot be written through the API")
                    .refused();
    }
}
