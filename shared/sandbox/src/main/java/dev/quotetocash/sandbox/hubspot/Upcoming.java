package dev.quotetocash.sandbox.hubspot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a record's value will be once a write is applied.
final class Upcoming {

    private Upcoming() {}

    static Map<String, String> with(Map<String, String> values, String property, String value) {
        var next = new LinkedHashMap<>(values);
        next.put(property, value);
        return next;
    }

    static Optional<String> value(Optional<CrmRecord> current, Map<String, String> written, String property) {
        if (written.containsKey(property))
            return Optional.of(written.getOrDefault(property, "")).filter(value -> !value.isEmpty());
        return current.flatMap(record -> record.value(property));
    }
}
