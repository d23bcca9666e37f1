package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.mapping.DealProperty;
import java.util.HashSet;
import java.util.Optional;

/// Definitions of properties: docs/reference/hubspot-api.md, 6.
final class PropertyJson {

    private PropertyJson() {}

    static ObjectNode format(DealProperty property) {
        var definition = Json.object()
                .put("name", property.name())
                .put("label", property.label())
                .put("type", property.type())
                .put("fieldType", property.fieldType())
                .put("groupName", DealProperty.GROUP);
        if (!property.options().isEmpty()) {
            var options = definition.putArray("options");
            property.options().forEach(option -> add(options, option));
        }
        return definition;
    }

    static ObjectNode group(String name, String label) {
        return Json.object().put("name", name).put("label", label).put("displayOrder", -1);
    }

    static ObjectNode description(String text) {
        return Json.object().put("description", text);
    }

    /// The list of choices to write when the existing definition lacks some. HubSpot replaces the whole list,
    /// so the existing ones go first, as they are.
    static Optional<ObjectNode> withMissingOptions(JsonNode existing, DealProperty property) {
        var known = new HashSet<String>();
        existing.path("options")
                .forEach(option -> known.add(option.path("value").asText()));
        var missing = property.options().stream()
                .filter(option -> !known.contains(option.value()))
                .toList();
        if (missing.isEmpty()) return Optional.empty();

        var change = Json.object();
        var options = change.putArray("options");
        existing.path("options").forEach(options::add);
        missing.forEach(option -> add(options, option));
        return Optional.of(change);
    }

    private static void add(ArrayNode options, DealProperty.Option option) {
        options.addObject()
                .put("label", option.label())
                .put("value", option.value())
                .put("displayOrder", options.size() - 1)
                .put("hidden", false);
    }
}
