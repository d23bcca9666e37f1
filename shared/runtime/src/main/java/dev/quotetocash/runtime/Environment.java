package dev.quotetocash.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The environment variables of a function, read with their types. Blank counts as not set. An exception names
/// the variable and says what it should hold.
public final class Environment {

    private final Map<String, String> variables;

    private Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    public static Environment of(Map<String, String> variables) {
        return new Environment(variables);
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String required(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    public String optional(String name, String fallback) {
        return optional(name).orElse(fallback);
    }

    /// One of two words.
    public String oneOf(String name, String one, String other) {
        var value = required(name);
        if (value.equals(one) || value.equals(other)) return value;
        throw new IllegalStateException(name + " is neither " + one + " nor " + other);
    }

    public int integer(String name) {
        return toInteger(name, required(name));
    }

    public int integer(String name, int fallback) {
        return optional(name).map(value -> toInteger(name, value)).orElse(fallback);
    }

    /// Whole seconds, not negative: `SETTLE_SECONDS=90`.
    public Duration seconds(String name) {
        return toSeconds(name, required(name));
    }

    public Duration seconds(String name, Duration fallback) {
        return optional(name).map(value -> toSeconds(name, value)).orElse(fallback);
    }

    private static int toInteger(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new IllegalStateException(name + " is not a whole number");
        }
    }

    private static Duration toSeconds(String name, String value) {
        var seconds = toInteger(name, value);
        if (seconds < 0) throw new IllegalStateException(name + " is not a number of seconds: it is negative");
        return Duration.ofSeconds(seconds);
    }

    /// The names only.
    @Override
    public String toString() {
        return "Environment" + variables.keySet().stream().sorted().toList();
    }
}
