package dev.quotetocash.engine;

import java.time.Duration;
import java.util.List;

/// Why a vendor did not do what was asked.
public sealed interface RemoteFailure {

    /// Not executed; a limit is used up. `retryAfter` is the vendor's word, or our guess where it gives none.
    record RateLimited(Duration retryAfter) implements RemoteFailure {}

    /// Not executed: the token is refused (401) or does not reach this account or organisation (403).
    record Unauthorized() implements RemoteFailure {}

    /// Not executed: the request was understood and refused, for good. The errors are the vendor's own words.
    record Rejected(List<String> errors) implements RemoteFailure {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    /// The address names nothing. For a write it is an unknown outcome (docs/reference/xero-api.md, 9.3).
    record NotFound() implements RemoteFailure {}

    /// No usable answer. `mayHaveExecuted` is false only if the request certainly did not reach the vendor
    /// (connection refused, no token to send it with).
    record Unavailable(boolean mayHaveExecuted) implements RemoteFailure {}

    /// True if a write may have happened although it failed.
    default boolean leavesOutcomeUnknown() {
        return switch (this) {
            case RateLimited _, Unauthorized _, Rejected _ -> false;
            case NotFound _ -> true;
            case Unavailable(boolean mayHaveExecuted) -> mayHaveExecuted;
        };
    }
}
