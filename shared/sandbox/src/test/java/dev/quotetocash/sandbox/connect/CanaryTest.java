package dev.quotetocash.sandbox.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quotetocash.engine.ConnectFlow;
import dev.quotetocash.engine.ConnectLink;
import dev.quotetocash.engine.Connection;
import dev.quotetocash.engine.Connections;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.OAuthTokens;
import dev.quotetocash.engine.StatusReader;
import dev.quotetocash.engine.StatusScreen;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.engine.VendorConnection;
import dev.quotetocash.hubspot.HubSpotConsent;
import dev.quotetocash.hubspot.HubSpotGrant;
import dev.quotetocash.runtime.ConnectEndpoint;
import dev.quotetocash.runtime.ConnectPages;
import dev.quotetocash.runtime.HttpCall;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.sandbox.memory.MemoryBudgets;
import dev.quotetocash.sandbox.memory.MemoryConnections;
import dev.quotetocash.sandbox.memory.MemoryLinks;
import dev.quotetocash.sandbox.memory.MemoryLocks;
import dev.quotetocash.sandbox.memory.MemoryMarks;
import dev.quotetocash.sandbox.memory.MemoryTickets;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import dev.quotetocash.xero.XeroConsent;
import dev.quotetocash.xero.XeroGrant;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that is secret is marked, and a connection goes through its life: consent, refresh, refusal, and a
/// store that fails. No mark shows in what is printed on the way.
class CanaryTest {

    private static final String MARK = "canary";
    private static final URI BRIDGE = URI.create("https://bridge.example");
    private static final Pair PAIR = new Pair(new PortalId("62515"), new TenantId("t-1"));

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final MemoryTickets tickets = new MemoryTickets();
    private final MemoryLocks locks = new MemoryLocks();
    private final MemoryConnections memory = new MemoryConnections();
    private final AtomicInteger texts = new AtomicInteger();
    private final List<String> shown = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final JsonLog log = new JsonLog(new PrintStream(lines, true, StandardCharsets.UTF_8), () -> now, "connect");
    private boolean storeFails;
    private int tokenStatus = 200;

    private final Connections stored = new Connections() {
        @Override
        public Optional<Connection> read() {
            return memory.read();
        }

        @Override
        public void write(Connection next) {
            // The worst that a library could do.
            if (storeFails) throw new IllegalStateException("cannot store " + next.refreshToken());
            memory.write(next);
        }
    };

    private final Telemetry telemetry = new Telemetry() {
        @Override
        public void count(Metric metric, int by) {
            log.info("counted", Map.of("metric", metric, "by", by));
        }

        @Override
        public void note(String about, String what) {
            log.info(what, Map.of("about", about));
        }
    };

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void neverSings(Vendor vendor) {
        var one = vendor == Vendor.XERO ? xero() : hubspot();
        var endpoint = new ConnectEndpoint(
                new ConnectFlow(List.of(one), tickets, locks, telemetry, () -> now, this::newSecret),
                new ConnectPages(PAIR),
                log);

        storeFails = true;
        assertThat(wholeWay(endpoint, vendor).status()).isEqualTo(500);
        storeFails = false;
        now = now.plus(Duration.ofMinutes(5));
        assertThat(wholeWay(endpoint, vendor).status()).isEqualTo(303);
        var tokens = new OAuthTokens(one.lock(), stored, one.grant(), locks, telemetry, () -> now, this::newSecret);
        shown.add(tokens.toString());
        var first = memory.read().orElseThrow();

        now = now.plus(Duration.ofMinutes(25));
        tokens.current();
        assertThat(memory.read().orElseThrow().refreshToken()).isNotEqualTo(first.refreshToken());

        now = now.plus(Duration.ofMinutes(25));
        storeFails = true;
        var failed = catchThrowable(tokens::current);
        assertThat(failed).isNotNull();
        log.error("A message failed", Map.of(), failed);
        storeFails = false;

        now = now.plus(Duration.ofHours(1));
        tokenStatus = 400;
        assertThat(tokens.current().toString()).contains("Unauthorized");
        assertThat(memory.read().orElseThrow().refusedSince()).isPresent();
        shown.add(one.toString());
        shown.addAll(new StatusScreen(status(one).read()).lines());
        shown.add(status(one).read().toString());
        shown.add(memory.read().toString());
        shown.add(endpoint.answer("GET /connect", get("/connect", session(endpoint)))
                .body());

        assertThat(lines.toString(StandardCharsets.UTF_8))
                .contains("connected by consent", "connect again", "CONNECTION_REFUSED", "exception")
                .doesNotContain(MARK);
        assertThat(shown).noneMatch(text -> text.contains(MARK));
    }

