package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// The rules for defining properties (section 6).
final class Properties {

    private static final int UNIQUE_MAX = 10;
    private static final int CUSTOM_MAX = 1_000;

    private final Portal portal;

    Properties(Portal portal) {
        this.portal = portal;
    }

    /// Creating an archived name restores it, with the new definition.
    PropertyDefinition create(ObjectType type, JsonNode body) {
        var property = PropertyParser.create(body, portal.now());
        if (portal.state().property(type, property.name()).isPresent())
            throw Problem.of(409, "OBJECT_ALREADY_EXISTS", "A property named '" + property.name() + "' already exists.")
                    .withSubCategory("Properties.PROPERTY_WITH_NAME_EXISTS")
                    .refused();
        requireGroup(type, property.groupName());
        checkRoom(type, property);
        return put(type, property);
    }

    PropertyDefinition update(ObjectType type, String name, JsonNode body) {
        var old = require(type, name);
        if (old.hubspotDefined())
            throw Problem.invalid("Property " + name + " is defined by HubSpot and cannot be changed")
                    .refused();
        var updated = PropertyParser.update(old, body, portal.now());
        requireGroup(type, updated.groupName());
        return put(type, updated);
    }

    /// Archiving what is gone already is fine.
    void archive(ObjectType type, String name, Instant at) {
        var found = portal.state().property(type, name);
        if (found.isEmpty()) return;
        if (found.get().hubspotDefined())
            throw Problem.invalid("Property " + name + " is defined by HubSpot and cannot be deleted")
                    .refused();
        put(type, found.get().archived(true, at));
    }

    PropertyDefinition require(ObjectType type, String name) {
        return portal.state().property(type, name).orElseThrow(() -> missing(name));
    }

    static Refused missing(String name) {
        return Problem.notFound("No property exists with name " + name).refused();
    }

    private PropertyDefinition put(ObjectType type, PropertyDefinition property) {
        portal.state().properties(type).put(property.name(), property);
        return property;
    }

    private void requireGroup(ObjectType type, String group) {
        if (!portal.state().groups(type).containsKey(group))
            throw Problem.invalid("Property group " + group + " does not exist").refused();
    }

    private void checkRoom(ObjectType type, PropertyDefinition property) {
        var custom = portal.state().properties(type).values().stream()
                .filter(other -> !other.hubspotDefined() && !other.archived())
                .toList();
        if (custom.size() >= CUSTOM_MAX)
            throw Problem.invalid("At most " + CUSTOM_MAX + " custom properties are allowed")
                    .refused();
        if (!property.hasUniqueValue()) return;
        if (type == ObjectType.PRODUCT
                || (type == ObjectType.LINE_ITEM && !portal.is(Unconfirmed.UNIQUE_PROPERTIES_ON_LINE_ITEMS)))
            throw Problem.invalid("hasUniqueValue is not supported for " + type.plural())
                    .refused();
        if (!property.type().equals("string") || !property.fieldType().equals("text"))
            throw Problem.invalid("hasUniqueValue needs type string and field type text")
                    .refused();
        if (custom.stream().filter(PropertyDefinition::hasUniqueValue).count() >= UNIQUE_MAX)
            throw Problem.invalid("At most " + UNIQUE_MAX + " properties can have unique values")
                    .refused();
    }
}
