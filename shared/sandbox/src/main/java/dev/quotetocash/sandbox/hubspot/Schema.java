package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.List;

/// The definition of a custom object (section 7).
record Schema(
        ObjectType type,
        String singularLabel,
        String pluralLabel,
        String description,
        List<String> requiredProperties,
        List<String> searchableProperties,
        String primaryDisplayProperty,
        List<String> secondaryDisplayProperties,
        Instant createdAt,
        Instant updatedAt) {

    Schema {
        requiredProperties = List.copyOf(requiredProperties);
        searchableProperties = List.copyOf(searchableProperties);
        secondaryDisplayProperties = List.copyOf(secondaryDisplayProperties);
    }

    boolean mentions(String property) {
        return requiredProperties.contains(property)
                || searchableProperties.contains(property)
                || secondaryDisplayProperties.contains(property)
                || primaryDisplayProperty.equals(property);
    }
}
