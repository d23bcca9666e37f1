package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The filter groups of a search: OR between groups, AND within one (section 4).
final class SearchFilters {

    private static final int GROUPS_MAX = 5;
    private static final int MORE_GROUPS_MAX = 6;
    private static final int FILTERS_PER_GROUP_MAX = 6;
    private static final int FILTERS_MAX = 18;
    private static final String ASSOCIATIONS = "associations.";

    private final Portal portal;
    private final Associations associations;

    SearchFilters(Portal portal, Associations associations) {
        this.portal = portal;
        this.associations = associations;
    }

    /// The groups of a request; none match everything.
    record Groups(List<List<SearchFilter>> any) {

        boolean test(CrmRecord record) {
            if (any.isEmpty()) return true;
            for (var all : any) {
                if (meets(record, all)) return true;
            }
            return false;
        }

        private static boolean meets(CrmRecord record, List<SearchFilter> all) {
            for (var filter : all) {
                if (!filter.test().test(record)) return false;
            }
            return true;
        }

        /// All records that can match: of each group those that its best indexed filter finds.
        Collection<CrmRecord> candidates(TypeState state) {
            var candidates = new LinkedHashSet<CrmRecord>();
            for (var all : any) {
                var best = all.stream()
                        .filter(SearchFilter::isExact)
                        .findFirst()
                        .or(() -> all.stream().filter(SearchFilter::isIndexed).findFirst());
                if (best.isEmpty()) return state.records();
                var found = state.candidates(
                        best.get().property().orElseThrow(), best.get().ranges());
                if (any.size() == 1) return found;
                candidates.addAll(found);
            }
            return any.isEmpty() ? state.records() : candidates;
        }
    }

    Groups parse(ObjectType type, JsonNode groups, Instant at) {
        var any = new ArrayList<List<SearchFilter>>();
        var count = 0;
        for (var group : groups) {
            var filters = Json.optionalArray(group, "filters");
            count += filters.size();
            if (filters.size() > FILTERS_PER_GROUP_MAX) throw tooMany("filters in a group", FILTERS_PER_GROUP_MAX);
            any.add(allOf(type, filters, at));
        }
        var max = portal.is(Unconfirmed.SEARCH_TAKES_SIX_GROUPS) ? MORE_GROUPS_MAX : GROUPS_MAX;
        if (any.size() > max) throw tooMany("filterGroups", max);
        if (count > FILTERS_MAX) throw tooMany("filters", FILTERS_MAX);
        return new Groups(any);
    }

    private List<SearchFilter> allOf(ObjectType type, JsonNode filters, Instant at) {
        var all = new ArrayList<SearchFilter>();
        filters.forEach(filter -> all.add(one(type, filter, at)));
        return all;
    }

    private SearchFilter one(ObjectType type, JsonNode filter, Instant at) {
        var name = Json.member(filter, "propertyName").orElse("");
        if (name.startsWith(ASSOCIATIONS)) return association(name.substring(ASSOCIATIONS.length()), filter, at);
        var property = portal.state()
                .property(type, name)
                .orElseThrow(() -> Problem.invalid("There was a problem with the request: unknown property " + name)
                        .refused());
        var operator = SearchOperator.parse(property, filter);
        return new SearchFilter(
                record -> operator.test().test(record.valueAt(name, at)), Optional.of(property), operator.ranges());
    }

    private SearchFilter association(String toName, JsonNode filter, Instant at) {
        var to = portal.named(toName)
                .orElseThrow(() -> Problem.invalid("Unable to infer object type from: " + toName)
                        .refused());
        var wanted = new ArrayList<String>(Json.texts(filter.path("values")));
        Json.member(filter, "value").ifPresent(wanted::add);
        var operator = Json.member(filter, "operator").orElse("");
        if (wanted.isEmpty() && !operator.endsWith("HAS_PROPERTY"))
            throw Problem.invalid("Filter is missing a value: " + Json.text(filter))
                    .refused();
        return SearchFilter.unindexed(
                switch (operator) {
                    case "EQ", "IN" ->
                        record -> neighbours(record, to, at).stream().anyMatch(wanted::contains);
                    case "NEQ", "NOT_IN" ->
                        record -> neighbours(record, to, at).stream().noneMatch(wanted::contains);
                    case "HAS_PROPERTY" -> record -> !neighbours(record, to, at).isEmpty();
                    case "NOT_HAS_PROPERTY" ->
                        record -> neighbours(record, to, at).isEmpty();
                    default ->
                        throw Problem.invalid("Operator " + operator + " is not supported for associations")
                                .refused();
                });
    }

    private List<String> neighbours(CrmRecord record, ObjectType to, Instant at) {
        return associations.indexed(at, record.type(), record.id(), to);
    }

    private static Refused tooMany(String what, int max) {
        return Problem.invalid("Too many " + what + ": at most " + max).refused();
    }
}
