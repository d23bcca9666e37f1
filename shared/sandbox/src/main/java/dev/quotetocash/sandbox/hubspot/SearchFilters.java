package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The filter groups of a search: OR between groups, AND within one (section 4).
final class SearchFilters {

    private static final int GROUPS_MAX = 5;
    private static final int FILTERS_PER_GROUP_MAX = 6;
    private static final int FILTERS_MAX = 18;
    private static final String ASSOCIATIONS = "associations.";

    private final Portal portal;
    private final Associations associations;

    SearchFilters(Portal portal, Associations associations) {
        this.portal = portal;
        this.associations = associations;
    }

    Predicate<CrmRecord> parse(ObjectType type, JsonNode groups, Instant at) {
        var any = new ArrayList<Predicate<CrmRecord>>();
        var count = 0;
        for (var group : groups) {
            var filters = group.path("filters");
            count += filters.size();
            if (filters.size() > FILTERS_PER_GROUP_MAX) throw tooMany("filters in a group", FILTERS_PER_GROUP_MAX);
            any.add(allOf(type, filters, at));
        }
        if (any.size() > GROUPS_MAX) throw tooMany("filterGroups", GROUPS_MAX);
        if (count > FILTERS_MAX) throw tooMany("filters", FILTERS_MAX);
        if (any.isEmpty()) return _ -> true;
        return record -> any.stream().anyMatch(group -> group.test(record));
    }

    private Predicate<CrmRecord> allOf(ObjectType type, JsonNode filters, Instant at) {
        var all = new ArrayList<Predicate<CrmRecord>>();
        filters.forEach(filter -> all.add(one(type, filter, at)));
        return record -> all.stream().allMatch(filter -> filter.test(record));
    }

    private Predicate<CrmRecord> one(ObjectType type, JsonNode filter, Instant at) {
        var name = Json.member(filter, "propertyName").orElse("");
        if (name.startsWith(ASSOCIATIONS)) return association(name.substring(ASSOCIATIONS.length()), filter);
        var property = portal.state()
                .property(type, name)
                .orElseThrow(() -> Problem.invalid("There was a problem with the request: unknown property " + name)
                        .refused());
        var test = SearchOperator.parse(property, filter);
        return record -> test.test(record.valueAt(name, at));
    }

    private Predicate<CrmRecord> association(String toName, JsonNode filter) {
        var to = ObjectType.named(toName)
                .orElseThrow(() -> Problem.invalid("Unable to infer object type from: " + toName)
                        .refused());
        var wanted = new ArrayList<String>(Json.texts(filter.path("values")));
        Json.member(filter, "value").ifPresent(wanted::add);
        var operator = Json.member(filter, "operator").orElse("");
        return switch (operator) {
            case "EQ", "IN" -> record -> neighbours(record, to).stream().anyMatch(wanted::contains);
            case "NEQ", "NOT_IN" -> record -> neighbours(record, to).stream().noneMatch(wanted::contains);
            case "HAS_PROPERTY" -> record -> !neighbours(record, to).isEmpty();
            case "NOT_HAS_PROPERTY" -> record -> neighbours(record, to).isEmpty();
            default ->
                throw Problem.invalid("Operator " + operator + " is not supported for associations")
                        .refused();
        };
    }

    private List<String> neighbours(CrmRecord record, ObjectType to) {
        return associations.of(record.type(), record.id(), to).stream()
                .map(Associations.Neighbour::id)
                .toList();
    }

    private static Refused tooMany(String what, int max) {
        return Problem.invalid("Too many " + what + ": at most " + max).refused();
    }
}
