package dev.quotetocash.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Notice;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;

/// The body of a queue message: `{"v":1,"kind":"deal","ids":["77"],"trigger":"webhook:hubspot",
/// "firstQueuedAt":"2026-11-23T10:00:00Z","deferrals":0}`. Members that are not known are ignored, another
/// version is not.
public final class NoticeJson {

    private static final int VERSION = 1;

    private NoticeJson() {}

    public static String format(Notice notice) {
        var body = Json.MAPPER.createObjectNode();
        body.put("v", VERSION);
        body.put("kind", notice.kind().wire());
        notice.ids().forEach(body.putArray("ids")::add);
        body.put("trigger", notice.trigger());
        body.put("firstQueuedAt", notice.firstQueuedAt().toString());
        body.put("deferrals", notice.deferrals());
        return Json.format(body);
    }

    /// Throws IllegalArgumentException, which says what is wrong and quotes nothing.
    public static Notice parse(String text) {
        var body = Json.parse(text.getBytes(StandardCharsets.UTF_8))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException("a message is not a JSON object"));
        if (body.path("v").asInt() != VERSION) throw new IllegalArgumentException("a message of another version");
        var ids = new ArrayList<String>();
        for (var id : body.path("ids")) ids.add(id.asText());
        return new Notice(
                kind(body.path("kind").asText()),
                ids,
                body.path("trigger").asText(),
                time(body.path("firstQueuedAt").asText()),
                body.path("deferrals").asInt());
    }

    private static Notice.Kind kind(String wire) {
        return Arrays.stream(Notice.Kind.values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a message of an unknown kind"));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("a message without a time in firstQueuedAt");
        }
    }
}