    @Test
    void isHeardWhereSomethingLeaks() {
        log.info("a leak: " + newSecret(), Map.of());

        assertThat(lines.toString(StandardCharsets.UTF_8)).contains(MARK);
    }

    private StatusReader status(VendorConnection connection) {
        return new StatusReader(
                PAIR,
                new MemoryLinks(),
                new MemoryMarks(),
                List.of(connection),
                List.of(),
                new MemoryBudgets(),
                locks,
                List::of,
                () -> now);
    }

    private ConnectEndpoint.Reply wholeWay(ConnectEndpoint endpoint, Vendor vendor) {
        var session = session(endpoint);
        var path = "/connect/" + vendor.slug();
        var sent = endpoint.answer("POST " + path, new HttpCall("POST", BRIDGE + path, session, new byte[0]));
        var state = String.valueOf(sent.headers().get("Location")).replaceFirst(".*[&?]state=", "");
        var back = endpoint.answer(
                "GET " + path + "/callback",
                get(path + "/callback?code=" + MARK + "-code-" + texts.incrementAndGet() + "&state=" + state, session));
        shown.add(sent.toString());
        shown.add(sent.body());
        shown.add(back.toString());
        shown.add(back.body());
        shown.add(back.headers().toString());
        return back;
    }

    private Map<String, String> session(ConnectEndpoint endpoint) {
        var link = new ConnectLink(tickets, BRIDGE, () -> now, this::newSecret)
                .issue()
                .lines()
                .getLast();
        var code = link.substring(link.indexOf('?') + 1);
        var entered = endpoint.answer(
                "POST /connect",
                new HttpCall("POST", BRIDGE + "/connect", Map.of(), code.getBytes(StandardCharsets.UTF_8)));
        shown.add(entered.toString());
        return Map.of("cookie", entered.cookie().orElseThrow().replaceFirst(";.*", ""));
    }

    private static HttpCall get(String path, Map<String, String> headers) {
        return new HttpCall("GET", BRIDGE + path, headers, new byte[0]);
    }

    private VendorConnection.ByConsent xero() {
        var api = URI.create("https://xero.example");
        return new VendorConnection.ByConsent(
                Vendor.XERO,
                "t-1",
                "xero#t-1#refresh",
                stored,
                new XeroGrant(this::answer, api, CanaryTest::credentials),
                new XeroConsent(this::answer, api, api, () -> Optional.of("app-1")));
    }

    private VendorConnection.ByConsent hubspot() {
        var api = URI.create("https://hub.example");
        return new VendorConnection.ByConsent(
                Vendor.HUBSPOT,
                "62515",
                "hubspot#62515#refresh",
                stored,
                new HubSpotGrant(this::answer, api, "2026-09", CanaryTest::credentials),
                new HubSpotConsent(
                        this::answer, api, api, "2026-09", CanaryTest::credentials, () -> Optional.of("app-1")));
    }

    /// Both vendors at once, with new tokens each time.
    private Http.HttpReply answer(Http.Request request) {
        shown.add(request.toString());
        var path = request.uri().getPath();
        if (path.endsWith("/connections")) {
            return answered(200, "[{\"tenantId\":\"t-1\",\"tenantType\":\"ORGANISATION\",\"tenantName\":\"Ours\"}]");
        }
        if (path.endsWith("/introspect")) return answered(200, "{\"active\":true,\"hub_id\":62515}");
        var number = texts.incrementAndGet();
        return answered(
                tokenStatus,
                "{\"access_token\":\"" + MARK + "-access-" + number + "\",\"refresh_token\":\"" + MARK + "-refresh-"
                        + number + "\",\"expires_in\":1800,\"error\":\"" + MARK + "\"}");
    }

    private static Http.HttpReply answered(int status, String body) {
        return new Http.HttpReply.Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Credentials credentials() {
        return new Credentials(MARK + "-id", MARK + "-secret");
    }

    private String newSecret() {
        return MARK + "-text-" + texts.incrementAndGet();
    }
}
