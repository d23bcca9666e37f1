package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A decoded path with its version segment taken out, so that one route serves every alias.
/// `/settings/v3/currencies/codes` and `/settings/currencies/2026-09/codes` come out equal.
record ApiPath(Optional<Version> version, List<String> segments) {

    private static final Pattern VERSION = Pattern.compile("v[0-9]+|[0-9]{4}-[0-9]{2}(-beta)?");

    ApiPath {
        segments = List.copyOf(segments);
    }

    static ApiPath of(String path) {
        var rest = new ArrayList<String>();
        var version = Optional.<Version>empty();
        var seen = false;
        for (var segment : path.split("/")) {
            if (segment.isEmpty()) continue;
            if (!seen && VERSION.matcher(segment).matches()) {
                seen = true;
                version = Version.of(segment);
            } else {
                rest.add(segment);
            }
        }
        return new ApiPath(version, rest);
    }
}
