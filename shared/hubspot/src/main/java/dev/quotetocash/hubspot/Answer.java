package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.RemoteFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;

/// HubSpot's answer to one call: a success, or a status that the caller was ready for (then without a body).
record Answer(int status, JsonNode body, Instant at) {

    boolean notFound() {
        return status == 404;
    }

    boolean conflict() {
        return status == 409;
    }

    /// A body that does not hold what it should leaves the outcome of a write unknown.
    <T> T read(Function<JsonNode, T> parse) throws CallFailed {
        try {
            return parse.apply(body);
        } catch (UnreadableReply | IllegalArgumentException | DateTimeException unreadable) {
            throw new CallFailed(new RemoteFailure.Unavailable(true));
        }
    }
}
