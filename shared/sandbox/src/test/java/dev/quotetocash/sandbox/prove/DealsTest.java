package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DealsTest {

    private static final BigDecimal OWN_RATE = new BigDecimal("12.5");

    private final Deals deals = new Deals();

    /// Xero's own example of rounding by line: docs/reference/xero-api.md, 6.1.
    @Test
    void roundsTheTaxOfEachLineHalfUp() {
        var line = new Deals.Line(BigDecimal.ONE, new BigDecimal("76.30"), BigDecimal.ZERO, "61002");

        assertThat(line.net()).isEqualByComparingTo("76.30");
        assertThat(line.total(OWN_RATE)).isEqualByComparingTo("80.12");
    }

    @Test
    void remembersEveryAmountThatTheLinesCameTo() {
        deals.ownRate(OWN_RATE);
        var deal = deals.add("1", "companies/2");
        deal.lines().put("a", new Deals.Line(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, "61001"));
        deal.linesChanged();
        deal.lines().put("a", new Deals.Line(BigDecimal.TWO, BigDecimal.TEN, BigDecimal.TEN, "61001"));
        deal.linesChanged();

        assertThat(deals.everCameTo(deal, new BigDecimal("12.00"))).isTrue();
        assertThat(deals.everCameTo(deal, new BigDecimal("21.6"))).isTrue();
        assertThat(deals.everCameTo(deal, new BigDecimal("21.61"))).isFalse();
    }

    /// Whoever read the lines before a change of the rate may send them after it.
    @Test
    void remembersEveryPercentageOfTheOrganisationsOwnRate() {
        deals.ownRate(OWN_RATE);
        var deal = deals.add("1", "companies/2");
        deal.lines().put("a", new Deals.Line(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, Deals.OWN_RATE));
        deal.linesChanged();
        deals.ownRate(BigDecimal.TEN);

        assertThat(deals.everCameTo(deal, new BigDecimal("11.25"))).isTrue();
        assertThat(deals.everCameTo(deal, new BigDecimal("11"))).isTrue();
        assertThat(deals.everCameTo(deal, BigDecimal.TEN)).isFalse();
    }
}
