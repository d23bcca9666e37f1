package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.HubSpotGateway;
import dev.quotetocash.engine.HubSpotSweep;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.sandbox.people.Sales;
import dev.quotetocash.sandbox.sim.Fault;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.Work;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Every webhook of HubSpot is lost: the sweeps find what changed.
class HubSpotSweepTest {

    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final String SEARCH_DEALS = "POST /crm/objects/deals/search";

    private final World world = World.active();

    @Test
    void findsAWonDealWhoseWebhookWasLost() {
        world.hubspot.webhooks().lose(true);
        var deal = world.deal(world.customer());
        world.sales.win(deal);
        world.pass(A_WHILE);
        assertThat(world.finance.invoices()).isEmpty();

        var swept = world.dealSweep.sweep();
        world.pass(A_WHILE);

        assertThat(swept.completed()).isTrue();
        assertThat(swept.queued()).isEqualTo(1);
        assertThat(world.finance.invoices()).hasSize(1);
    }

    @Test
    void asksForNothingAboutADealThatHasItsInvoice() {
        var deal = world.deal(world.customer());
        world.sales.win(deal);
        world.pass(A_WHILE);
        assertThat(world.finance.invoices()).hasSize(1);
        world.hubspot.counts().reset();

        var swept = world.dealSweep.sweep();
        world.pass(A_WHILE);

        assertThat(swept.rows()).isEqualTo(1);
        assertThat(swept.queued()).isZero();
        assertThat(world.hubspot.counts().all()).containsOnlyKeys(SEARCH_DEALS);
    }

    @Test
    void leavesADealAloneThatHasATimeOfItsOwn() {
        var deal = world.deal(world.customer());
        world.sales.win(deal);
        world.pass(Duration.ofSeconds(30));
        assertThat(world.links
                        .get(Slot.first(new HubSpotDealId(deal)).key())
                        .orElseThrow()
                        .work())
                .isInstanceOf(Work.Settling.class);

        var swept = world.dealSweep.sweep();

        assertThat(swept.rows()).isEqualTo(1);
        assertThat(swept.queued()).isZero();
    }

    @Test
    void passesOpenDealsOver() {
        world.deal(world.customer());
        world.pass(A_WHILE);

        assertThat(world.dealSweep.sweep().rows()).isZero();
    }

    @Test
    void readsNothingBeforeActivation() {
        var fresh = new World();

        assertThat(fresh.dealSweep.sweep().completed()).isTrue();
        assertThat(fresh.hubspot.counts().all()).isEmpty();
    }

    @Test
    void readsMoreThanOnePageById() {
        world.hubspot.webhooks().lose(true);
        var company = world.customer();
        for (var deal = 0; deal < 201; deal++) world.sales.win(world.deal(company));
        world.pass(Duration.ofMinutes(1));
        world.hubspot.counts().reset();

        var swept = world.dealSweep.sweep();

        assertThat(swept.completed()).isTrue();
        assertThat(swept.queued()).isEqualTo(201);
        assertThat(world.hubspot.counts().all()).containsEntry(SEARCH_DEALS, 2);
    }

    @Test
    void keepsItsPlaceWhenThePageAfterTheFirstFails() {
        world.hubspot.webhooks().lose(true);
        var company = world.customer();
        for (var deal = 0; deal < 201; deal++) world.sales.win(world.deal(company));
        world.pass(Duration.ofMinutes(1));

        var cut = HubSpotSweep.deals(onePageOnly(), world.links, world.marks, world.notices, world.clock)
                .sweep();
        var rest = world.dealSweep.sweep();

        assertThat(cut.completed()).isFalse();
        assertThat(cut.queued()).isEqualTo(200);
        assertThat(rest.completed()).isTrue();
        assertThat(rest.queued()).isEqualTo(1);
    }

