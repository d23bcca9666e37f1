package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Which scopes a route needs (section 13.2).
final class Scopes {

    private Scopes() {}

    /// Refuses a call whose token lacks a scope.
    static void check(Route route, Call call) {
        var granted = call.actor().scopes();
        if (granted.isEmpty()) return;
        var missing = missing(granted, needed(route, call));
        if (missing.isEmpty()) return;
        throw Problem.of(403, "MISSING_SCOPES", "This app hasn't been granted all required scopes to make this call.")
                .withContext(Map.of("missingScopes", missing))
                .refused();
    }

    /// The first scope of each list of which none is granted.
    private static List<String> missing(Collection<String> granted, List<List<String>> needed) {
        var missing = new TreeSet<String>();
        for (var anyOf : needed) {
            if (anyOf.stream().noneMatch(granted::contains)) missing.add(anyOf.getFirst());
        }
        return List.copyOf(missing);
    }

    /// Each list must be met by any of its scopes.
    private static List<List<String>> needed(Route route, Call call) {
        if (route.isIn("crm", "properties"))
            return types(call, "type").stream()
                    .map(type -> type.properties(route.reads()))
                    .toList();
        if (route.isIn("crm", "pipelines"))
            return types(call, "type").stream()
                    .map(type -> type.pipelines(route.reads()))
                    .toList();
        if (route.isIn("crm-object-schemas") || route.isIn("crm", "schemas"))
            return List.of(List.of("crm.schemas.custom." + verb(route)));
        if (route.isIn("crm", "owners")) return List.of(List.of("crm.objects.owners.read"));
        if (route.isIn("settings", "currencies")) return List.of(currencies(route.reads()));
        if (route.isIn("tax-rates")) return List.of(List.of("tax_rates.read"));
        return objects(route, call);
    }

    private static List<String> currencies(boolean reads) {
        var write = "settings.currencies.write";
        return reads ? List.of("settings.currencies.read", write) : List.of(write);
    }

    /// Of both ends of an association, and of the types whose associations are read along with a record.
    private static List<List<String>> objects(Route route, Call call) {
        var needed = new ArrayList<List<String>>();
        for (var type : types(call, "type", "from", "to", "toType")) needed.add(type.records(verb(route)));
        if (route.isIn("crm", "objects") && route.method().equals("GET")) {
            for (var name : call.names("associations"))
                call.types()
                        .named(name.replace(' ', '_'))
                        .ifPresent(type -> needed.add(ScopeFamily.of(type).records("read")));
        }
        return needed;
    }

    private static List<ScopeFamily> types(Call call, String... sides) {
        var types = new ArrayList<ScopeFamily>();
        for (var side : sides) {
            call.types().named(call.params().getOrDefault(side, "")).ifPresent(type -> types.add(ScopeFamily.of(type)));
        }
        return types;
    }

    private static String verb(Route route) {
        return route.reads() ? "read" : "write";
    }
}
