package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// HubSpot's own time of an answer: the latest that the answer names, because it cannot be older than what it
/// tells of. Batches name `completedAt`, records `updatedAt`, every answer has the `Date` header, in whole
/// seconds.
final class AnswerTime {

    private AnswerTime() {}

    static Optional<Instant> of(Answered reply, JsonNode body) {
        return latest(header(reply), latest(Json.time(body, "completedAt"), Json.time(body, "updatedAt")));
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) return one.or(() -> other);
        return one.get().isAfter(other.get()) ? one : other;
    }

    private static Optional<Instant> header(Answered reply) {
        try {
            return reply.header("Date").map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
