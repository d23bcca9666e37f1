package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which scopes a route needs (section 13.2).
final class Scopes {

    private Scopes() {}

    /// Refuses a call whose app lacks a scope.
    static void check(Set<String> granted, Route route, Map<String, String> params) {
        if (granted.isEmpty()) return;
        var missing = new TreeSet<String>();
        for (var anyOf : needed(route, params)) {
            if (anyOf.stream().noneMatch(granted::contains)) missing.add(anyOf.getFirst());
        }
        if (missing.isEmpty()) return;
        throw Problem.of(403, "MISSING_SCOPES", "This app hasn't been granted all required scopes to make this call.")
                .withContext(Map.of("missingScopes", List.copyOf(missing)))
                .refused();
    }

    /// Each list must be met by any of its scopes.
    private static List<List<String>> needed(Route route, Map<String, String> params) {
        if (route.isIn("crm", "properties")) return properties(route, params);
        if (route.isIn("crm", "pipelines")) return pipelines(route, params);
        if (route.isIn("crm", "owners")) return List.of(List.of("crm.objects.owners.read"));
        if (route.isIn("settings", "currencies"))
            return List.of(List.of("settings.currencies.read", "settings.currencies.write"));
        if (route.isIn("tax-rates")) return List.of(List.of("tax_rates.read"));
        return objects(route, params);
    }

    private static List<List<String>> objects(Route route, Map<String, String> params) {
        var needed = new ArrayList<List<String>>();
        for (var name : List.of("type", "from", "to", "toType")) {
            ObjectType.named(params.getOrDefault(name, ""))
                    .ifPresent(type -> needed.add(object(type, route.reads() ? "read" : "write")));
        }
        return needed;
    }

    private static List<List<String>> properties(Route route, Map<String, String> params) {
        return ObjectType.named(params.getOrDefault("type", "")).stream()
                .map(type -> {
                    if (isCommerce(type) && !route.reads()) return List.of("e-commerce");
                    if (!route.reads()) return List.of("crm.schemas." + type.plural() + ".write");
                    var any = new ArrayList<>(object(type, "read"));
                    any.add("crm.schemas." + type.plural() + ".read");
                    return List.copyOf(any);
                })
                .toList();
    }

    private static List<List<String>> pipelines(Route route, Map<String, String> params) {
        return ObjectType.named(params.getOrDefault("type", "")).stream()
                .map(type -> {
                    if (!route.reads()) return List.of("crm.schemas." + type.plural() + ".write");
                    return List.of("crm.objects." + type.plural() + ".read", "crm.schemas." + type.plural() + ".read");
                })
                .toList();
    }

    private static List<String> object(ObjectType type, String verb) {
        var own = "crm.objects." + type.plural() + "." + verb;
        return isCommerce(type) ? List.of(own, "e-commerce") : List.of(own);
    }

    private static boolean isCommerce(ObjectType type) {
        return type == ObjectType.LINE_ITEM || type == ObjectType.PRODUCT;
    }
}
