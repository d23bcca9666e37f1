package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DealsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /// Xero's own example of rounding by line: docs/reference/xero-api.md, 6.1.
    @Test
    void roundsTheTaxOfEachLineHalfUp() {
        var line = new Deals.Line(BigDecimal.ONE, new BigDecimal("76.30"), BigDecimal.ZERO, "61002");

        assertThat(line.net()).isEqualByComparingTo("76.30");
        assertThat(line.tax().orElseThrow()).isEqualByComparingTo("3.82");
    }

    @Test
    void remembersEveryAmountThatTheLinesCameTo() {
        var deal = new Deals().add("1", "company");
        deal.lines().put("a", new Deals.Line(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, "61001"));
        deal.countAt(NOON);
        deal.lines().put("a", new Deals.Line(BigDecimal.TWO, BigDecimal.TEN, BigDecimal.TEN, "61001"));
        deal.countAt(NOON.plusSeconds(1));

        assertThat(deal.everCameTo(new BigDecimal("12.00"))).isTrue();
        assertThat(deal.everCameTo(new BigDecimal("21.6"))).isTrue();
        assertThat(deal.everCameTo(new BigDecimal("21.61"))).isFalse();
    }
}
