package dev.quotetocash.xero;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sync.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// JSON trees with numbers as exact decimals, written in plain digits (docs/reference/xero-api.md, 1.1).
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /// Xero's numbers have at most 18 digits, 6 of them decimals; this keeps `1E999999999` from being
    /// expanded.
    private static final int DIGITS_MAX = 40;

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

    static ArrayNode parseArray(byte[] body) {
        try {
            if (MAPPER.readTree(body) instanceof ArrayNode array) return array;
            throw new UnreadableReply("not a JSON array");
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

    /// The request body, with the composed elements byte for byte. `member` is the resource, such as `Invoices`.
    static byte[] envelope(String member, List<Payload> composed) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("{\"" + member + "\":").getBytes(StandardCharsets.UTF_8));
        var before = "[";
        for (var element : composed) {
            body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(element.bytes());
            before = ",";
        }
        body.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

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

    static BigDecimal number(JsonNode node, String member) {
        return optionalNumber(node, member).orElseThrow(() -> new UnreadableReply("no " + member));
    }

    /// With the decimals that Xero wrote.
    static Optional<BigDecimal> optionalNumber(JsonNode node, String member) {
        var value = node.path(member);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        if (!value.isNumber()) throw new UnreadableReply("no number " + member);
        var number = value.decimalValue();
        if (Math.abs((long) number.scale()) > DIGITS_MAX || number.precision() > DIGITS_MAX) {
            throw new UnreadableReply("too long a number " + member);
        }
        return Optional.of(number);
    }

    /// A member that must be an array.
    static ArrayNode array(JsonNode node, String member) {
        if (node.path(member) instanceof ArrayNode array) return array;
        throw new UnreadableReply("no array " + member);
    }
}
