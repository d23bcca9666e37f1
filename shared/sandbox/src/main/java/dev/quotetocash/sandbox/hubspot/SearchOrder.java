package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/// The order of search results: by at most one sort, then by id. A sort is an object or a string, `-name`
/// descending.
final class SearchOrder {

    private static final int SORTS_MAX = 1;

    private SearchOrder() {}

    static Comparator<CrmRecord> parse(State state, ObjectType type, JsonNode sorts, Instant at) {
        var byId = Comparator.<CrmRecord>comparingLong(record -> Long.parseLong(record.id()));
        if (sorts.isEmpty()) return byId;
        if (sorts.size() > SORTS_MAX)
            throw Problem.invalid("Only " + SORTS_MAX + " sort is allowed").refused();
        var sort = sorts.get(0);
        var text = sort.isTextual() ? sort.asText() : "";
        var name = sort.isTextual()
                ? (text.startsWith("-") ? text.substring(1) : text)
                : Json.member(sort, "propertyName").orElse("");
        var descending = text.startsWith("-") || sort.path("direction").asText().equals("DESCENDING");
        var property = state.property(type, name)
                .orElseThrow(() -> Problem.invalid("Cannot sort by unknown property " + name)
                        .refused());
        var order = property(property, at);
        return (descending ? order.reversed() : order).thenComparing(byId);
    }

    private static Comparator<CrmRecord> property(PropertyDefinition property, Instant at) {
        if (property.type().equals("number"))
            return Comparator.comparing(record -> record.valueAt(property.name(), at)
                    .map(BigDecimal::new)
                    .orElse(BigDecimal.valueOf(Long.MIN_VALUE)));
        return Comparator.comparing(
                record -> record.valueAt(property.name(), at).orElse("").toLowerCase(Locale.ROOT));
    }
}
