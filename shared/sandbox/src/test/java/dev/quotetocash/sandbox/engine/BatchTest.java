package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.sandbox.sim.Fault;
import dev.quotetocash.sandbox.sim.Fault.Kind;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Deals that are won together are invoiced by one request, and one of them that is refused keeps no other.
/// Notices of one deal that come together cost one read.
class BatchTest {

    private static final String CREATE = "PUT /Invoices";
    private static final String READ = "GET /crm/objects/deals/{id}";
    private static final Duration LONG = Duration.ofHours(3);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SimResponse REFUSED =
            SimResponse.json(400, "{\"ErrorNumber\":14,\"Type\":\"PostDataInvalidException\",\"Message\":\"Invalid\"}");

    private UnaryOperator<Simulator> inFrontOfXero = UnaryOperator.identity();
    private final World world =
            World.active(xero -> request -> inFrontOfXero.apply(xero).handle(request));
    private final String company = world.customer();

    @Test
    void invoicesTenDealsByOneRequest() {
        known();
        var deals = won(10);

        world.pass(LONG);

        assertEachHasOneInvoice(deals);
        assertThat(calls(CREATE)).isEqualTo(1);
    }

    @Test
    void sendsNoMoreThanFiftyInARequest() {
        known();
        var deals = won(60);
        world.pass(World.SETTLING.minusSeconds(30));
        // The messages that would look at each deal by itself are lost: the due-runner sends the deals together.
        world.notices.take(world.now.plus(LONG));

        world.pass(LONG);

        assertEachHasOneInvoice(deals);
        assertThat(calls(CREATE)).isEqualTo(2);
    }

    @Test
    void tellsTheElementsOfAnAnswerApartByTheirAddress() {
        known();
        inFrontOfXero = xero -> request -> isCreate(request) ? reversed(xero.handle(request)) : xero.handle(request);
        var deals = won(3);

        world.pass(LONG);

        assertEachHasOneInvoice(deals);
        assertThat(calls(CREATE)).isEqualTo(1);
    }

    @Test
    void parksTheOneThatIsRefusedAndInvoicesTheOthers() {
        known();
        var deals = won(3);
        var refused = deals.get(1);
        var order = "'" + "x".repeat(300);
        inFrontOfXero = xero -> request -> isCreate(request)
                ? xero.handle(new SimRequest(
                        request.method(),
                        request.path(),
                        request.rawQuery(),
                        request.headers(),
                        request.text().replace("HS-" + refused, order).getBytes(StandardCharsets.UTF_8)))
                : xero.handle(request);

        world.pass(LONG);

        assertEachHasOneInvoice(List.of(deals.get(0), deals.get(2)));
        assertThat(world.finance.invoicesOf(refused)).isEmpty();
        assertThat(world.property(refused, "xero_sync_state")).isEqualTo("needs_attention");
        assertThat(world.property(refused, "xero_sync_error")).startsWith("Xero refuses the invoice");
    }

    @Test
    void findsTheBadOneByHalvesWhenTheRequestIsRefusedAsAWhole() {
        known();
        var deals = won(8);
        var bad = deals.get(5);
        inFrontOfXero = xero -> request ->
                isCreate(request) && request.text().contains("/" + bad + "/1/0") ? REFUSED : xero.handle(request);

        world.pass(Duration.ofMinutes(30));

        assertEachHasOneInvoice(deals.stream().filter(deal -> !deal.equals(bad)).toList());
        assertThat(world.finance.invoicesOf(bad)).isEmpty();
        assertThat(world.property(bad, "xero_sync_state")).isEqualTo("needs_attention");
    }

    @Test
    void looksOnceForAllWhoseReplyWasLost() {
        known();
        world.xero.faults().arm(new Fault(Kind.LOSE_REPLY, CREATE, "", 1, 0, ""));
        var looks = new AtomicInteger();
        inFrontOfXero = xero -> request -> {
            if (request.rawQuery().contains("createdByMyApp")) looks.incrementAndGet();
            return xero.handle(request);
        };
        var deals = won(10);

        world.pass(LONG);

        assertEachHasOneInvoice(deals);
        assertThat(calls(CREATE)).isEqualTo(1);
        assertThat(looks).hasValue(1);
    }

