package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Answers as HTTP: JSON when it is accepted, else XML; the shapes of reference sections 1.1 and 9.3.
final class Replies {

    static final String PROVIDER = "Quote-to-cash bridge";
    private static final DateTimeFormatter US_DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);

    private Replies() {}

    static SimResponse write(Answer answer, SimRequest request, UUID id, Instant now) {
        return switch (answer) {
            case Answer.Found(var content) -> body(200, envelope(id, now).setAll(content), request);
            case Answer.Page page when acceptsJson(request) -> json(200, page.within(envelope(id, now)));
            case Answer.Page page -> body(200, envelope(id, now).setAll(page.whole()), request);
            case Answer.Plain(var content) -> body(200, content, request);
            case Answer.File(var type, var content) -> new SimResponse(200, Map.of("Content-Type", type), content);
            case Answer.BadRequest(var content) -> body(400, content, request);
            case Answer.NotFound _ -> notFound();
            case Answer.NotModified _ -> SimResponse.empty(304);
            case Answer.NoContent _ -> SimResponse.empty(204);
        };
    }

    /// An unknown id or address: empty, as HTML (observed).
    static SimResponse notFound() {
        return SimResponse.empty(404).with("Content-Type", "text/html");
    }

    static SimResponse tokenExpired(Instant at, UUID instance) {
        return unauthorized("TokenExpired: token expired at " + US_DATE.format(at.atOffset(ZoneOffset.UTC)), instance);
    }

    static SimResponse unauthorized(String detail, UUID instance) {
        return problem(401, "Unauthorized", detail, instance.toString());
    }

    static SimResponse forbidden(String detail, UUID instance) {
        return problem(403, "Forbidden", detail, instance.toString());
    }

    static SimResponse badRequest(String detail) {
        return problem(400, "Bad Request", detail, new UUID(0, 0).toString());
    }

    static SimResponse conflict(String detail) {
        return problem(409, "Conflict", detail, new UUID(0, 0).toString());
    }

    /// Text, unlike every other problem.
    static SimResponse offline() {
        var text = "The Organisation is offline".getBytes(StandardCharsets.UTF_8);
        return new SimResponse(503, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
    }

    static SimResponse malformedQuery(SimRequest request) {
        var content = Json.object().put("ErrorNumber", 16).put("Type", "QueryParseException");
        return body(400, content.put("Message", "The query is not percent-encoded"), request);
    }

    /// An error of the simulator itself (reference section 9.3), which says what broke.
    static SimResponse broken(RuntimeException what, UUID instance) {
        return problem(500, "Internal Server Error", "An error occurred in Xero: " + what, instance.toString());
    }

    static SimResponse keysDown(UUID instance) {
        return problem(500, "Internal Server Error", "The idempotency service is unavailable", instance.toString());
    }

    private static SimResponse problem(int status, String title, String detail, String instance) {
        var content = Json.object().putNull("Type").put("Title", title).put("Status", status);
        content.put("Detail", detail).put("Instance", instance).putObject("Extensions");
        return SimResponse.json(status, Json.write(content));
    }

    private static ObjectNode envelope(UUID id, Instant now) {
        var envelope = Json.object().put("Id", id.toString()).put("Status", "OK");
        return envelope.put("ProviderName", PROVIDER).put("DateTimeUTC", Dates.bareMoment(now));
    }

    private static SimResponse body(int status, ObjectNode content, SimRequest request) {
        if (acceptsJson(request)) return json(status, Json.bytes(content));
        var xml = XmlForm.of(status == 200 ? "Response" : "ApiException", content);
        return new SimResponse(
                status, Map.of("Content-Type", "text/xml; charset=utf-8"), xml.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean acceptsJson(SimRequest request) {
        return request.header("accept")
                .filter(accept -> accept.toLowerCase(Locale.ROOT).contains("application/json"))
                .isPresent();
    }

    private static SimResponse json(int status, byte[] body) {
        return new SimResponse(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }
}
