package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// One property value that was refused.
record FieldError(String property, String code, String message) {

    ObjectNode entry() {
        var entry = Json.object().put("message", message).put("code", code).put("in", property);
        entry.putObject("context").set("propertyName", Json.strings(List.of(property)));
        return entry;
    }

    ObjectNode detail() {
        return Json.object()
                .put("isValid", false)
                .put("message", message)
                .put("error", code)
                .put("name", property)
                .put("localizedErrorMessage", message);
    }
}
