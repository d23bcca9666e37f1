package dev.quotetocash.sandbox.hubspot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Properties without which a record of a type cannot be (sections 7, 15.5, 16.2).
final class Required {

    private final State state;

    Required(State state) {
        this.state = state;
    }

    void check(ObjectType type, Optional<CrmRecord> current, Map<String, String> values) {
        var missing = of(type).stream()
                .filter(name -> current.isEmpty() || values.containsKey(name))
                .filter(name -> Upcoming.value(current, values, name).isEmpty())
                .toList();
        if (missing.isEmpty()) return;
        throw Problem.invalid("Error creating " + type.upper() + ". Some required properties were not set.")
                .withContext(Map.of("properties", missing))
                .refused();
    }

    private List<String> of(ObjectType type) {
        if (type.equals(ObjectType.INVOICE)) return List.of("hs_currency");
        if (type.isOneOf(ObjectType.TASK, ObjectType.NOTE)) return List.of("hs_timestamp");
        return state.schema(type).map(Schema::requiredProperties).orElse(List.of());
    }
}
