package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.engine.Ports;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.XeroGateway;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.sandbox.sim.Fault;
import dev.quotetocash.sandbox.sim.Fault.Kind;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Slot;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/// A second invoice with a slot's mark, however it came to be: deleted if nobody has touched it, else finance is
/// asked.
class SurplusInvoiceTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration LONG = Duration.ofHours(3);

    private final World world = World.active();
    private final String company = world.customer();

    @Test
    void deletesAnUntouchedDraftThatThisAppMadeAgain() {
        var deal = wonAndSettled();
        var first = only(deal);
        var second = world.appCopyOf(first);

        sweep();

        assertThat(id(only(deal))).isEqualTo(id(first));
        assertShows(deal, first, "ok");
        assertThat(world.links.journal())
                .filteredOn(entry -> entry.rule().equals("surplus"))
                .extracting(entry -> entry.record().id(), JournalEntry::field)
                .containsExactly(Tuple.tuple(id(second), "status"));
        assertThat(world.counted).doesNotContainKey(Telemetry.Metric.SURPLUS);
        assertCostsNothingMore();
    }

    @Test
    void deletesAnUntouchedDraftBesideAnApprovedInvoice() {
        var deal = wonAndSettled();
        var first = only(deal);
        world.finance.authorise(first);
        world.appCopyOf(first);

        sweep();

        assertThat(id(only(deal))).isEqualTo(id(first));
        assertThat(world.property(deal, "xero_invoice_state")).isEqualTo("AWAITING_PAYMENT");
        assertThat(world.property(deal, "xero_sync_state")).isEqualTo("ok");
    }

    @Test
    void asksFinanceAboutOneThatIsApprovedUntilItIsVoided() {
        var deal = wonAndSettled();
        var first = only(deal);
        var second = world.appCopyOf(first);
        world.finance.authorise(second);

        sweep();

        assertThat(world.finance.invoicesOf(deal)).hasSize(2);
        assertShows(deal, first, "needs_attention");
        assertThat(world.property(deal, "xero_sync_error"))
                .isEqualTo("Xero has two invoices for this deal: " + number(first) + " and " + number(second)
                        + "; ask finance which one to void.");
        assertThat(world.counted.get(Telemetry.Metric.SURPLUS)).isEqualTo(1);
        assertCostsNothingMore();

        world.finance.setStatus(second, "VOIDED");
        sweep();

        assertShows(deal, first, "ok");
        assertThat(world.counted.get(Telemetry.Metric.SURPLUS)).isEqualTo(1);
        assertCostsNothingMore();
    }

    @Test
    void goesOnAskingAlthoughXeroDoesNotListTheSecondOneAnyMore() {
        var deal = wonAndSettled();
        var first = only(deal);
        world.finance.authorise(world.appCopyOf(first));
        sweep();
        world.xero
                .faults()
                .arm(new Fault(Kind.ANSWER, "GET /Invoices", "createdByMyApp=true", Integer.MAX_VALUE, 200, empty()));

        world.finance.authorise(first);
        world.pass(LONG);

        assertThat(world.property(deal, "xero_sync_error")).startsWith("Xero has two invoices for this deal");
        assertThat(world.notices.messages()).isEmpty();
    }

    @Test
    void goesOnAskingWhereTheFirstOneIsApprovedToo() {
        var deal = wonAndSettled();
        var first = only(deal);
        world.finance.authorise(world.appCopyOf(first));
        sweep();

        world.finance.authorise(first);
        world.pass(SOON);

        assertThat(world.property(deal, "xero_invoice_state")).isEqualTo("AWAITING_PAYMENT");
        assertThat(world.property(deal, "xero_sync_error")).startsWith("Xero has two invoices for this deal");
    }

    @Test
    void namesTheOneThatIsLeftWhereFinanceRemovesTheFirst() {
        var deal = wonAndSettled();
        var first = only(deal);
        var second = world.appCopyOf(first);
        world.finance.authorise(second);
        sweep();

        world.finance.setStatus(first, "DELETED");
        world.pass(SOON);

        assertThat(world.finance.invoicesOf(deal)).hasSize(1);
        assertThat(world.property(deal, "xero_sync_error"))
                .isEqualTo("The invoice " + number(first) + " is void, but Xero has another one for this deal: "
                        + number(second) + "; ask finance whether it stands.");
    }

    @Test
    void leavesACopyThatAPersonMade() {
        var deal = wonAndSettled();
        var first = only(deal);
        world.personsCopyOf(first);

        sweep();
        world.pass(LONG);

        assertThat(world.finance.invoicesOf(deal)).hasSize(2);
        assertShows(deal, first, "ok");
        assertThat(world.counted).doesNotContainKey(Telemetry.Metric.SURPLUS);
        assertThat(world.notices.messages()).isEmpty();
        assertCostsNothingMore();
    }

    /// Xero's list of the app's own invoices is one of those that may have hidden it.
    @Test
    void waitsUntilXeroListsTheSecondOneAsOurs() {
        var deal = wonAndSettled();
        var first = only(deal);
        world.appCopyOf(first);
        world.xero.faults().arm(new Fault(Kind.ANSWER, "GET /Invoices", "createdByMyApp=true", 2, 200, empty()));

        sweep();
        assertThat(world.finance.invoicesOf(deal)).hasSize(2);
        world.pass(LONG);

        assertThat(id(only(deal))).isEqualTo(id(first));
        assertShows(deal, first, "ok");
    }

    @Test
    void asksFinanceWhereXeroRefusesToDeleteTheSecondOne() {
        var deal = wonAndSettled();
        world.appCopyOf(only(deal));
        world.xero
                .faults()
                .arm(new Fault(
                        Kind.ANSWER,
                        "POST /Invoices/{id}",
                        "",
                        1,
                        400,
                        "{\"Type\":\"ValidationException\",\"Elements\":[]}"));

        sweep();

        assertThat(world.property(deal, "xero_sync_error")).startsWith("Xero has two invoices for this deal");
    }

    @Test
    void deletesTheSecondOneOnceAlthoughTheAnswerIsLost() {
        var deal = wonAndSettled();
        var first = only(deal);
        world.appCopyOf(first);
        world.xero.faults().arm(new Fault(Kind.LOSE_REPLY, "POST /Invoices/{id}", "", 1, 0, ""));

        sweep();
        world.pass(SOON);

        assertShows(deal, first, "ok");
        assertThat(id(only(deal))).isEqualTo(id(first));
        assertThat(world.xero.counts().all().get("POST /Invoices/{id}")).isEqualTo(1);
    }

    /// Both look-ups hide the first attempt's invoice for longer than LookupSeconds, and the sweep sees it
    /// meanwhile.
    @Test
    void looksAgainAtOneThatWasSweptBeforeTheSlotWasLinked() {
        world.xero.faults().arm(new Fault(Kind.LOSE_REPLY, "PUT /Invoices", "", 1, 0, ""));
        world.xero
                .faults()
                .arm(new Fault(Kind.ANSWER, "GET /Invoices", "createdByMyApp=true", Integer.MAX_VALUE, 200, empty()));
        world.xero
                .faults()
                .arm(new Fault(Kind.ANSWER, "GET /Invoices", "searchTerm=", Integer.MAX_VALUE, 200, empty()));
        var deal = won();
        world.pass(Duration.ofMinutes(5));
        var hidden = only(deal);
        sweep();
        sweep();
        assertThat(world.notices.messages()).hasSizeLessThan(3);
        while (world.finance.invoicesOf(deal).size() < 2) world.pass(Duration.ofMinutes(1));
        world.xero.faults().clear();

        world.pass(LONG);

        assertThat(id(only(deal))).isNotEqualTo(id(hidden));
        assertShows(deal, only(deal), "ok");
        assertThat(world.notices.messages()).isEmpty();
    }

    @Test
    void keepsADraftWhereAnInvoiceWasSeenBeforeTheSlotWasLinked() {
        world.creating(InvoiceStatus.AUTHORISED);
        var deal = wonAndSettled();
        var first = only(deal);
        forget(deal);

        sweep();
        world.pass(LONG);

        assertThat(world.finance.invoicesOf(deal)).hasSize(2);
        assertThat(world.property(deal, "xero_invoice_state")).isEqualTo("DRAFT");
        assertThat(world.property(deal, "xero_sync_error")).contains(number(first), "ask finance which one to void");
    }

    @Test
    void deletesOnceWhenTwoWorkersLookAtTheSameTime() {
        var deal = wonAndSettled();
        var first = only(deal);
        var second = world.appCopyOf(first);
        var notice =
                new Notice(Notice.Kind.SURPLUS, List.of(key(deal).value() + "=" + id(second)), "test", world.now, 0);
        world.restart(interrupted("invoicesOfThisApp", _ -> {
            world.restart();
            world.handle(notice);
        }));

        world.handle(notice);
        world.pass(SOON);

        assertThat(id(only(deal))).isEqualTo(id(first));
        assertShows(deal, first, "ok");
        assertThat(world.xero.counts().all().get("POST /Invoices/{id}")).isEqualTo(1);
    }

    @Test
    void survivesAWorkerThatDiesAtAnyPortCallOfADeletion() {
        dying(10, deal -> world.appCopyOf(only(deal)), deal -> {
            assertThat(world.finance.invoicesOf(deal)).hasSize(1);
            assertShows(deal, only(deal), "ok");
        });
    }

    @Test
    void survivesAWorkerThatDiesAtAnyPortCallBeforeFinanceIsAsked() {
        dying(10, deal -> world.finance.authorise(world.appCopyOf(only(deal))), deal -> {
            assertThat(world.finance.invoicesOf(deal)).hasSize(2);
            assertThat(world.property(deal, "xero_sync_state")).isEqualTo("needs_attention");
            assertThat(world.property(deal, "xero_sync_error")).startsWith("Xero has two invoices for this deal");
        });
    }

    /// The row is gone, and nothing on the deal names the invoice.
    @Test
    void survivesAWorkerThatDiesAtAnyPortCallAfterARowWasLost() {
        dying(20, this::forget, deal -> {
            assertThat(world.finance.invoicesOf(deal)).hasSize(1);
            assertShows(deal, only(deal), "ok");
        });
    }

    private void dying(int pointsAtLeast, Consumer<String> trouble, Consumer<String> check) {
        var points = 0;
        for (var after = 0; ; after++) {
            world.restart();
            var deal = wonAndSettled();
            trouble.accept(deal);
            var mortal = new Mortal(after);
            world.restart(mortal.around(world.ports));
            world.poller.sweep();
            mortal.workWith(world, Duration.ofHours(1));
            check.accept(deal);
            assertThat(world.deadLetters).isEmpty();
            if (!mortal.died) break;
            points++;
        }
        assertThat(points).isGreaterThan(pointsAtLeast);
    }

    /// Ports behind which something happens before the first call of a method of Xero's.
    private Ports interrupted(String method, Consumer<String> happens) {
        var ports = world.ports;
        var open = new boolean[] {true};
        var xero = (XeroGateway) Proxy.newProxyInstance(
                XeroGateway.class.getClassLoader(), new Class<?>[] {XeroGateway.class}, (_, called, arguments) -> {
                    if (open[0] && called.getName().equals(method)) {
                        open[0] = false;
                        happens.accept(method);
                    }
                    return called.invoke(ports.xero(), arguments);
                });
        return new Ports(
                ports.hubspot(),
                xero,
                ports.links(),
                ports.marks(),
                ports.notices(),
                ports.telemetry(),
                ports.clock(),
                ports.newId());
    }

    /// Our row of the deal is lost, and HubSpot was never told of the invoice; a minute later the deal is looked
    /// at.
    private void forget(String deal) {
        world.links.lose(key(deal));
        world.sales.edit("deals", deal, Map.of("xero_invoice_slots", ""));
        var notice = new Notice(Notice.Kind.DEAL, List.of(deal), "test", world.now, 0);
        world.notices.enqueue(List.of(notice), Duration.ofMinutes(1));
    }

    private void sweep() {
        world.poller.sweep();
        world.pass(Duration.ofMinutes(2));
    }

    /// Further sweeps see the last rows again, and ask nothing about them.
    private void assertCostsNothingMore() {
        world.xero.counts().reset();
        sweep();
        sweep();
        var calls = new TreeMap<>(world.xero.counts().all());
        calls.remove("POST /connect/token");
        assertThat(calls).isEqualTo(Map.of("GET /Invoices", 2));
    }

    private void assertShows(String deal, JsonNode invoice, String state) {
        assertThat(world.property(deal, "xero_invoice_id")).isEqualTo(id(invoice));
        assertThat(world.property(deal, "xero_sync_state")).isEqualTo(state);
        assertThat(world.deadLetters).isEmpty();
    }

    private JsonNode only(String deal) {
        assertThat(world.finance.invoicesOf(deal)).hasSize(1);
        return world.finance.invoicesOf(deal).getFirst();
    }

    private String won() {
        var deal = world.deal(company);
        world.sales.win(deal);
        return deal;
    }

    private String wonAndSettled() {
        var deal = won();
        world.pass(Duration.ofMinutes(10));
        return deal;
    }

    private String empty() {
        return "{\"Status\":\"OK\",\"DateTimeUTC\":\"/Date(" + world.now.toEpochMilli() + ")/\",\"Invoices\":[]}";
    }

    private static LinkKey key(String deal) {
        return Slot.first(new HubSpotDealId(deal)).key();
    }

    private static String id(JsonNode invoice) {
        return invoice.path("InvoiceID").asText();
    }

    private static String number(JsonNode invoice) {
        return invoice.path("InvoiceNumber").asText();
    }
}
