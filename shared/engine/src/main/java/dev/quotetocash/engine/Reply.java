package dev.quotetocash.engine;

import java.time.Instant;
import java.util.function.Function;

/// What came of a vendor call. `at` is the vendor's own time of the answer.
public sealed interface Reply<T> {

    record Ok<T>(T value, Instant at) implements Reply<T> {}

    record Failed<T>(RemoteFailure failure) implements Reply<T> {}

    default <R> Reply<R> map(Function<T, R> change) {
        return switch (this) {
            case Ok<T>(T value, Instant at) -> new Ok<>(change.apply(value), at);
            case Failed<T>(RemoteFailure failure) -> new Failed<>(failure);
        };
    }
}
