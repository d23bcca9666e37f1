package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Set;

/// The `order` parameter: fields with ASC (the default) or DESC, separated by commas.
final class Ordering {

    private Ordering() {}

    static Comparator<JsonNode> parse(String order, Set<String> fields) {
        Comparator<JsonNode> all = (_, _) -> 0;
        for (var part : order.split(",", -1)) all = all.thenComparing(one(part.strip(), fields));
        return all;
    }

    private static Comparator<JsonNode> one(String part, Set<String> fields) {
        var words = part.split("\\s+", -1);
        var field = words[0];
        if (!fields.contains(field.split("\\.", -1)[0])) {
            throw new QueryRefused("No property or field '" + field + "' exists");
        }
        Comparator<JsonNode> ascending = (one, other) -> Value.compare(Value.of(one, field), Value.of(other, field));
        if (words.length == 1 || words[1].equalsIgnoreCase("ASC")) return ascending;
        if (words[1].equalsIgnoreCase("DESC")) return ascending.reversed();
        throw new QueryRefused("Syntax error in order at '" + words[1] + "'");
    }
}
