package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockworkTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final List<String> log = new ArrayList<>();

    @Test
    void letsTimePassOnlyBetweenMoments() {
        var clockwork = clockwork(1);
        clockwork.at(NOON.plusSeconds(5), () -> log.add("five at " + clockwork.instant()));
        clockwork.at(NOON.plusSeconds(2), () -> log.add("two at " + clockwork.instant()));

        clockwork.runUntil(NOON.plusSeconds(9));

        assertThat(log).containsExactly("two at 2026-11-23T12:00:02Z", "five at 2026-11-23T12:00:05Z");
        assertThat(clockwork.instant()).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void takesTurnsBetweenTasksInEveryOrderThatChanceFinds() {
        var orders = new HashSet<List<String>>();
        for (var seed = 0; seed < 40; seed++) {
            log.clear();
            var clockwork = clockwork(seed);
            for (var name : List.of("a", "b")) {
                clockwork.start(name, () -> {
                    log.add(name + "1");
                    clockwork.pause(Duration.ofSeconds(1));
                    log.add(name + "2");
                });
            }
            clockwork.runUntil(NOON.plusSeconds(2));
            orders.add(List.copyOf(log));
        }

        assertThat(orders)
                .containsExactlyInAnyOrder(
                        List.of("a1", "b1", "a2", "b2"),
                        List.of("a1", "b1", "b2", "a2"),
                        List.of("b1", "a1", "a2", "b2"),
                        List.of("b1", "a1", "b2", "a2"));
    }

    @Test
    void doesNothingMoreOfATaskThatWasKilled() {
        var clockwork = clockwork(1);
        var task = clockwork.start("a", () -> {
            log.add("begins");
            clockwork.pause(Duration.ofSeconds(10));
            log.add("goes on");
        });
        task.whenEnded(() -> log.add("ended"));

        clockwork.runUntil(NOON.plusSeconds(1));
        task.die("a test");
        clockwork.runUntil(NOON.plusSeconds(20));

        assertThat(log).containsExactly("begins", "ended");
        assertThat(task.died()).isTrue();
    }

    @Test
    void failsWithTheTaskThatFailsUnexpectedly() {
        var clockwork = clockwork(1);
        clockwork.start("a", () -> {
            throw new AssertionError("a bug of the proving ground");
        });

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> clockwork.runUntil(NOON.plusSeconds(1))))
                .hasMessageContaining("a failed")
                .hasMessageContaining("a bug of the proving ground");
    }

    private static Clockwork clockwork(long seed) {
        return new Clockwork(NOON, Chance.of(seed, "test"));
    }
}