    @Test
    void findsInTheNextWindowWhatChangedWhileOneWasRead() {
        world.hubspot.webhooks().lose(true);
        var company = world.customer();
        var late = world.deal(company);
        for (var deal = 0; deal < 201; deal++) world.sales.win(world.deal(company));
        world.pass(Duration.ofMinutes(1));
        HubSpotSweep.deals(onePageOnly(), world.links, world.marks, world.notices, world.clock)
                .sweep();

        // Its id is below the one that the window has come to.
        world.sales.win(late);
        world.pass(Duration.ofMinutes(1));
        var rest = world.dealSweep.sweep();
        var next = world.dealSweep.sweep();

        assertThat(rest.queued()).isEqualTo(1);
        assertThat(next.rows()).isEqualTo(202);
    }

    @Test
    void doesNotMoveItsMarkBeforeAWindowIsReadToItsEnd() {
        world.hubspot.webhooks().lose(true);
        world.sales.win(world.deal(world.customer()));
        world.pass(Duration.ofMinutes(1));
        world.hubspot.faults().arm(new Fault(Fault.Kind.ANSWER, SEARCH_DEALS, "", 1, 503, ""));

        var failed = world.dealSweep.sweep();

        assertThat(failed.completed()).isFalse();
        assertThat(world.marks.mark("deal#hubspot")).isEmpty();
        assertThat(world.dealSweep.sweep().rows()).isEqualTo(1);
        assertThat(world.marks.mark("deal#hubspot")).isPresent();
    }

    @Test
    void sweepsTheDayOnceMoreEachDay() {
        world.hubspot.webhooks().lose(true);
        var deal = world.deal(world.customer());
        world.sales.win(deal);
        world.pass(A_WHILE);
        world.dealSweep.sweep();
        world.pass(Duration.ofHours(2));
        world.dealSweep.sweep();

        world.pass(Duration.ofHours(5));
        assertThat(world.dealSweep.sweep().rows()).isZero();

        world.pass(Duration.ofHours(17));
        assertThat(world.dealSweep.sweep().rows()).isPositive();
    }

    @Test
    void findsTheCorrectedLineOfADealThatWaits() {
        var deal = world.sales.deal("Kestrel", "100.00", world.customer());
        var untaxable = new Sales.Line("Support", BigDecimal.ONE, new BigDecimal("100"), "", "61099");
        var line = world.sales.addLine(deal, "", untaxable);
        world.sales.win(deal);
        world.pass(A_WHILE);
        assertThat(world.links
                        .get(Slot.first(new HubSpotDealId(deal)).key())
                        .orElseThrow()
                        .work())
                .isInstanceOf(Work.Parked.class);
        world.hubspot.webhooks().lose(true);
        world.sales.edit("line_items", line, Map.of("hs_tax_rate_group_id", "61001"));
        world.pass(Duration.ofSeconds(30));

        var swept = world.lineItemSweep.sweep();
        world.pass(A_WHILE);

        assertThat(swept.queued()).isEqualTo(1);
        assertThat(world.finance.invoices()).hasSize(1);
    }

    @Test
    void passesLinesOverWhoseDealHasNothingOpen() {
        world.deal(world.customer());
        world.pass(A_WHILE);

        var swept = world.lineItemSweep.sweep();

        assertThat(swept.rows()).isEqualTo(1);
        assertThat(swept.queued()).isZero();
    }

    /// HubSpot, out of order after one page of deals.
    private HubSpotGateway onePageOnly() {
        var real = world.ports.hubspot();
        var pages = new AtomicInteger();
        return (HubSpotGateway) Proxy.newProxyInstance(
                HubSpotGateway.class.getClassLoader(),
                new Class<?>[] {HubSpotGateway.class},
                (_, method, arguments) -> method.getName().equals("sweepWonDeals") && pages.incrementAndGet() > 1
                        ? new Reply.Failed<>(new RemoteFailure.Unavailable(false))
                        : method.invoke(real, arguments));
    }
}
