package dev.quotetocash.sandbox.sim;

/// Something that goes wrong with the next `times` requests to `endpoint` whose query contains `query`. An answer
/// carries `Retry-After` unless `retryAfterSeconds` is 0.
public record Fault(
        Kind kind, String endpoint, String query, int times, int status, String body, int retryAfterSeconds) {

    public Fault(Kind kind, String endpoint, String query, int times, int status, String body) {
        this(kind, endpoint, query, times, status, body, 0);
    }

    public enum Kind {
        /// The request is applied, and the connection breaks before the reply.
        LOSE_REPLY,

        /// The request is not applied; `status` and `body` are answered instead.
        ANSWER
    }

    boolean strikes(String called, SimRequest request) {
        return endpoint.equals(called) && request.rawQuery().contains(query);
    }

    Fault onceLess() {
        return new Fault(kind, endpoint, query, times - 1, status, body, retryAfterSeconds);
    }
}
