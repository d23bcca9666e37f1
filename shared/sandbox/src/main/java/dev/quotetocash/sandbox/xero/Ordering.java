package dev.quotetocash.sandbox.xero;

import java.util.Comparator;
import java.util.Set;

/// The `order` parameter: fields with ASC (the default) or DESC, separated by commas.
final class Ordering {

    private Ordering() {}

    static Comparator<Members> parse(String order, Set<String> fields) {
        Comparator<Members> all = (_, _) -> 0;
        for (var part : order.split(",", -1)) all = all.thenComparing(one(part.strip(), fields));
        return all;
    }

    private static Comparator<Members> one(String part, Set<String> fields) {
        var words = part.split("\\s+", -1);
        var field = words[0];
        if (words.length > 2) throw new QueryRefused("Syntax error in order at '" + words[2] + "'");
        if (!fields.contains(field.split("\\.", -1)[0])) {
            throw new QueryRefused("No property or field '" + field + "' exists");
        }
        Comparator<Members> ascending = (one, other) -> Value.compare(one.at(field), other.at(field));
        if (words.length == 1 || words[1].equalsIgnoreCase("ASC")) return ascending;
        if (words[1].equalsIgnoreCase("DESC")) return ascending.reversed();
        throw new QueryRefused("Syntax error in order at '" + words[1] + "'");
    }
}
