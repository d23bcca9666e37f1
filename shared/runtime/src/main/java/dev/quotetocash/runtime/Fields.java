package dev.quotetocash.runtime;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of a query or of a form, decoded. Of several of one name the first counts; what does not decode is
/// left out. Never printed.
record Fields(Map<String, String> byName) {

    static Fields parse(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            var at = pair.indexOf('=');
            if (at < 0) continue;
            try {
                fields.putIfAbsent(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            } catch (IllegalArgumentException notEncoded) {
                // Whoever sent it did not mean us.
            }
        }
        return new Fields(fields);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name)).filter(value -> !value.isEmpty());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Fields" + byName.keySet();
    }
}
