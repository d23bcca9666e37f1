package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;

/// What keeps a property from being deleted (section 6): a write rule, the formula or the currency of another
/// property, or a custom object's definition.
final class PropertyUse {

    private final Portal portal;

    PropertyUse(Portal portal) {
        this.portal = portal;
    }

    /// The users by name; none when the property may go.
    List<String> of(ObjectType type, PropertyDefinition property) {
        var users = new ArrayList<String>();
        for (var rule : portal.settings().writeRules()) {
            if (type.isCalled(rule.objectType()) && rule.property().equals(property.name())) users.add("write rule");
        }
        for (var other : portal.state().properties(type).values()) {
            if (!other.archived() && !other.equals(property) && mentions(other, property.name()))
                users.add("property " + other.name());
        }
        portal.state()
                .schema(type)
                .filter(schema -> schema.mentions(property.name()))
                .ifPresent(_ -> users.add("object definition"));
        return users;
    }

    private static boolean mentions(PropertyDefinition other, String name) {
        var formula = other.hints().getOrDefault("calculationFormula", "");
        return List.of(formula.split("[^a-z0-9_]+")).contains(name)
                || name.equals(other.hints().get("currencyPropertyName"));
    }
}
