package dev.quotetocash.sandbox.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.ConnectAnswer;
import dev.quotetocash.engine.ConnectAnswer.Connected;
import dev.quotetocash.engine.ConnectAnswer.Elsewhere;
import dev.quotetocash.engine.ConnectAnswer.Entered;
import dev.quotetocash.engine.ConnectAnswer.Invited;
import dev.quotetocash.engine.ConnectAnswer.Overview;
import dev.quotetocash.engine.ConnectAnswer.Refused;
import dev.quotetocash.engine.ConnectAnswer.SentTo;
import dev.quotetocash.engine.ConnectAnswer.State;
import dev.quotetocash.engine.ConnectAnswer.Why;
import dev.quotetocash.engine.ConnectFlow;
import dev.quotetocash.engine.ConnectFlow.Returned;
import dev.quotetocash.engine.ConnectFlow.Visit;
import dev.quotetocash.engine.ConnectLink;
import dev.quotetocash.engine.Connection;
import dev.quotetocash.engine.Consent;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.engine.VendorConnection;
import dev.quotetocash.sandbox.memory.MemoryConnections;
import dev.quotetocash.sandbox.memory.MemoryLocks;
import dev.quotetocash.sandbox.memory.MemoryTickets;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectFlowTest {

    private static final URI API = URI.create("https://bridge.example");
    private static final String TENANT = "e629a03c-7ffe-4913-bd94-ff2fdb36a702";
    private static final String LOCK = "xero#" + TENANT + "#refresh";

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final MemoryTickets tickets = new MemoryTickets();
    private final MemoryLocks locks = new MemoryLocks();
    private final MemoryConnections stored = new MemoryConnections();
    private final AtomicInteger secrets = new AtomicInteger();
    private final List<String> exchanged = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<String> clientId = Optional.of("app-1");
    private Reply<TokenGrant.Granted> grants =
            ok(new TokenGrant.Granted("access-1", Duration.ofMinutes(30), "refresh-1"));
    private Reply<List<Consent.Account>> reached = ok(List.of(new Consent.Account(TENANT, "Demo Company (UK)")));

    private final VendorConnection xero = new VendorConnection.ByConsent(
            Vendor.XERO,
            TENANT,
            VendorConnection.lock(Vendor.XERO, TENANT),
            stored,
            form -> {
                assertThat(form).containsEntry("grant_type", "authorization_code");
                exchanged.add(form.get("code") + " " + form.get("redirect_uri"));
                return grants;
            },
            new Consent() {
                @Override
                public Optional<URI> address(URI redirect, String state) {
                    return clientId.map(id -> URI.create(
                            "https://login.example/?id=" + id + "&redirect=" + redirect + "&state=" + state));
                }

                @Override
                public Reply<List<Account>> accounts(String accessToken) {
                    assertThat(accessToken).isEqualTo("access-1");
                    return reached;
                }
            });

    private final ConnectFlow flow = new ConnectFlow(
            List.of(new VendorConnection.ByHand(Vendor.HUBSPOT, "62515", "hubspot-secret"), xero),
            tickets,
            locks,
            new Telemetry() {
                @Override
                public void count(Metric metric, int by) {}

                @Override
                public void note(String about, String what) {
                    notes.add(about + ": " + what);
                }
            },
            () -> now,
            this::newSecret);

    @Test
    void leadsFromTheLinkToAStoredConnection() {
        var code = link();

        assertThat(flow.open(Optional.of(code), visit())).isEqualTo(new Invited(code));
        var session = ((Entered) flow.enter(code)).session();
        assertThat(flow.open(Optional.empty(), visit(session)))
                .isEqualTo(new Overview(List.of(
                        new State.ByHand(Vendor.HUBSPOT, "hubspot-secret"), new State.NotConnected(Vendor.XERO))));
        var state = state(flow.begin(Vendor.XERO, visit(session)));
        assertThat(back(state, session)).isEqualTo(new Connected(Vendor.XERO));

        assertThat(exchanged).containsExactly("code-1 https://bridge.example/connect/xero/callback");
        assertThat(stored.read())
                .contains(new Connection(
                        "access-1", now.plus(Duration.ofMinutes(30)), "refresh-1", now, Optional.empty()));
        assertThat(flow.open(Optional.empty(), visit(session)))
                .isEqualTo(new Overview(List.of(
                        new State.ByHand(Vendor.HUBSPOT, "hubspot-secret"), new State.Connected(Vendor.XERO, now))));
        assertThat(notes).containsExactly(LOCK + ": connected by consent");
        assertThat(isFree()).isTrue();
    }

    @Test
    void usesNothingUpWhenAPreviewFetchesTheLink() {
        var code = link();

        for (var fetch = 0; fetch < 3; fetch++) flow.open(Optional.of(code), visit());

        assertThat(flow.enter(code)).isInstanceOf(Entered.class);
    }

    @Test
    void letsALinkInOnce() {
        var code = link();
        flow.enter(code);

        assertThat(flow.enter(code)).isEqualTo(refused(Why.LINK_OVER));
        assertThat(flow.open(Optional.of(code), visit())).isEqualTo(refused(Why.LINK_OVER));
    }

    @Test
    void letsALinkInForAQuarterOfAnHour() {
        var early = link();
        var late = link();

        now = now.plus(Duration.ofMinutes(15)).minusMillis(1);
        assertThat(flow.enter(early)).isInstanceOf(Entered.class);

        now = now.plusMillis(1);
        assertThat(flow.open(Optional.of(late), visit())).isEqualTo(refused(Why.LINK_OVER));
        assertThat(flow.enter(late)).isEqualTo(refused(Why.LINK_OVER));
    }

    @Test
    void knowsNoInventedLink() {
        assertThat(flow.enter("invented")).isEqualTo(refused(Why.LINK_OVER));
        assertThat(flow.enter("")).isEqualTo(refused(Why.LINK_OVER));
    }

    @Test
    void showsAndBeginsNothingWithoutASession() {
        for (var visit : List.of(visit(), visit("invented"))) {
            assertThat(flow.open(Optional.empty(), visit)).isEqualTo(refused(Why.SESSION_OVER));
            assertThat(flow.begin(Vendor.XERO, visit)).isEqualTo(refused(Why.SESSION_OVER));
            assertThat(flow.back(Vendor.XERO, new Returned("code-1", "state", ""), visit))
                    .isEqualTo(refused(Why.SESSION_OVER));
        }
    }

    @Test
    void endsASessionAfterHalfAnHour() {
        var session = session();

        now = now.plus(Duration.ofMinutes(30));

        assertThat(flow.begin(Vendor.XERO, visit(session))).isEqualTo(refused(Why.SESSION_OVER));
    }

    /// Somebody who lures another's browser to the callback with a code of his own.
    @Test
    void refusesAStateOfAnotherBrowser() {
        var mine = session();
        var another = session();
        var state = state(flow.begin(Vendor.XERO, visit(mine)));

        assertThat(back(state, another)).isEqualTo(refused(Why.NOT_BEGUN_HERE, Vendor.XERO));
        assertThat(nothingHappened()).isTrue();
    }

    @Test
    void refusesAStateOfAnotherVendor() {
        var session = session();
        var state = state(flow.begin(Vendor.XERO, visit(session)));

        assertThat(flow.back(Vendor.HUBSPOT, new Returned("code-1", state, ""), visit(session)))
                .isEqualTo(refused(Why.NOT_BEGUN_HERE, Vendor.HUBSPOT));
        assertThat(nothingHappened()).isTrue();
    }

    @Test
    void refusesAnInventedAMissingAndASecondState() {
        var session = session();
        var state = state(flow.begin(Vendor.XERO, visit(session)));
        back(state, session);
        exchanged.clear();

        for (var wrong : List.of("invented", "", state)) {
            assertThat(back(wrong, session)).isEqualTo(refused(Why.NOT_BEGUN_HERE, Vendor.XERO));
        }
        assertThat(exchanged).isEmpty();
    }

    @Test
    void refusesAStateAfterTenMinutes() {
        var session = session();
        var state = state(flow.begin(Vendor.XERO, visit(session)));

        now = now.plus(Duration.ofMinutes(10));

        assertThat(back(state, session)).isEqualTo(refused(Why.NOT_BEGUN_HERE, Vendor.XERO));
        assertThat(nothingHappened()).isTrue();
    }

    @Test
    void takesANo() {
        var session = session();
        var state = state(flow.begin(Vendor.XERO, visit(session)));

        assertThat(flow.back(Vendor.XERO, new Returned("", state, "access_denied"), visit(session)))
                .isEqualTo(refused(Why.DECLINED, Vendor.XERO));
        assertThat(nothingHappened()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_scope", ""})
    void saysThatTheVendorObjects(String error) {
        var session = session();
        var state = state(flow.begin(Vendor.XERO, visit(session)));

        assertThat(flow.back(Vendor.XERO, new Returned("", state, error), visit(session)))
                .isEqualTo(refused(Why.VENDOR_OBJECTS, Vendor.XERO));
        assertThat(nothingHappened()).isTrue();
    }

    @Test
    void storesNothingIfTheVendorTakesNeitherCodeNorApp() {
        grants = new Reply.Failed<>(new RemoteFailure.Unauthorized());

        assertThat(wholeWay()).isEqualTo(refused(Why.NOT_ACCEPTED, Vendor.XERO));
        assertThat(stored.read()).isEmpty();
        assertThat(isFree()).isTrue();
    }

    @Test
    void storesNothingIfTheVendorDoesNotAnswer() {
        grants = new Reply.Failed<>(new RemoteFailure.Unavailable(true));

        assertThat(wholeWay()).isEqualTo(refused(Why.UNAVAILABLE, Vendor.XERO));
        assertThat(stored.read()).isEmpty();
        assertThat(isFree()).isTrue();
    }

    @Test
    void storesNothingIfNobodyCanTellWhatTheTokenReaches() {
        reached = new Reply.Failed<>(new RemoteFailure.Unavailable(true));
        assertThat(wholeWay()).isEqualTo(refused(Why.UNAVAILABLE, Vendor.XERO));

        reached = new Reply.Failed<>(new RemoteFailure.Unauthorized());
        assertThat(wholeWay()).isEqualTo(refused(Why.NOT_ACCEPTED, Vendor.XERO));

        assertThat(stored.read()).isEmpty();
        assertThat(isFree()).isTrue();
    }

    @Test
    void storesNothingThatReachesOnlyOtherOrganisations() {
        var others = List.of(new Consent.Account("t-1", "One Ltd"), new Consent.Account("t-2", "Other Ltd"));
        reached = ok(others);
        assertThat(wholeWay()).isEqualTo(new Elsewhere(Vendor.XERO, TENANT, others));

        reached = ok(List.of());
        assertThat(wholeWay()).isEqualTo(new Elsewhere(Vendor.XERO, TENANT, List.of()));

        assertThat(stored.read()).isEmpty();
        assertThat(isFree()).isTrue();
    }

    @Test
    void storesWhatReachesTheRightOneAmongSeveral() {
        reached = ok(List.of(new Consent.Account("t-1", "One Ltd"), new Consent.Account(TENANT.toUpperCase(), "Ours")));

        assertThat(wholeWay()).isEqualTo(new Connected(Vendor.XERO));
    }

    @Test
    void keepsOutOfTheWayOfARefresh() {
        locks.acquire(LOCK, "somebody", now, now.plusSeconds(45));

        assertThat(wholeWay()).isEqualTo(refused(Why.BUSY, Vendor.XERO));
        assertThat(nothingHappened()).isTrue();
    }

    @Test
    void beginsNothingWhereCredentialsArePutInByHand() {
        assertThat(flow.begin(Vendor.HUBSPOT, visit(session()))).isEqualTo(refused(Why.BY_HAND, Vendor.HUBSPOT));
    }

    @Test
    void beginsNothingForAnAppThatNobodyHasPutIn() {
        clientId = Optional.empty();

        assertThat(flow.begin(Vendor.XERO, visit(session()))).isEqualTo(refused(Why.NO_APP, Vendor.XERO));
    }

    @Test
    void showsSinceWhenTheVendorRefuses() {
        wholeWay();
        var since = now.plusSeconds(60);
        var good = stored.read().orElseThrow();
        stored.write(new Connection(
                good.accessToken(), good.accessUntil(), good.refreshToken(), good.refreshedAt(), Optional.of(since)));

        assertThat(((Overview) flow.open(Optional.empty(), visit(session()))).states())
                .contains(new State.Refusing(Vendor.XERO, since));

        assertThat(wholeWay()).isEqualTo(new Connected(Vendor.XERO));
        assertThat(stored.read().orElseThrow().refusedSince()).isEmpty();
    }

    @Test
    void printsNothingSecret() {
        var code = link();
        var entered = (Entered) flow.enter(code);
        var sent = (SentTo) flow.begin(Vendor.XERO, visit(entered.session()));

        assertThat(List.of(new Invited(code), entered, sent, visit(entered.session()), new Returned("c", "s", "")))
                .noneSatisfy(one -> assertThat(one.toString()).containsAnyOf("secret-1", "secret-2", "secret-3"));
    }

    private ConnectAnswer wholeWay() {
        var session = session();
        return back(state(flow.begin(Vendor.XERO, visit(session))), session);
    }

    private ConnectAnswer back(String state, String session) {
        return flow.back(Vendor.XERO, new Returned("code-1", state, ""), visit(session));
    }

    private String session() {
        return ((Entered) flow.enter(link())).session();
    }

    private String link() {
        var report = new ConnectLink(tickets, API, () -> now, this::newSecret).issue();
        var link = report.lines().getLast();
        assertThat(link).startsWith("https://bridge.example/connect?code=");
        return link.substring(link.indexOf('=') + 1);
    }

    private static String state(ConnectAnswer answer) {
        var address = ((SentTo) answer).address().toString();
        assertThat(address)
                .startsWith("https://login.example/?id=app-1&redirect=https://bridge.example/connect/xero/callback");
        return address.substring(address.lastIndexOf('=') + 1);
    }

    private boolean nothingHappened() {
        return exchanged.isEmpty() && stored.read().isEmpty();
    }

    private boolean isFree() {
        return locks.acquire(LOCK, "test", now, now);
    }

    private String newSecret() {
        return "secret-" + secrets.incrementAndGet();
    }

    private static Visit visit() {
        return new Visit(Optional.empty(), API);
    }

    private static Visit visit(String session) {
        return new Visit(Optional.of(session), API);
    }

    private static Refused refused(Why why) {
        return new Refused(why, Optional.empty());
    }

    private static Refused refused(Why why, Vendor vendor) {
        return new Refused(why, Optional.of(vendor));
    }

    private static <T> Reply<T> ok(T value) {
        return new Reply.Ok<>(value, Instant.EPOCH);
    }
}
