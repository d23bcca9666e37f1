package dev.quotetocash.sandbox.prove;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/// Decisions of a seed. Each part of the proving ground has a stream of its own, so that one decision more in one
/// part moves none in another.
final class Chance {

    private static final int MILLION = 1_000_000;

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance of(long seed, String stream) {
        return new Chance(new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ ((long) stream.hashCode() << 16)));
    }

    /// True `inAMillion` times in a million.
    boolean happens(int inAMillion) {
        return inAMillion > 0 && random.nextInt(MILLION) < inAMillion;
    }

    /// From 0 on, less than `bound`.
    int below(int bound) {
        return random.nextInt(bound);
    }

    long seed() {
        return random.nextLong();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// Chosen as often as its weight says.
    <T> T weighted(List<T> choices, ToIntFunction<T> weight) {
        var ticket = random.nextInt(choices.stream().mapToInt(weight).sum());
        for (var choice : choices) {
            ticket -= weight.applyAsInt(choice);
            if (ticket < 0) return choice;
        }
        throw new IllegalStateException("weights changed under way");
    }

    /// One of the last few, more often than not: people work on what is new.
    <T> T recent(List<T> choices) {
        if (choices.size() > 3 && random.nextInt(10) < 7) {
            return choices.get(choices.size() - 1 - random.nextInt(3));
        }
        return oneOf(choices);
    }

    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
