package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.RemoteFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;

/// Xero's successful answer to one call, with its own time.
record Answer(JsonNode body, Instant at) {

    /// A body that does not hold what it should leaves the outcome of a write unknown.
    <T> T read(Function<JsonNode, T> parse) throws CallFailed {
        try {
            return parse.apply(body);
        } catch (UnreadableReply | IllegalArgumentException | DateTimeException unreadable) {
            throw new CallFailed(new RemoteFailure.Unavailable(true));
        }
    }
}
