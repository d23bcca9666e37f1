package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.CallCounts;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What a deal costs in calls, by the simulators' own counters.
class CallBudgetTest {

    private final World world = World.active();
    private final String company = world.customer();

    @Test
    void draftsForAKnownCustomerWithOneXeroWriteAndFourHubSpotCalls() {
        knowsCustomerAndReferenceData();
        var deal = world.deal(company);
        world.settle();
        resetCounts();

        world.sales.win(deal);
        // The rep's own calls do not count.
        world.hubspot.counts().reset();
        world.pass(Duration.ofMinutes(10));

        assertThat(world.property(deal, "xero_invoice_state")).isEqualTo("DRAFT");
        assertThat(world.xero.counts().all()).containsOnlyKeys("PUT /Invoices", "GET /Invoices");
        assertThat(world.xero.counts().all().get("PUT /Invoices")).isEqualTo(1);
        assertThat(world.xero.counts().all().get("GET /Invoices")).isLessThanOrEqualTo(1);
        assertThat(engineCalls(world.hubspot.counts(), 1)).isLessThanOrEqualTo(4);
    }

    @Test
    void callsXeroForNoEchoOfItsOwnHubSpotWrite() {
        var deal = world.deal(company);
        world.sales.win(deal);
        world.pass(Duration.ofMinutes(10));
        resetCounts();

        world.handle(new dev.quotetocash.engine.Notice(
                dev.quotetocash.engine.Notice.Kind.DEAL, java.util.List.of(deal), "echo", world.now, 0));
        world.pass(Duration.ofMinutes(10));

        assertThat(world.xero.counts().all()).isEmpty();
        assertThat(world.hubspot.counts().all()).isEmpty();
    }

    @Test
    void followsAPaymentWithoutReadingWhatInvoicesMayUse() {
        var deal = world.deal(company);
        world.sales.win(deal);
        world.pass(Duration.ofMinutes(10));
        var invoice = world.finance.invoicesOf(deal).getFirst();
        world.finance.authorise(invoice);
        world.pass(Duration.ofMinutes(10));
        world.restart();

        world.finance.pay(invoice, new java.math.BigDecimal("120.00"), java.time.LocalDate.of(2026, 11, 23));
        resetCounts();
        world.pass(Duration.ofMinutes(10));

        assertThat(world.property(deal, "xero_invoice_state")).isEqualTo("PAID");
        assertThat(world.xero.counts().all())
                .containsEntry("GET /Organisation", 1)
                .doesNotContainKeys("GET /Accounts", "GET /TaxRates", "GET /Currencies");
    }

    @Test
    void writesNothingWhenEverythingIsDeliveredAgain() {
        var deal = world.deal(company);
        world.sales.win(deal);
        world.pass(Duration.ofMinutes(10));
        var invoice = world.finance.invoicesOf(deal).getFirst();
        world.finance.authorise(invoice);
        world.finance.pay(invoice, new java.math.BigDecimal("120.00"), java.time.LocalDate.of(2026, 11, 23));
        world.pass(Duration.ofMinutes(10));
        assertThat(world.property(deal, "xero_invoice_state")).isEqualTo("PAID");
        resetCounts();

        var webhooks = world.hubspot.webhooks().sendAgain(Integer.MAX_VALUE, 2)
                + world.xero.webhooks().sendAgain(Integer.MAX_VALUE, 2);
        var notices = java.util.List.copyOf(world.handled);
        notices.reversed().forEach(world::handle);
        notices.forEach(world::handle);
        world.pass(Duration.ofMinutes(10));

        assertThat(webhooks).isPositive();
        assertThat(writes(world.hubspot.counts())).isEmpty();
        assertThat(writes(world.xero.counts())).isEmpty();
        assertThat(world.finance.invoicesOf(deal)).hasSize(1);
    }

    private void knowsCustomerAndReferenceData() {
        var before = world.deal(company);
        world.sales.win(before);
        world.pass(Duration.ofMinutes(10));
        assertThat(world.property(before, "xero_invoice_state")).isEqualTo("DRAFT");
    }

    private void resetCounts() {
        world.hubspot.counts().reset();
        world.xero.counts().reset();
    }

    /// `ours` were made by the test itself while reading the deal.
    private static int engineCalls(CallCounts counts, int ours) {
        return counts.all().values().stream().mapToInt(Integer::intValue).sum() - ours;
    }

    private static Map<String, Integer> writes(CallCounts counts) {
        var writes = new TreeMap<>(counts.all());
        writes.keySet()
                .removeIf(endpoint -> endpoint.startsWith("GET ")
                        || endpoint.endsWith("/read")
                        || endpoint.equals("POST /connect/token"));
        return writes;
    }
}
