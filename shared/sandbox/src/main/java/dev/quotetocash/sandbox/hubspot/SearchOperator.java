package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// One filter's test of a value. An unset property matches NOT_HAS_PROPERTY and nothing else, not even NEQ or
/// NOT_IN.
final class SearchOperator {

    private SearchOperator() {}

    static Predicate<Optional<String>> parse(PropertyDefinition property, JsonNode filter) {
        var operator = Json.member(filter, "operator").orElse("");
        return switch (operator) {
            case "HAS_PROPERTY" -> Optional::isPresent;
            case "NOT_HAS_PROPERTY" -> Optional::isEmpty;
            case "IN" -> held(in(property, values(filter)));
            case "NOT_IN" -> held(in(property, values(filter)).negate());
            case "CONTAINS_TOKEN" -> held(token(text(filter, "value")));
            case "NOT_CONTAINS_TOKEN" -> held(token(text(filter, "value")).negate());
            case "BETWEEN" -> {
                var low = text(filter, "value");
                var high = text(filter, "highValue");
                yield held(value -> compare(property, value, low) >= 0 && compare(property, value, high) <= 0);
            }
            default -> comparison(property, operator, text(filter, "value"));
        };
    }

    private static Predicate<Optional<String>> comparison(PropertyDefinition property, String operator, String other) {
        return switch (operator) {
            case "EQ" -> held(value -> compare(property, value, other) == 0);
            case "NEQ" -> held(value -> compare(property, value, other) != 0);
            case "LT" -> held(value -> compare(property, value, other) < 0);
            case "LTE" -> held(value -> compare(property, value, other) <= 0);
            case "GT" -> held(value -> compare(property, value, other) > 0);
            case "GTE" -> held(value -> compare(property, value, other) >= 0);
            default ->
                throw Problem.invalid("Unknown search operator: " + operator).refused();
        };
    }

    private static Predicate<Optional<String>> held(Predicate<String> test) {
        return value -> value.filter(test).isPresent();
    }

    /// Enumerations compare exactly, other text without regard to case, times and numbers by value.
    private static int compare(PropertyDefinition property, String value, String other) {
        return switch (property.type()) {
            case "number" -> new BigDecimal(value).compareTo(decimal(property, other));
            case "date", "datetime" -> Long.compare(millis(property, value), millis(property, other));
            case "enumeration", "bool" -> value.compareTo(other);
            default -> value.toLowerCase(Locale.ROOT).compareTo(other.toLowerCase(Locale.ROOT));
        };
    }

    /// Text is indexed in lower case and IN does not lower what it is given.
    private static Predicate<String> in(PropertyDefinition property, List<String> values) {
        return switch (property.type()) {
            case "string", "phone_number" -> value -> values.contains(value.toLowerCase(Locale.ROOT));
            default -> value -> values.stream().anyMatch(other -> compare(property, value, other) == 0);
        };
    }

    private static Predicate<String> token(String wanted) {
        var pattern = Pattern.compile(
                Arrays.stream(wanted.split("\\*", -1))
                        .map(Pattern::quote)
                        .reduce((a, b) -> a + ".*" + b)
                        .orElse(""),
                Pattern.CASE_INSENSITIVE);
        return value -> pattern.matcher(value).matches()
                || Arrays.stream(value.split("[^\\p{L}\\p{N}]+"))
                        .anyMatch(word -> pattern.matcher(word).matches());
    }

    private static BigDecimal decimal(PropertyDefinition property, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid(text + " is not a number to compare " + property.name() + " with")
                    .refused();
        }
    }

    private static long millis(PropertyDefinition property, String text) {
        return PropertyValues.instant(text)
                .orElseThrow(() -> Problem.invalid(text + " is not a time to compare " + property.name() + " with")
                        .refused())
                .toEpochMilli();
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
