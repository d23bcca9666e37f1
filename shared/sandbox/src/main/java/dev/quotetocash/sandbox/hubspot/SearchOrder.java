package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The order of search results: by the sorts, then by id. A sort is an object or a string, `-name` descending.
/// What has no value comes first.
final class SearchOrder {

    private static final Comparator<Optional<IndexKey>> BLANKS_FIRST = (one, other) -> {
        if (one.isEmpty() || other.isEmpty()) return Boolean.compare(one.isPresent(), other.isPresent());
        return one.get().compareTo(other.get());
    };

    private static final List<String> DIRECTIONS = List.of("ASCENDING", "DESCENDING");

    private final List<Sort> sorts;
    private final Instant at;

    private SearchOrder(List<Sort> sorts, Instant at) {
        this.sorts = sorts;
        this.at = at;
    }

    private record Sort(PropertyDefinition property, boolean descending) {}

    /// A record with what it is sorted by, worked out once.
    private record Sorted(CrmRecord record, long id, List<Optional<IndexKey>> keys) {}

    static SearchOrder parse(Portal portal, ObjectType type, JsonNode nodes, Instant at) {
        if (nodes.size() > 1 && !portal.is(Unconfirmed.SEARCH_TAKES_MANY_SORTS))
            throw Problem.invalid("Only 1 sort is allowed").refused();
        var sorts = new ArrayList<Sort>();
        nodes.forEach(node -> sorts.add(sort(portal.state(), type, node)));
        return new SearchOrder(sorts, at);
    }

    List<CrmRecord> sorted(List<CrmRecord> records) {
        var order = order();
        return records.stream()
                .map(this::sorted)
                .sorted(order)
                .map(Sorted::record)
                .toList();
    }

    private Sorted sorted(CrmRecord record) {
        var keys = new ArrayList<Optional<IndexKey>>();
        for (var sort : sorts) {
            keys.add(record.valueAt(sort.property().name(), at).flatMap(value -> IndexKey.of(sort.property(), value)));
        }
        return new Sorted(record, Long.parseLong(record.id()), keys);
    }

    private Comparator<Sorted> order() {
        Comparator<Sorted> order = (_, _) -> 0;
        for (var i = 0; i < sorts.size(); i++) {
            var at = i;
            var next = Comparator.<Sorted, Optional<IndexKey>>comparing(
                    sorted -> sorted.keys().get(at), BLANKS_FIRST);
            order = order.thenComparing(sorts.get(i).descending() ? next.reversed() : next);
        }
        return order.thenComparingLong(Sorted::id);
    }

    private static Sort sort(State state, ObjectType type, JsonNode sort) {
        var text = sort.isTextual() ? sort.asText() : "";
        var name = sort.isTextual()
                ? (text.startsWith("-") ? text.substring(1) : text)
                : Json.member(sort, "propertyName").orElse("");
        var direction = Json.member(sort, "direction").orElse("ASCENDING");
        if (!DIRECTIONS.contains(direction))
            throw Problem.invalid("direction must be one of " + DIRECTIONS + ": " + direction)
                    .refused();
        var descending = text.startsWith("-") || direction.equals("DESCENDING");
        var property = state.property(type, name)
                .orElseThrow(() -> Problem.invalid("Cannot sort by unknown property " + name)
                        .refused());
        return new Sort(property, descending);
    }
}
