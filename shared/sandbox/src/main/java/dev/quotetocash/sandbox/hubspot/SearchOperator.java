package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// One filter's test of a value. An unset property matches NOT_HAS_PROPERTY and nothing else, not even NEQ or
/// NOT_IN. `ranges` are the values that can match; none where that is unknown.
record SearchOperator(Predicate<Optional<String>> test, List<IndexRange> ranges) {

    static SearchOperator parse(PropertyDefinition property, JsonNode filter) {
        var operator = Json.member(filter, "operator").orElse("");
        return switch (operator) {
            case "HAS_PROPERTY" -> new SearchOperator(Optional::isPresent, List.of());
            case "NOT_HAS_PROPERTY" -> new SearchOperator(Optional::isEmpty, List.of());
            case "IN" -> {
                var keys = keys(property, values(filter));
                yield held(in(property, values(filter), keys), points(keys));
            }
            case "NOT_IN" -> {
                var keys = keys(property, values(filter));
                yield held(in(property, values(filter), keys).negate(), List.of());
            }
            case "CONTAINS_TOKEN" -> held(token(text(filter, "value")), List.of());
            case "NOT_CONTAINS_TOKEN" -> held(token(text(filter, "value")).negate(), List.of());
            case "BETWEEN" -> {
                var low = key(property, text(filter, "value"));
                var high = key(property, text(filter, "highValue"));
                yield compared(
                        property,
                        value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0,
                        new IndexRange(Optional.of(low), Optional.of(high)));
            }
            default -> comparison(property, operator, key(property, text(filter, "value")));
        };
    }

    private static SearchOperator comparison(PropertyDefinition property, String operator, IndexKey other) {
        var from = new IndexRange(Optional.of(other), Optional.empty());
        var to = new IndexRange(Optional.empty(), Optional.of(other));
        return switch (operator) {
            case "EQ" -> compared(property, value -> value.compareTo(other) == 0, IndexRange.exactly(other));
            case "NEQ" -> new SearchOperator(held(property, value -> value.compareTo(other) != 0), List.of());
            case "LT" -> compared(property, value -> value.compareTo(other) < 0, to);
            case "LTE" -> compared(property, value -> value.compareTo(other) <= 0, to);
            case "GT" -> compared(property, value -> value.compareTo(other) > 0, from);
            case "GTE" -> compared(property, value -> value.compareTo(other) >= 0, from);
            default ->
                throw Problem.invalid("Unknown search operator: " + operator).refused();
        };
    }

    private static SearchOperator compared(PropertyDefinition property, Predicate<IndexKey> test, IndexRange range) {
        return new SearchOperator(held(property, test), List.of(range));
    }

    private static SearchOperator held(Predicate<String> test, List<IndexRange> ranges) {
        return new SearchOperator(value -> value.filter(test).isPresent(), ranges);
    }

    private static Predicate<Optional<String>> held(PropertyDefinition property, Predicate<IndexKey> test) {
        return value ->
                value.flatMap(text -> IndexKey.of(property, text)).filter(test).isPresent();
    }

    /// Text is indexed in lower case and IN does not lower what it is given.
    private static Predicate<String> in(PropertyDefinition property, List<String> values, List<IndexKey> keys) {
        return switch (property.type()) {
            case "string", "phone_number" -> value -> values.contains(value.toLowerCase(Locale.ROOT));
            default ->
                value -> IndexKey.of(property, value)
                        .filter(key -> keys.stream().anyMatch(other -> key.compareTo(other) == 0))
                        .isPresent();
        };
    }

    /// The value as a whole or one of its words; a star stands for any text.
    private static Predicate<String> token(String wanted) {
        var parts = List.of(wanted.toLowerCase(Locale.ROOT).split("\\*", -1));
        return value -> {
            var lower = value.toLowerCase(Locale.ROOT);
            return isMadeOf(parts, lower)
                    || Arrays.stream(lower.split("[^\\p{L}\\p{N}]+")).anyMatch(word -> isMadeOf(parts, word));
        };
    }

    /// The first part begins the text, the last one ends it, the others stand between in their order.
    private static boolean isMadeOf(List<String> parts, String text) {
        if (parts.size() == 1) return text.equals(parts.getFirst());
        if (!text.startsWith(parts.getFirst())) return false;
        var at = parts.getFirst().length();
        for (var part : parts.subList(1, parts.size() - 1)) {
            var found = text.indexOf(part, at);
            if (found < 0) return false;
            at = found + part.length();
        }
        return text.length() - parts.getLast().length() >= at && text.endsWith(parts.getLast());
    }

    private static IndexKey key(PropertyDefinition property, String text) {
        var what = property.type().equals("number") ? "number" : "time";
        return IndexKey.of(property, text)
                .orElseThrow(
                        () -> Problem.invalid(text + " is not a " + what + " to compare " + property.name() + " with")
                                .refused());
    }

    private static List<IndexKey> keys(PropertyDefinition property, List<String> values) {
        return values.stream().map(value -> key(property, value)).toList();
    }

    private static List<IndexRange> points(List<IndexKey> keys) {
        return keys.stream().map(IndexRange::exactly).toList();
    }

    private static String text(JsonNode filter, String member) {
        return Json.member(filter, member)
                .orElseThrow(() -> Problem.invalid("Filter is missing " + member + ": " + Json.text(filter))
                        .refused());
    }

    private static List<String> values(JsonNode filter) {
        var values = Json.texts(filter.path("values"));
        if (values.isEmpty())
            throw Problem.invalid("Filter is missing values: " + Json.text(filter))
                    .refused();
        return values;
    }
}
