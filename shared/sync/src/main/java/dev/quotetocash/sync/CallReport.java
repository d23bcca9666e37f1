package dev.quotetocash.sync;

import java.time.Duration;
import java.util.Optional;

/// What an answer told of the vendor's limits, each part only if it did: how many calls are left of the short
/// window and of the day, and for how long the vendor wants no more of them, because of which limit.
public record CallReport(
        Optional<Integer> windowLimit,
        Optional<Integer> windowLeft,
        Optional<Integer> dayLeft,
        Optional<Refusal> refusal) {

    /// Nothing: no answer, or one without a word about limits.
    public static final CallReport NOTHING =
            new CallReport(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// A limit is used up. `daily` is the one of the day.
    public record Refusal(Duration duration, boolean daily) {}

    public CallReport with(Refusal said) {
        return new CallReport(windowLimit, windowLeft, dayLeft, Optional.of(said));
    }
}