    @Test
    void sendsAllAgainWhenNoneWasExecuted() {
        known();
        world.xero.faults().arm(new Fault(Kind.ANSWER, CREATE, "", 1, 500, "{}"));
        var deals = won(4);

        world.pass(LONG);

        assertEachHasOneInvoice(deals);
    }

    @Test
    void readsADealOnceHoweverManyNoticesOfABatchTellOfIt() {
        var deal = world.deal(company);
        world.settle();
        world.hubspot.counts().reset();

        tellThreeTimesOf(deal);
        world.settle();

        assertThat(world.hubspot.counts().all()).containsEntry(READ, 1);
    }

    @Test
    void readsADealAgainForTheNextNoticeOfABatchAfterAReadThatFailed() {
        var deal = world.deal(company);
        world.settle();
        world.hubspot.counts().reset();
        world.hubspot.faults().arm(new Fault(Kind.ANSWER, READ, "", 1, 503, "", 0));

        tellThreeTimesOf(deal);
        world.settle();

        assertThat(world.hubspot.counts().all()).containsEntry(READ, 2);
    }

    private void tellThreeTimesOf(String deal) {
        for (var trigger : List.of("one", "two", "three")) {
            var notice = new Notice(Notice.Kind.DEAL, List.of(deal), trigger, world.now, 0);
            world.notices.enqueue(List.of(notice), Duration.ZERO);
        }
    }

    @Test
    void waitsWithAllWhenOverTheLimit() {
        known();
        world.xero.faults().arm(new Fault(Kind.ANSWER, CREATE, "", 1, 429, "", 26));
        var deals = won(4);

        world.pass(Duration.ofMinutes(10));

        assertEachHasOneInvoice(deals);
        assertThat(calls(CREATE)).isEqualTo(2);
    }

    @Test
    void survivesAWorkerThatDiesAtAnyPortCall() {
        var points = 0;
        for (var after = 0; ; after++) {
            var mortal = new Mortal(after);
            world.restart(mortal.around(world.ports));
            var deals = won(3);
            mortal.workWith(world, Duration.ofMinutes(40));
            if (!mortal.died) break;
            points++;
            assertEachHasOneInvoice(deals);
        }
        assertThat(points).isGreaterThan(20);
    }

    private static boolean isCreate(SimRequest request) {
        return request.method().equals("PUT") && request.path().endsWith("/Invoices");
    }

    /// The customer and the reference data, so that what is counted afterwards is the invoices' own.
    private void known() {
        won(1);
        world.pass(LONG);
        world.xero.counts().reset();
    }

    private List<String> won(int count) {
        var deals = new ArrayList<String>();
        for (var number = 1; number <= count; number++) {
            var deal = world.sales.deal("Kestrel " + number, number + ".00", company);
            world.sales.addLine(deal, "", World.line("1", Integer.toString(number)));
            deals.add(deal);
        }
        deals.forEach(world.sales::win);
        return deals;
    }

    private void assertEachHasOneInvoice(List<String> deals) {
        for (var deal : deals) {
            var invoices = world.finance.invoicesOf(deal);
            assertThat(invoices).as(deal).hasSize(1);
            assertThat(invoices.getFirst().path("SubTotal").decimalValue())
                    .isEqualByComparingTo(world.property(deal, "amount"));
            assertThat(world.property(deal, "xero_invoice_number"))
                    .isEqualTo(invoices.getFirst().path("InvoiceNumber").asText());
        }
        assertThat(world.deadLetters).isEmpty();
    }

    private int calls(String endpoint) {
        return world.xero.counts().all().getOrDefault(endpoint, 0);
    }

    private static SimResponse reversed(SimResponse reply) {
        try {
            var body = (ObjectNode) JSON.readTree(reply.body());
            var elements = new ArrayList<JsonNode>();
            body.path("Invoices").forEach(elements::addFirst);
            body.putArray("Invoices").addAll(elements);
            return new SimResponse(reply.status(), reply.headers(), JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
