package dev.quotetocash.sandbox.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/// When a webhook that was not accepted is tried again: the first time at once or after a pause, then after a
/// pause between `pauseLeast` and `pauseMost` each, at most `max` times, and never later than `patience`
/// after the first failure.
public record WebhookRetries(boolean firstAtOnce, Duration pauseLeast, Duration pauseMost, int max, Duration patience) {

    /// Empty when it is given up.
    Optional<Instant> next(int failures, Instant failingSince, Instant now, Random random) {
        if (failures > max) return Optional.empty();
        var next = failures == 1 && firstAtOnce ? now : now.plus(pause(random));
        return next.isAfter(failingSince.plus(patience)) ? Optional.empty() : Optional.of(next);
    }

    WebhookRetries faster(int times) {
        return new WebhookRetries(
                firstAtOnce, pauseLeast.dividedBy(times), pauseMost.dividedBy(times), max, patience.dividedBy(times));
    }

    private Duration pause(Random random) {
        var span = pauseMost.minus(pauseLeast).toMillis();
        return span == 0 ? pauseLeast : pauseLeast.plusMillis(random.nextLong(span));
    }
}
