package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Replies remembered by Idempotency-Key for six minutes from the first call, errors included (reference
/// section 2).
final class IdempotencyKeys {

    static final Duration LIFETIME = Duration.ofMinutes(6);
    static final int LENGTH_MAX = 128;

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

    private record Key(String scope, String text) {}

    private record Remembered(SimRequest request, SimResponse reply, Instant until) {

        boolean isFor(SimRequest other) {
            return request.method().equals(other.method())
                    && request.path().equals(other.path())
                    && request.rawQuery().equals(other.rawQuery())
                    && Arrays.equals(request.body(), other.body());
        }
    }

    private final Map<Key, Remembered> remembered = new LinkedHashMap<>();

    /// The remembered reply, or that of `process`, which is then remembered. `scope` is the app or the access
    /// token.
    SimResponse once(SimRequest request, String scope, Instant now, Supplier<SimResponse> process) {
        var text = request.header("idempotency-key").filter(_ -> METHODS.contains(request.method()));
        if (text.isEmpty() || text.get().isEmpty()) return process.get();
        if (text.get().length() > LENGTH_MAX) {
            return Replies.badRequest("Idempotency Key: " + text.get() + " is longer than " + LENGTH_MAX
                    + " characters: " + text.get().length());
        }
        remembered.values().removeIf(reply -> !now.isBefore(reply.until()));
        var key = new Key(scope, text.get());
        var earlier = remembered.get(key);
        if (earlier == null) {
            var reply = process.get();
            remembered.put(key, new Remembered(request, reply, now.plus(LIFETIME)));
            return reply;
        }
        return earlier.isFor(request)
                ? earlier.reply()
                : Replies.badRequest("Idempotency Key: " + text.get() + " is used with a different request.");
    }

    /// Whether a key is looked at: only on writes.
    boolean concerns(SimRequest request) {
        return METHODS.contains(request.method())
                && request.header("idempotency-key")
                        .filter(key -> !key.isEmpty())
                        .isPresent();
    }

    int size() {
        return remembered.size();
    }
}
