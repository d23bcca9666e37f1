package dev.quotetocash.sync;

import java.util.Optional;
import java.util.function.Function;

/// What one read said about one field: a value, that it is empty, or nothing at all. A field that the vendor left
/// out of its answer is `Unobserved`: it never counts as a change and is never written because of that read.
public sealed interface Observed<T> {

    record Value<T>(T value) implements Observed<T> {}

    record Blank<T>() implements Observed<T> {}

    record Unobserved<T>() implements Observed<T> {}

    static <T> Observed<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Observed<T> blank() {
        return new Blank<>();
    }

    static <T> Observed<T> unobserved() {
        return new Unobserved<>();
    }

    /// Empty means blank: the field was in the answer.
    static <T> Observed<T> ofOptional(Optional<T> value) {
        return value.<Observed<T>>map(Value::new).orElseGet(Blank::new);
    }

    default boolean observed() {
        return !(this instanceof Unobserved);
    }

    default Optional<T> asOptional() {
        return switch (this) {
            case Value<T>(T value) -> Optional.of(value);
            case Blank<T> _, Unobserved<T> _ -> Optional.empty();
        };
    }

    default <R> Observed<R> map(Function<T, R> change) {
        return switch (this) {
            case Value<T>(T value) -> new Value<>(change.apply(value));
            case Blank<T> _ -> new Blank<>();
            case Unobserved<T> _ -> new Unobserved<>();
        };
    }

    /// Changed since the last agreement: observed, and neither what was agreed nor what we were writing there
    /// ourselves.
    default boolean differsFrom(Observed<T> agreed, Observed<T> meant) {
        return observed() && !equals(agreed) && !(meant.observed() && equals(meant));
    }
}
