package dev.quotetocash.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/// JSON trees with numbers as exact decimals, and the ways in which HubSpot spells texts and times.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    static JsonNode parse(byte[] body) {
        try {
            var tree = MAPPER.readTree(body);
            if (!tree.isObject()) throw new UnreadableReply("not a JSON object");
            return tree;
        } catch (IOException e) {
            throw new UnreadableReply("not JSON");
        }
    }

    static byte[] format(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// Texts and numbers alike: HubSpot's ids come as either.
    static String text(JsonNode node, String member) {
        return optional(node, member).orElseThrow(() -> new UnreadableReply("no " + member));
    }

    /// Empty for a member that is missing, null or an empty text.
    static Optional<String> optional(JsonNode node, String member) {
        var value = node.path(member);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    /// A member that must be an array.
    static ArrayNode array(JsonNode node, String member) {
        if (node.path(member) instanceof ArrayNode array) return array;
        throw new UnreadableReply("no array " + member);
    }

    /// ISO 8601 or milliseconds since 1970.
    static Optional<Instant> time(JsonNode node, String member) {
        return optional(node, member).map(Json::instant);
    }

    private static Instant instant(String text) {
        return text.indexOf('T') < 0 ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
    }
}
