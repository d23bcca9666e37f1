package dev.quotetocash.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/// JSON read and written without a word about its contents in exceptions.
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /// Empty if it is not JSON, or nothing at all.
    static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.of(MAPPER.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    static String format(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree cannot be written", e);
        }
    }

    /// A number or a text, as text; ids come as both.
    static Optional<String> scalar(JsonNode object, String member) {
        var value = object.path(member);
        if (value.isTextual()) return Optional.of(value.textValue());
        return value.isIntegralNumber() ? Optional.of(value.asText()) : Optional.empty();
    }
}
