package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One choice of an enumeration.
record PropertyOption(String label, String value, int displayOrder, boolean hidden, String description) {

    static PropertyOption of(String label, String value, int displayOrder) {
        return new PropertyOption(label, value, displayOrder, false, "");
    }

    static PropertyOption parse(JsonNode node) {
        var value = Json.member(node, "value").orElseThrow(() -> missing("value"));
        return new PropertyOption(
                Json.member(node, "label").orElseThrow(() -> missing("label")),
                value,
                node.path("displayOrder").asInt(-1),
                node.path("hidden").asBoolean(false),
                Json.member(node, "description").orElse(""));
    }

    ObjectNode format() {
        return Json.object()
                .put("label", label)
                .put("value", value)
                .put("description", description)
                .put("displayOrder", displayOrder)
                .put("hidden", hidden);
    }

    private static Refused missing(String name) {
        return Problem.invalid("Property option is missing required field: " + name)
                .refused();
    }
}
