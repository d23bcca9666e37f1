package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What an endpoint answers, before it is written as JSON or XML.
sealed interface Answer {

    /// A 200 in the usual envelope; `content` is what the envelope holds besides its own members.
    record Found(ObjectNode content) implements Answer {}

    /// A 200 without the envelope.
    record Plain(ObjectNode content) implements Answer {}

    /// A 200 that is no envelope but a file.
    record File(String contentType, byte[] content) implements Answer {}

    record BadRequest(ObjectNode content) implements Answer {}

    record NotFound() implements Answer {}

    record NotModified() implements Answer {}

    record NoContent() implements Answer {}

    static Answer of(String plural, Iterable<? extends JsonNode> elements) {
        var content = Json.object();
        content.set(plural, Json.array(elements));
        return new Found(content);
    }

    /// A refusal of the request as a whole.
    static Answer refused(int number, String type, String message) {
        return new BadRequest(
                Json.object().put("ErrorNumber", number).put("Type", type).put("Message", message));
    }
}
