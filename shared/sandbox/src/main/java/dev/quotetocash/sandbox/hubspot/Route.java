package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A method and a path pattern without version, such as `/crm/objects/{type}/{id}`, and what serves it.
record Route(String method, List<String> pattern, Handler handler) {

    private static final Set<String> TYPES = Set.of("{type}", "{from}", "{to}", "{toType}");

    /// Serves a call, or refuses it by throwing [Refused].
    interface Handler {
        SimResponse handle(Call call);
    }

    static Route of(String methodAndPath, Handler handler) {
        var at = methodAndPath.indexOf(' ');
        var segments = Arrays.stream(methodAndPath.substring(at + 1).split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return new Route(methodAndPath.substring(0, at), segments, handler);
    }

    /// The values of the pattern's variables when it fits as many segments.
    Optional<Map<String, String>> match(List<String> segments) {
        var params = new HashMap<String, String>();
        for (var i = 0; i < pattern.size(); i++) {
            var expected = pattern.get(i);
            if (expected.startsWith("{")) params.put(expected.substring(1, expected.length() - 1), segments.get(i));
            else if (!expected.equals(segments.get(i))) return Optional.empty();
        }
        return Optional.of(params);
    }

    /// Object types are told, ids are not: `GET /crm/objects/deals/{id}`.
    String endpoint(List<String> segments) {
        var name = new StringBuilder(method).append(' ');
        for (var i = 0; i < pattern.size(); i++) {
            var part = pattern.get(i);
            name.append('/').append(TYPES.contains(part) ? typeName(segments.get(i)) : part);
        }
        return name.toString();
    }

    boolean isIn(String... prefix) {
        if (pattern.size() < prefix.length) return false;
        for (var i = 0; i < prefix.length; i++) if (!pattern.get(i).equals(prefix[i])) return false;
        return true;
    }

    boolean isAssociations() {
        return isIn("crm", "associations") || pattern.contains("associations");
    }

    boolean isSearch() {
        return pattern.getLast().equals("search");
    }

    /// Whether it asks for no bearer token.
    boolean isOpen() {
        return isIn("oauth") || isIn("meta");
    }

    /// v1 is known of OAuth and the address ranges alone, v4 of associations (section 2). The page that asks for
    /// consent has no version.
    boolean isServedOn(Optional<Version> version) {
        if (isIn("oauth", "authorize")) return version.isEmpty();
        return version.map(called -> switch (called) {
                    case V1 -> isIn("oauth") || isIn("meta");
                    case V4 -> isAssociations();
                    case V3, V2025_09, V2026_03, V2026_09 -> true;
                })
                .orElse(false);
    }

    /// Whether the call only reads, though it may be a POST.
    boolean reads() {
        return method.equals("GET") || isSearch() || pattern.getLast().equals("read");
    }

    private static String typeName(String segment) {
        return ObjectType.named(segment).map(ObjectType::plural).orElse("{type}");
    }
}
