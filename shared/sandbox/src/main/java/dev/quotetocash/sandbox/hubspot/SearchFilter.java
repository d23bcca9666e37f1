package dev.quotetocash.sandbox.hubspot;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One filter of a search. `property` and `ranges` say which values it can match, where that is known: what an
/// index can look up.
record SearchFilter(Predicate<CrmRecord> test, Optional<PropertyDefinition> property, List<IndexRange> ranges) {

    SearchFilter {
        ranges = List.copyOf(ranges);
    }

    static SearchFilter unindexed(Predicate<CrmRecord> test) {
        return new SearchFilter(test, Optional.empty(), List.of());
    }

    boolean isIndexed() {
        return property.isPresent() && !ranges.isEmpty();
    }

    boolean isExact() {
        return isIndexed() && ranges.stream().allMatch(IndexRange::isPoint);
    }
}
