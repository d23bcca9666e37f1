package dev.quotetocash.sandbox.sim;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Something that goes wrong with the next `times` requests to `endpoint` whose query contains `query`. In
/// `endpoint`, `*` stands for anything. An answer carries `Retry-After` unless `retryAfterSeconds` is 0;
/// `delay` is of a slow one.
public record Fault(
        Kind kind,
        String endpoint,
        String query,
        int times,
        int status,
        String body,
        int retryAfterSeconds,
        String contentType,
        Duration delay) {

    static final String JSON = "application/json";

    public Fault(Kind kind, String endpoint, String query, int times, int status, String body) {
        this(kind, endpoint, query, times, status, body, 0);
    }

    public Fault(Kind kind, String endpoint, String query, int times, int status, String body, int retryAfterSeconds) {
        this(kind, endpoint, query, times, status, body, retryAfterSeconds, JSON, Duration.ZERO);
    }

    public enum Kind {
        /// The request is applied, and the connection breaks before the reply.
        LOSE_REPLY,

        /// The request is not applied; `status` and `body` are answered instead.
        ANSWER,

        /// The request is not applied; the connection is closed.
        REFUSE,

        /// The request is applied, and answered after `delay`.
        SLOW
    }

    boolean strikes(String called, SimRequest request) {
        return pattern().matcher(called).matches() && request.rawQuery().contains(query);
    }

    Fault onceLess() {
        return new Fault(kind, endpoint, query, times - 1, status, body, retryAfterSeconds, contentType, delay);
    }

    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(endpoint.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
