package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/// The rules for defining properties (section 6).
final class Properties {

    private static final int UNIQUE_MAX = 10;

    private final Portal portal;

    Properties(Portal portal) {
        this.portal = portal;
    }

    /// Creating an archived name restores it, with the new definition; what can be set on creation only stays
    /// as it was.
    PropertyDefinition create(ObjectType type, JsonNode body) {
        var created = PropertyParser.create(body, portal.now());
        var property = Optional.ofNullable(portal.state().properties(type).get(created.name()))
                .map(created::restoring)
                .orElse(created);
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
        var users = new PropertyUse(portal).of(type, found.get());
        if (!users.isEmpty())
            throw Problem.invalid("Property " + name + " is still used: " + users)
                    .withSubCategory("PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE")
                    .refused();
        put(type, found.get().archived(true, at));
    }

    PropertyDefinition require(ObjectType type, String name) {
        return portal.state().property(type, name).orElseThrow(() -> missing(name));
    }

    /// For a definition that names a property.
    void requireKnown(ObjectType type, String name) {
        if (portal.state().property(type, name).isEmpty())
            throw Problem.invalid("No property exists with name " + name).refused();
    }

    static Refused missing(String name) {
        return Problem.notFound("No property exists with name " + name).refused();
    }

    private PropertyDefinition put(ObjectType type, PropertyDefinition property) {
        portal.state().put(type, property);
        return property;
    }

    private void requireGroup(ObjectType type, String group) {
        if (!portal.state().groups(type).has(group))
            throw Problem.invalid("Property group " + group + " does not exist").refused();
    }

    private boolean canBeUnique(ObjectType type) {
        if (type.equals(ObjectType.LINE_ITEM)) return portal.is(Unconfirmed.UNIQUE_PROPERTIES_ON_LINE_ITEMS);
        if (type.equals(ObjectType.QUOTE)) return portal.is(Unconfirmed.UNIQUE_PROPERTIES_ON_QUOTES);
        if (type.equals(ObjectType.INVOICE)) return portal.is(Unconfirmed.UNIQUE_PROPERTIES_ON_INVOICES);
        return !type.equals(ObjectType.PRODUCT);
    }

    private void checkRoom(ObjectType type, PropertyDefinition property) {
        var custom = portal.state().properties(type).values().stream()
                .filter(other -> !other.hubspotDefined() && !other.archived())
                .toList();
        var max = portal.settings().crm().customProperties();
        if (custom.size() >= max)
            throw Problem.invalid("At most " + max + " custom properties are allowed")
                    .refused();
        if (!property.hasUniqueValue()) return;
        if (!canBeUnique(type))
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
