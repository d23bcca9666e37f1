package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// JSON trees whose numbers never pass through a double.
final class Json {

    private static final int DIGITS = 20;

    /// What is nested deeper is no document; half of what could still be written, for answers wrap it.
    private static final int NESTING_MAX = 500;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode array(Iterable<? extends JsonNode> nodes) {
        var array = array();
        nodes.forEach(array::add);
        return array;
    }

    /// Written as Xero writes it: at least one decimal, no other trailing zeros (`21.0`, `24.15`, `10.1234`).
    static DecimalNode number(BigDecimal value) {
        var shortest = value.stripTrailingZeros();
        return DecimalNode.valueOf(shortest.scale() < 1 ? shortest.setScale(1) : shortest);
    }

    /// Whether a number has at most twenty digits before and twenty behind the decimal point: more is no amount,
    /// and could not even be written out.
    static boolean isBounded(BigDecimal number) {
        return number.signum() == 0
                || (number.scale() <= DIGITS && (long) number.precision() - number.scale() <= DIGITS);
    }

    /// With numbers that could not be written as texts, in place.
    static void tame(JsonNode node) {
        if (node instanceof ObjectNode object)
            object.properties().forEach(member -> tamed(member.getValue()).ifPresent(member::setValue));
        if (node instanceof ArrayNode array) {
            for (var at = 0; at < array.size(); at++) {
                var index = at;
                tamed(array.get(at)).ifPresent(text -> array.set(index, text));
            }
        }
    }

    private static Optional<JsonNode> tamed(JsonNode node) {
        tame(node);
        var exceeds = node.isBigDecimal() && !isBounded(node.decimalValue());
        return exceeds ? Optional.of(TextNode.valueOf(node.asText())) : Optional.empty();
    }

    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    /// What [#bytes] wrote.
    static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of plain values cannot be written", impossible);
        }
    }

    /// In UTF-8, by way of a text: Jackson's own bytes would spell an emoji as two escapes.
    static byte[] bytes(JsonNode node) {
        return write(node).getBytes(StandardCharsets.UTF_8);
    }

    static String pretty(JsonNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of plain values cannot be written", impossible);
        }
    }
}
