package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsDayTest {

    /// What docs/limits.md promises of the smallest plan.
    @Test
    void makesEveryInvoiceInTimeThoughTheOtherLanesNeverHaveEnough() {
        var day = LimitsDay.run();

        assertThat(day.holds()).as(String.join("\n", day.lines())).isTrue();
    }
}
