package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What an endpoint answers, before it is written as JSON or XML.
sealed interface Answer {

    /// A 200 in the usual envelope; `content` is what the envelope holds besides its own members.
    record Found(ObjectNode content) implements Answer {}

    /// A 200 in the usual envelope with a list whose elements are JSON already.
    record Page(ObjectNode content, String plural, List<byte[]> elements) implements Answer {

        /// As one tree.
        ObjectNode whole() {
            var whole = content.deepCopy();
            var list = whole.putArray(plural);
            elements.forEach(element -> list.add(Json.read(element)));
            return whole;
        }

        /// As JSON behind the members of `envelope`. The elements are only copied.
        byte[] within(ObjectNode envelope) {
            var open = Json.bytes(envelope.setAll(content));
            var name = (",\"" + plural + "\":[").getBytes(StandardCharsets.UTF_8);
            var commas = Math.max(0, elements.size() - 1);
            var size = elements.stream().mapToInt(element -> element.length).sum();
            var json = ByteBuffer.allocate(open.length - 1 + name.length + size + commas + 2);
            json.put(open, 0, open.length - 1).put(name);
            for (var at = 0; at < elements.size(); at++) {
                if (at > 0) json.put((byte) ',');
                json.put(elements.get(at));
            }
            return json.put((byte) ']').put((byte) '}').array();
        }
    }

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
