package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.RemoteFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What Xero's error answers mean: docs/reference/xero-api.md, 9 and 12.2.
final class XeroFailure {

    /// Five calls at a time are allowed; Xero names no wait for that.
    private static final Duration CONCURRENT = Duration.ofSeconds(5);

    /// For a 429 that says neither how long nor that it is about calls at a time: the window of the shortest
    /// limit.
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// The longest window, a day.
    private static final Duration RETRY_AFTER_MAX = Duration.ofHours(24);

    private XeroFailure() {}

    static RemoteFailure of(Answered reply) {
        return switch (reply.status()) {
            case 401, 403 -> new RemoteFailure.Unauthorized();
            case 404 -> new RemoteFailure.NotFound();
            case 408 -> new RemoteFailure.Unavailable(true);
            case 429 -> new RemoteFailure.RateLimited(retryAfter(reply));
            default ->
                reply.status() >= 400 && reply.status() < 500
                        ? new RemoteFailure.Rejected(messages(reply))
                        : new RemoteFailure.Unavailable(true);
        };
    }

    /// The token is refused, or does not reach the organisation (any more). Not if it merely lacks a scope, which
    /// the other calls do not need: Xero says so by either status, and misspells it (9.3).
    static boolean isDisconnected(Answered reply) {
        if (reply.status() != 401 && reply.status() != 403) return false;
        var said = reply.header("WWW-Authenticate").orElse("")
                + body(reply).flatMap(body -> Json.optional(body, "Detail")).orElse("");
        return !said.contains("insuff") && !said.contains("AuthorizationUnsuccessful");
    }

    static Duration retryAfter(Answered reply) {
        return reply.header("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(wait -> wait.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : wait)
                .orElseGet(() -> reply.header("X-Rate-Limit-Problem")
                                .filter("concurrent"::equals)
                                .isPresent()
                        ? CONCURRENT
                        : MINUTE);
    }

    /// The errors of the elements, else what the answer says as a whole.
    private static List<String> messages(Answered reply) {
        var messages = body(reply).map(XeroFailure::messages).orElse(List.of());
        return messages.isEmpty() ? List.of("Xero answered " + reply.status() + ".") : messages;
    }

    private static List<String> messages(JsonNode body) {
        var errors = StreamSupport.stream(body.path("Elements").spliterator(), false)
                .flatMap(element -> ElementJson.errors(element).stream())
                .distinct()
                .toList();
        if (!errors.isEmpty()) return errors;
        return Stream.of("Message", "Detail", "Title")
                .flatMap(member -> Json.optional(body, member).stream())
                .limit(1)
                .toList();
    }

    private static Optional<JsonNode> body(Answered reply) {
        try {
            return Optional.of(Json.parse(reply.body()));
        } catch (UnreadableReply notJson) {
            return Optional.empty();
        }
    }
}
