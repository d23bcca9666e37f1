package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.quotetocash.engine.ConnectFlow;
import dev.quotetocash.engine.ConnectLink;
import dev.quotetocash.engine.Connection;
import dev.quotetocash.engine.Connections;
import dev.quotetocash.engine.Consent;
import dev.quotetocash.engine.Locks;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.engine.VendorConnection;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sample events of the function connect, in the order in which a browser sends them.
class ConnectEndpointTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));
    private static final Pair PAIR =
            new Pair(new PortalId("62515"), new TenantId("e629a03c-7ffe-4913-bd94-ff2fdb36a702"));
    private static final String HOST = "https://abcdef1234.execute-api.eu-west-1.amazonaws.com";

    /// As they stand in the events.
    private static final String CODE = "b25lLXRpbWUtY29kZS1vZi10aGUtc2FtcGxlLWV2ZW50";

    private static final String SESSION = "c2Vzc2lvbi1vZi10aGUtc2FtcGxlLWV2ZW50cy1vbmx5";
    private static final String STATE = "c3RhdGUtb2YtdGhlLXNhbXBsZS1ldmVudHMtb25seS0t";

    private final FakeTickets tickets = new FakeTickets();
    private final OneConnection stored = new OneConnection();
    private final Deque<String> secrets = new ArrayDeque<>(List.of(CODE, SESSION, STATE));
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private Reply<List<Consent.Account>> reached =
            new Reply.Ok<>(List.of(new Consent.Account(PAIR.tenant().value(), "Demo Company (UK)")), Instant.EPOCH);
    private final ConnectEndpoint endpoint = new ConnectEndpoint(
            new ConnectFlow(
                    List.of(
                            new VendorConnection.ByHand(Vendor.HUBSPOT, "62515", "arn:hubspot-secret"),
                            new VendorConnection.ByConsent(
                                    Vendor.XERO, PAIR.tenant().value(), "lock", stored, grant(), consent())),
                    tickets,
                    locks(),
                    telemetry(),
                    CLOCK,
                    secrets::remove),
            new ConnectPages(PAIR),
            new JsonLog(new PrintStream(lines, true, StandardCharsets.UTF_8), CLOCK, "connect"));

    @Test
    void showsAPageWithOneButtonAndNothingToRun() {
        link();

        var reply = answer("connect-open.json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.cookie()).isEmpty();
        assertThat(reply.body())
                .containsOnlyOnce("<button>")
                .contains("name=\"code\" value=\"" + CODE + "\"", "lang=\"en\"", "<h1>", "62515")
                .doesNotContain("<script", "<img", "onclick", "src=");
    }

    @Test
    void bindsTheBrowserByACookieThatNoOtherHostSees() {
        link();

        var reply = answer("connect-enter.json");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.headers()).containsEntry("Location", HOST + "/connect");
        assertThat(reply.cookie()).contains("__Host-connect=" + SESSION + "; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void usesAPlainCookieOnlyOnThisMachine() {
        assertThat(SessionCookie.at(URI.create("http://localhost:8080")).set("s"))
                .isEqualTo("connect=s; Path=/; HttpOnly; SameSite=Lax");
        assertThat(SessionCookie.at(URI.create("http://bridge.example")).set("s"))
                .startsWith("__Host-");
        assertThat(SessionCookie.at(URI.create("https://localhost")).set("s")).startsWith("__Host-");
    }

    @Test
    void sendsTheBrowserToTheVendorWithOurOwnAddressAsTheWayBack() {
        enter();

        var reply = answer("connect-begin-xero.json");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.headers())
                .containsEntry("Location", "https://login.example/" + STATE + "?" + HOST + "/connect/xero/callback");
    }

    @Test
    void connectsAndLeavesNoCodeInTheAddressBar() {
        enter();
        answer("connect-begin-xero.json");

        var reply = answer("connect-back-from-xero.json");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.headers()).containsEntry("Location", HOST + "/connect");
        assertThat(stored.read()).isPresent();
    }

    @Test
    void namesTheOrganisationsAndTheParameterIfItIsAnotherOne() {
        reached = new Reply.Ok<>(List.of(new Consent.Account("t-2", "Other <b>Ltd</b>")), Instant.EPOCH);
        enter();
        answer("connect-begin-xero.json");

        var reply = answer("connect-back-from-xero.json");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body())
                .contains("This is another Xero organisation", "Nothing was stored")
                .contains("Other &lt;b&gt;Ltd&lt;/b&gt;: <code>t-2</code>")
                .contains("<pre>sam deploy --parameter-overrides XeroTenantId=t-2</pre>");
        assertThat(stored.read()).isEmpty();
    }

    @Test
    void saysThatTheVendorDoesNotAnswerWithoutRaisingAnAlarm() {
        reached = new Reply.Failed<>(new RemoteFailure.Unavailable(true));
        enter();
        answer("connect-begin-xero.json");

        var reply = answer("connect-back-from-xero.json");

        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.body())
                .contains("Xero does not answer", "Begin again in a few minutes.", "Connect Xero again");
    }

    @ParameterizedTest
    @CsvSource({
        "connect-open.json, 410, This link is no longer good",
        "connect-enter.json, 410, This link is no longer good",
        "connect-begin-xero.json, 403, Open a link first",
        "connect-back-from-xero.json, 403, Open a link first",
        "connect-back-from-hubspot.json, 403, Open a link first"
    })
    void refusesEveryEventOfAStranger(String event, int status, String title) {
        var reply = answer(event);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).contains("<h1>" + title + "</h1>", "./bridge connect");
    }

    @Test
    void refusesToConnectByConsentWhatIsConnectedByHand() {
        enter();

        assertThat(at("POST", "/connect/hubspot").body())
                .contains("deployed without OAuth for HubSpot", "HubSpotConnection=oauth");
        assertThat(at("GET", "/connect").body()).contains("<code>arn:hubspot-secret</code>", "Not connected.");
    }

    @Test
    void answersWithAPageIfWeFailAndLogsNothingThatIsSecret() {
        stored.broken = true;
        enter();
        answer("connect-begin-xero.json");

        var reply = answer("connect-back-from-xero.json");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).contains("The bridge failed");
        assertThat(lines.toString(StandardCharsets.UTF_8))
                .contains("java.lang.IllegalStateException", "GET /connect/xero/callback")
                .doesNotContain("access-1", "refresh-1", "sample-code", SESSION, STATE, CODE);
    }

    @Test
    void tellsBrowsersAndProxiesToKeepAndLoadNothing() {
        link();
        for (var reply : List.of(answer("connect-open.json"), answer("connect-enter.json"), at("GET", "/connect"))) {
            assertThat(reply.headers())
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("Referrer-Policy", "no-referrer")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .hasEntrySatisfying(
                            "Content-Security-Policy",
                            policy -> assertThat(policy)
                                    .startsWith("default-src 'none'; style-src 'sha256-")
                                    .contains("frame-ancestors 'none'")
                                    .doesNotContain("unsafe"));
        }
    }

    @Test
    void readsTheFirstFieldOfANameAndSkipsWhatDoesNotDecode() {
        var fields = Fields.parse("code=a%20b&code=c&bad=%zz&empty=&none");

        assertThat(fields.get("code")).contains("a b");
        assertThat(fields.get("bad")).isEmpty();
        assertThat(fields.get("empty")).isEmpty();
        assertThat(fields.toString()).doesNotContain("a b");
    }

    @Test
    void makesTextsThatNobodyGuesses() {
        var texts = new RandomText();

        assertThat(texts.get()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(texts.get());
    }

    private void link() {
        new ConnectLink(tickets, URI.create(HOST), CLOCK, secrets::remove).issue();
    }

    private void enter() {
        link();
        answer("connect-enter.json");
    }

    private ConnectEndpoint.Reply answer(String file) {
        var event = Events.read(file, APIGatewayV2HTTPEvent.class);
        return endpoint.answer(event.getRouteKey(), HttpCall.from(event));
    }

    private ConnectEndpoint.Reply at(String method, String path) {
        var headers = Map.of("cookie", "other=1; __Host-connect=" + SESSION);
        return endpoint.answer(method + " " + path, new HttpCall(method, HOST + path, headers, new byte[0]));
    }

    private static TokenGrant grant() {
        return _ ->
                new Reply.Ok<>(new TokenGrant.Granted("access-1", Duration.ofMinutes(30), "refresh-1"), Instant.EPOCH);
    }

    private Consent consent() {
        return new Consent() {
            @Override
            public Optional<URI> address(URI redirect, String state) {
                return Optional.of(URI.create("https://login.example/" + state + "?" + redirect));
            }

            @Override
            public Reply<List<Account>> accounts(String accessToken) {
                return reached;
            }
        };
    }

    private static Locks locks() {
        return new Locks() {
            @Override
            public boolean isHeld(String name, Instant now) {
                return false;
            }

            @Override
            public boolean acquire(String name, String holder, Instant now, Instant until) {
                return true;
            }

            @Override
            public void release(String name, String holder) {}
        };
    }

    private static Telemetry telemetry() {
        return new Telemetry() {
            @Override
            public void count(Metric metric, int by) {}

            @Override
            public void note(String about, String what) {}
        };
    }

    private static final class OneConnection implements Connections {
        private Optional<Connection> connection = Optional.empty();
        private boolean broken;

        @Override
        public Optional<Connection> read() {
            return connection;
        }

        @Override
        public void write(Connection next) {
            if (broken) throw new IllegalStateException("cannot write " + next.accessToken());
            connection = Optional.of(next);
        }
    }
}
