package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.sync.CallReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What HubSpot's error answers mean: docs/reference/hubspot-api.md, 8 and 14.
final class HubSpotFailure {

    /// HubSpot documents no `Retry-After` for 429; these waits are the ones of its own Node client. The daily
    /// count starts again at midnight of the account's zone, which we do not know, so that is tried every
    /// hour.
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAILY = Duration.ofHours(1);

    /// An account's migration may take a day.
    private static final Duration RETRY_AFTER_MAX = Duration.ofHours(24);

    private HubSpotFailure() {}

    static RemoteFailure of(Answered reply) {
        return switch (reply.status()) {
            case 401, 403 -> new RemoteFailure.Unauthorized();
            case 404 -> new RemoteFailure.NotFound();
            case 429, 477 ->
                limit(reply)
                        .<RemoteFailure>map(refusal -> new RemoteFailure.RateLimited(refusal.duration()))
                        .orElseGet(() -> new RemoteFailure.Unavailable(true));
            case 408, 423 -> new RemoteFailure.Unavailable(true);
            default ->
                reply.status() >= 400 && reply.status() < 500
                        ? new RemoteFailure.Rejected(messages(reply))
                        : new RemoteFailure.Unavailable(true);
        };
    }

    /// For how long the account takes no more calls, where the answer says so. A move of the account (477) is as
    /// good as a limit.
    static Optional<CallReport.Refusal> limit(Answered reply) {
        return switch (reply.status()) {
            case 429 -> {
                var wait = policyWait(reply);
                yield Optional.of(new CallReport.Refusal(retryAfter(reply).orElse(wait), wait.equals(DAILY)));
            }
            case 477 -> retryAfter(reply).map(wait -> new CallReport.Refusal(wait, false));
            default -> Optional.empty();
        };
    }

    /// HubSpot's words for one error: those of its parts if it has any, which name the property, else its own.
    static List<String> messages(JsonNode error) {
        var parts = StreamSupport.stream(error.path("errors").spliterator(), false)
                .flatMap(part -> Json.optional(part, "message").stream())
                .toList();
        return parts.isEmpty() ? Json.optional(error, "message").stream().toList() : parts;
    }

    private static List<String> messages(Answered reply) {
        var messages = body(reply).map(HubSpotFailure::messages).orElse(List.of());
        return messages.isEmpty() ? List.of("HubSpot answered " + reply.status() + ".") : messages;
    }

    private static Duration policyWait(Answered reply) {
        var policy = body(reply)
                .map(body -> Json.optional(body, "policyName").orElse("")
                        + " "
                        + Json.optional(body, "message").orElse(""))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (policy.contains("daily")) return DAILY;
        return policy.contains("secondly") && !policy.contains("ten_secondly") ? SECOND : TEN_SECONDS;
    }

    private static Optional<Duration> retryAfter(Answered reply) {
        return reply.header("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(wait -> wait.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : wait);
    }

    private static Optional<JsonNode> body(Answered reply) {
        try {
            return Optional.of(Json.parse(reply.body()));
        } catch (UnreadableReply notJson) {
            return Optional.empty();
        }
    }
}
