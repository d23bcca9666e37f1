package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Backlog;
import dev.quotetocash.engine.Connection;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.StatusAttention;
import dev.quotetocash.engine.StatusReader;
import dev.quotetocash.engine.StatusScreen;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.engine.VendorConnection;
import dev.quotetocash.hubspot.HubSpotLimits;
import dev.quotetocash.sandbox.memory.MemoryBudgets;
import dev.quotetocash.sandbox.memory.MemoryConnections;
import dev.quotetocash.sandbox.memory.MemoryLinks;
import dev.quotetocash.sandbox.memory.MemoryLocks;
import dev.quotetocash.sandbox.memory.MemoryMarks;
import dev.quotetocash.sync.CallReport;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.TenantId;
import dev.quotetocash.sync.Work;
import dev.quotetocash.xero.XeroConsent;
import dev.quotetocash.xero.XeroGrant;
import dev.quotetocash.xero.XeroLimits;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Pair PAIR = new Pair(new PortalId("62515"), new TenantId("t-1"));
    private static final URI XERO = URI.create("https://xero.example");

    private final MemoryLinks links = new MemoryLinks();
    private final MemoryMarks marks = new MemoryMarks();
    private final MemoryBudgets budgets = new MemoryBudgets();
    private final MemoryLocks locks = new MemoryLocks();
    private final MemoryConnections connection = new MemoryConnections();
    private List<Backlog> queues = List.of(new Backlog("invoices", 0, 0, 0, 0));

    @Test
    void hasNothingForAPersonWhereAllIsWell() {
        wellAndConnected();

        assertThat(attention(NOON)).isEmpty();
        assertThat(screen().lines())
                .contains("  nothing", "  none")
                .anyMatch(line -> line.startsWith("HubSpot account 62515, Xero organisation t-1"));
    }

    @Test
    void saysWhichStepOfTheSetUpIsNext() {
        assertThat(attention(NOON))
                .containsExactly(
                        "The stack is not set up: run ./bridge setup.",
                        "Nobody has connected Xero yet: run ./bridge connect.");

        marks.install("installation 1");
        connect();
        assertThat(attention(NOON)).containsExactly("No deal is invoiced yet: run ./bridge activate.");
    }

    @Test
    void saysThatAVendorRefusesTheConnection() {
        wellAndConnected();
        var good = connection.read().orElseThrow();
        connection.write(new Connection(
                good.accessToken(),
                good.accessUntil(),
                good.refreshToken(),
                good.refreshedAt(),
                Optional.of(NOON.minus(Duration.ofHours(3)))));

        assertThat(attention(NOON)).containsExactly("Xero refuses the connection for 3 h: run ./bridge connect.");
        assertThat(screen().lines()).anyMatch(line -> line.contains("REFUSED for 3 h"));
    }

    @Test
    void saysThatAVendorRefusesWhatWasPutInByHand() {
        wellAndConnected();
        locks.acquire("hubspot#62515#refused", "told", NOON, NOON.plusSeconds(1));

        assertThat(attention(NOON)).containsExactly("HubSpot refuses the credentials: put good ones into the secret.");
        assertThat(screen().lines()).contains("  HubSpot  by the credentials in its secret: REFUSED");
    }

    @Test
    void warnsLongBeforeAnUnusedRefreshTokenDies() {
        wellAndConnected();
        connect(NOON.minus(Duration.ofDays(20)));

        assertThat(attention(NOON))
                .containsExactly("Xero's tokens have not been renewed for 20 days, and die on 2027-01-02 12:00 UTC: run"
                        + " ./bridge connect.");
    }

    @Test
    void missesASweepThatDoesNotComplete() {
        wellAndConnected();

        assertThat(attention(NOON.plus(Duration.ofMinutes(40))))
                .hasSize(3)
                .first()
                .isEqualTo(
                        "No sweep of Xero invoices was completed for 40 min: is the vendor's secret right, and is there"
                                + " quota?");
    }

    @Test
    void showsWhatIsLeftOfTheDayByLane() {
        wellAndConnected();
        call(900, Optional.empty());
        var quota = status().read().quotas().getLast();

        assertThat(quota.name()).isEqualTo("xero#t-1");
        assertThat(quota.perDay()).contains(1_000);
        assertThat(quota.left()).containsEntry(Lane.INVOICE, 900).containsEntry(Lane.SWEEP, 160);
        assertThat(screen().lines()).anyMatch(line -> line.matches(" *xero +1000 +900 +200 +160 +40"));

        call(0, Optional.of(new CallReport.Refusal(Duration.ofHours(5), true)));
        assertThat(screen().lines())
                .anyMatch(line -> line.endsWith("wants no calls before 2026-11-23 17:00 UTC: the day is used up"));
    }

    @Test
    void countsOpenWorkAndGathersParkedRecordsByReason() {
        wellAndConnected();
        open(1, new Work.Settling(NOON.plusSeconds(60), "hash"));
        var intent = new Work.Intended(
                1, new Payload(new byte[0]), NOON, new Work.Phase.Unknown(NOON), 0, NOON.plusSeconds(600));
        open(2, intent);
        IntStream.range(10, 15).forEach(deal -> open(deal, parked(Cause.tax("9"), "The tax rate has to be mapped.")));
        open(20, parked(Cause.VENDOR, "Xero is away."));

        assertThat(attention(NOON))
                .containsExactly("Parked records wait for what their reason asks for (5): see below.");
        assertThat(screen().lines())
                .contains("  1 settling, 1 being looked for, 6 parked", "  The tax rate has to be mapped.")
                .contains("    deal 10, deal 11, deal 12 and 2 more; tried again in 60 min");
    }

    @Test
    void missesADueRunnerThatDoesNotRun() {
        wellAndConnected();
        open(1, new Work.Settling(NOON.minus(Duration.ofMinutes(50)), "hash"));

        assertThat(attention(NOON)).containsExactly("Work was due 50 min ago: does the due-runner run?");
    }

    @Test
    void pointsToMessagesThatWereGivenUp() {
        wellAndConnected();
        queues = List.of(new Backlog("invoices", 3, 2, 1, 1));

        assertThat(attention(NOON))
                .containsExactly(
                        "In the queue invoices messages were given up (1): docs/operations.md says what to do.");
        assertThat(screen().lines()).anyMatch(line -> line.matches(" *invoices +3 +2 +1 +1"));
    }

    /// Whoever looks often must not read a table without end.
    @Test
    void looksAtAThousandOpenRecordsAndSaysThatThereAreMore() {
        wellAndConnected();
        IntStream.range(0, 1_001).forEach(deal -> open(deal, new Work.Settling(NOON.plusSeconds(60), "hash")));

        assertThat(screen().lines()).contains("  1000 settling; these are the first 1000, and there are more");
    }

    private void wellAndConnected() {
        marks.install("installation 1");
        marks.activate(NOON.minus(Duration.ofDays(1)));
        for (var sweep : List.of("invoice#xero", "deal#hubspot", "line_item#hubspot")) {
            marks.completed(sweep, NOON);
            marks.advance(sweep, new HighWaterMark(NOON.minusSeconds(300)));
        }
        connect();
    }

    private void connect() {
        connect(NOON.minusSeconds(60));
    }

    private void connect(Instant at) {
        connection.write(Connection.of(new TokenGrant.Granted("access 1", Duration.ofMinutes(30), "refresh 1"), at));
    }

    private void open(int deal, Work work) {
        var slot = Slot.first(new HubSpotDealId(Integer.toString(deal)));
        links.create(Link.unsaved(slot.key(), new Identity.Unlinked(List.of()), work), List.of());
    }

    private static Work parked(Cause cause, String reason) {
        return new Work.Parked(cause, reason, NOON.plus(Duration.ofHours(1)), new Work.Idle(), 0);
    }

    /// A call that left so many of the day.
    private void call(int left, Optional<CallReport.Refusal> refusal) {
        var limits = new XeroLimits(PAIR.tenant()).budgets().values().iterator().next();
        var stored = budgets.read("xero#t-1");
        var admitted =
                stored.budget().admit(limits, Lane.INVOICE, "permit", NOON).budget();
        var report = new CallReport(Optional.empty(), Optional.empty(), Optional.of(left), refusal);
        budgets.save("xero#t-1", admitted.reported(limits, "permit", report, NOON), stored.version());
    }

    /// No vendor is called.
    private static Http.HttpReply nobody(Http.Request request) {
        throw new AssertionError("called " + request.uri());
    }

    private List<String> attention(Instant now) {
        return new StatusAttention(status(now).read()).lines();
    }

    private StatusScreen screen() {
        return new StatusScreen(status().read());
    }

    private StatusReader status() {
        return status(NOON);
    }

    private StatusReader status(Instant now) {
        var xero = new VendorConnection.ByConsent(
                Vendor.XERO,
                "t-1",
                "xero#t-1#refresh",
                connection,
                new XeroGrant(StatusTest::nobody, XERO, () -> new Credentials("app", "secret")),
                new XeroConsent(StatusTest::nobody, XERO, XERO, () -> Optional.of("app")));
        return new StatusReader(
                PAIR,
                links,
                marks,
                List.of(new VendorConnection.ByHand(Vendor.HUBSPOT, "62515", "secret"), xero),
                List.of(new HubSpotLimits(PAIR.portal()), new XeroLimits(PAIR.tenant())),
                budgets,
                locks,
                () -> queues,
                () -> now);
    }
}
