package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Replies remembered by Idempotency-Key for six minutes from the first call, errors included (reference
/// section 2). What becomes of the second of two calls in flight with one key is UNCONFIRMED there.
final class IdempotencyKeys {

    static final Duration LIFETIME = Duration.ofMinutes(6);
    static final int LENGTH_MAX = 128;

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

    /// Writes any bytes as a text and back.
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private record Key(String scope, String text) {}

    /// A reply and the request it belongs to, as plain data: bodies are texts of one character per byte.
    record Remembered(
            String scope,
            String key,
            String method,
            String path,
            String query,
            String sent,
            int status,
            Map<String, String> headers,
            String reply,
            Instant answeredAt,
            Instant until) {

        static Remembered of(
                String scope, String key, SimRequest request, SimResponse reply, Instant answeredAt, Instant until) {
            return new Remembered(
                    scope,
                    key,
                    request.method(),
                    request.path(),
                    request.rawQuery(),
                    new String(request.body(), BYTES),
                    reply.status(),
                    reply.headers(),
                    new String(reply.body(), BYTES),
                    answeredAt,
                    until);
        }

        boolean isFor(SimRequest other) {
            return method.equals(other.method())
                    && path.equals(other.path())
                    && query.equals(other.rawQuery())
                    && sent.equals(new String(other.body(), BYTES));
        }

        SimResponse response() {
            return new SimResponse(status, headers, reply.getBytes(BYTES));
        }
    }

    private final Map<Key, Remembered> remembered = new LinkedHashMap<>();
    private final XeroSwitches.KeyInFlight inFlight;

    IdempotencyKeys(XeroSwitches.KeyInFlight inFlight) {
        this.inFlight = inFlight;
    }

    /// The remembered reply, or that of `process`, which is then remembered. `scope` is the app or the access
    /// token; a first call is under way until `answeredAt`.
    SimResponse once(SimRequest request, String scope, Instant now, Instant answeredAt, Supplier<SimResponse> process) {
        var text = request.header("idempotency-key").filter(_ -> METHODS.contains(request.method()));
        if (text.isEmpty() || text.get().isEmpty()) return process.get();
        if (text.get().length() > LENGTH_MAX) {
            return Replies.badRequest("Idempotency Key: " + text.get() + " is longer than " + LENGTH_MAX
                    + " characters: " + text.get().length());
        }
        forgetBefore(now);
        var earlier = remembered.get(new Key(scope, text.get()));
        if (earlier == null) {
            var reply = process.get();
            keep(Remembered.of(scope, text.get(), request, reply, answeredAt, now.plus(LIFETIME)));
            return reply;
        }
        if (!earlier.isFor(request)) {
            return Replies.badRequest("Idempotency Key: " + text.get() + " is used with a different request.");
        }
        return now.isBefore(earlier.answeredAt()) ? meeting(earlier, process) : earlier.response();
    }

    /// The first call's reply stays that of the key, whatever the second one gets.
    private SimResponse meeting(Remembered first, Supplier<SimResponse> process) {
        return switch (inFlight) {
            case WAITS -> first.response();
            case REFUSED ->
                Replies.conflict("Idempotency Key: " + first.key() + " is used by a request that is under way.");
            case EXECUTED -> process.get();
        };
    }

    /// Whether a key is looked up: only on writes, and not one that is too long.
    boolean concerns(SimRequest request) {
        return METHODS.contains(request.method())
                && request.header("idempotency-key")
                        .filter(key -> !key.isEmpty() && key.length() <= LENGTH_MAX)
                        .isPresent();
    }

    List<Remembered> state() {
        return List.copyOf(remembered.values());
    }

    void restore(List<Remembered> earlier) {
        remembered.clear();
        earlier.forEach(this::keep);
    }

    private void keep(Remembered reply) {
        remembered.put(new Key(reply.scope(), reply.key()), reply);
    }

    /// They are remembered in the order in which they end.
    private void forgetBefore(Instant now) {
        var oldest = remembered.values().iterator();
        while (oldest.hasNext() && !now.isBefore(oldest.next().until())) oldest.remove();
    }
}
