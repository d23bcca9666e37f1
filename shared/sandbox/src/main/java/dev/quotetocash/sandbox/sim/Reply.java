package dev.quotetocash.sandbox.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Answers of the control surface.
final class Reply {

    private Reply() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static SimResponse ok(JsonNode body) {
        return SimResponse.json(200, body.toString());
    }

    static SimResponse error(int status, String message) {
        return SimResponse.json(status, object().put("error", message).toString());
    }
}
