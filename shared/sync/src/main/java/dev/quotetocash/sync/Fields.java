package dev.quotetocash.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The fields of one record as one read saw them, normalised, in the order they were put. A field that is not
/// here is `Unobserved`.
public record Fields(Map<String, Observed<String>> values) {

    public static final Fields NONE = new Fields(Map.of());

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Observed<String> get(String field) {
        return values.getOrDefault(field, Observed.unobserved());
    }

    public Fields with(String field, Observed<String> value) {
        var more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new Fields(more);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
