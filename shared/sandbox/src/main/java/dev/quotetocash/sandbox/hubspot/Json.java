package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Small helpers over Jackson trees.
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /// A number with more places than this is no value of any property.
    private static final int PLACES_MAX = 100;

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode strings(Collection<String> values) {
        var array = array();
        values.forEach(array::add);
        return array;
    }

    static ArrayNode list(Collection<? extends JsonNode> nodes) {
        return array().addAll(nodes);
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A member as text; empty when it is missing or null. Numbers and booleans are taken as text too.
    static Optional<String> member(JsonNode node, String name) {
        var value = node.path(name);
        return value.isValueNode() && !value.isNull() ? Optional.of(plain(value)) : Optional.empty();
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /// The members of an object as text. A JSON null clears, as the empty string does.
    static Map<String, String> members(JsonNode object) {
        var members = new LinkedHashMap<String, String>();
        object.properties().forEach(member -> members.put(member.getKey(), value(member.getKey(), member.getValue())));
        return members;
    }

    /// An array, or none when the member is missing or null.
    static JsonNode optionalArray(JsonNode node, String name) {
        var value = node.path(name);
        if (value.isMissingNode() || value.isNull()) return array();
        if (!value.isArray())
            throw Problem.invalid("Invalid input JSON: " + name + " must be an array")
                    .refused();
        return value;
    }

    private static String value(String name, JsonNode value) {
        if (value.isContainerNode())
            throw Problem.invalid("Invalid input JSON: the value of " + name + " must be a text")
                    .refused();
        return value.isNull() ? "" : plain(value);
    }

    /// Numbers as they were written, yet without an exponent.
    private static String plain(JsonNode value) {
        if (!value.isBigDecimal()) return value.asText();
        var decimal = value.decimalValue();
        var isShort = Math.abs((long) decimal.scale()) <= PLACES_MAX;
        return isShort ? decimal.toPlainString() : decimal.toString();
    }
}
