package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.StateJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that a simulated organisation knows, as plain data. `draws` is the state of the random generator.
record XeroState(
        BooksState books,
        Instant openedAt,
        Grants grants,
        Condition condition,
        RateLimits.State limits,
        long draws,
        long webhookSequence,
        List<IdempotencyKeys.Remembered> idempotencyKeys) {

    XeroState {
        Stream.of(books, openedAt, grants, condition, limits, idempotencyKeys).forEach(Objects::requireNonNull);
    }

    /// Fails with an [IllegalArgumentException] if `json` is no such state.
    static XeroState read(String json) {
        return Optional.ofNullable(StateJson.read(json, XeroState.class))
                .orElseThrow(() -> new IllegalArgumentException("not a dump of this simulator: null"));
    }

    String json() {
        return StateJson.write(this);
    }
}
