package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A decoded path with its version segment taken out, so that one route serves every alias.
/// `/settings/v3/currencies/codes` and `/settings/currencies/2026-09/codes` come out equal. A version counts only
/// where its API has it (section 2).
record ApiPath(Optional<Version> version, List<String> segments) {

    private static final Pattern VERSION = Pattern.compile("v[0-9]+|[0-9]{4}-[0-9]{2}(-beta)?");

    /// First segments of APIs whose name has two; the version follows both.
    private static final Set<String> TWO_PART = Set.of("crm", "settings", "meta");

    /// The legacy versions of these stand between the two.
    private static final Set<String> LEGACY_INSIDE = Set.of("crm", "settings");

    ApiPath {
        segments = List.copyOf(segments);
    }

    static ApiPath of(String path) {
        var segments = new ArrayList<String>();
        for (var segment : path.split("/")) if (!segment.isEmpty()) segments.add(segment);
        for (var at = 1; at <= 2 && at < segments.size(); at++) {
            var text = segments.get(at);
            if (at != place(segments.getFirst(), text) || !VERSION.matcher(text).matches()) continue;
            segments.remove(at);
            return new ApiPath(Version.of(text), segments);
        }
        return new ApiPath(Optional.empty(), segments);
    }

    private static int place(String api, String version) {
        if (!TWO_PART.contains(api)) return 1;
        return version.startsWith("v") && LEGACY_INSIDE.contains(api) ? 1 : 2;
    }
}
