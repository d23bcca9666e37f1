package dev.quotetocash.sandbox.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.XeroGateway;
import dev.quotetocash.mapping.Customer;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.xero.XeroLimits;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.RecordRef;
import dev.quotetocash.sync.TenantId;
import dev.quotetocash.sync.XeroInvoiceId;
import dev.quotetocash.xero.XeroClient;
import dev.quotetocash.xero.XeroScopes;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call that the client can make, with a token that has just the scopes.
class XeroScopesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final XeroInvoiceId NO_INVOICE = new XeroInvoiceId("44aa0707-f718-4f1c-8d53-f2da9ca59533");

    private final XeroSettings settings =
            XeroSettings.sandbox().withLimits(XeroLimits.generous()).withKeyBits(1024);
    private final XeroSimulator xero = new XeroSimulator(settings, () -> NOW, 1, _ -> {});

    /// Each call by the gateway's method.
    private static final Map<String, Function<XeroGateway, Reply<?>>> CALLS = calls();

    static List<String> scopes() {
        return XeroScopes.ofCustomConnection();
    }

    @Test
    void makesEveryCallOfTheGateway() {
        assertThat(CALLS.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(XeroGateway.class.getMethods())
                        .filter(method -> method.getReturnType().equals(Reply.class))
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void grantsEveryCallAndNoCallsAreUnlisted() throws IOException {
        var http = callAll(XeroScopes.ofCustomConnection());

        assertThat(http.refused).isEmpty();
        assertThat(http.called)
                .containsExactlyInAnyOrderElementsOf(XeroScopes.byEndpoint().keySet());
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void asksForNoScopeThatNoCallNeeds(String without) throws IOException {
        var fewer = XeroScopes.ofCustomConnection().stream()
                .filter(scope -> !scope.equals(without))
                .toList();

        // A read that is refused ends the reading of the books, so not each endpoint is reached.
        assertThat(callAll(fewer).refused)
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(XeroScopes.byEndpoint().get(endpoint)).isEqualTo(without));
    }

    @Test
    void asksPeopleForARefreshTokenToo() {
        assertThat(XeroScopes.ofConsent())
                .containsExactly(
                        "offline_access", "accounting.invoices", "accounting.contacts", "accounting.settings.read");
    }

    private RecordedCalls callAll(List<String> scopes) throws IOException {
        var http = new RecordedCalls(xero, XeroScopesTest::endpoint, NOW);
        var client = new XeroClient(
                http,
                RecordedCalls.token(token(scopes)),
                URI.create("https://api.example/api.xro/2.0"),
                new TenantId(settings.tenantId()));
        CALLS.values().forEach(call -> assertThat(call.apply(client)).isNotNull());
        return http;
    }

    private String token(List<String> scopes) throws IOException {
        var form = "grant_type=client_credentials&client_id=" + settings.clientId() + "&client_secret="
                + settings.clientSecret() + "&scope="
                + URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8);
        var reply = xero.handle(new SimRequest(
                "POST",
                "/connect/token",
                "",
                Map.of("content-type", "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return new ObjectMapper().readTree(reply.text()).path("access_token").asText();
    }

    /// `/api.xro/2.0/Invoices/<id>` is `Invoices`.
    private static String endpoint(Http.Request request) {
        return request.method() + " " + request.uri().getPath().split("/")[3];
    }

    private static Map<String, Function<XeroGateway, Reply<?>>> calls() {
        var customer = new Customer(
                new RecordRef("hubspot", "company", "1"),
                "Acme Ltd",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var calls = new LinkedHashMap<String, Function<XeroGateway, Reply<?>>>();
        calls.put("createInvoices", x -> x.createInvoices(List.of(Payload.of("{}")), "key-1", Lane.INVOICE));
        calls.put("setStatus", x -> x.setStatus(NO_INVOICE, InvoiceStatus.AUTHORISED, Lane.INVOICE));
        calls.put("invoicesOfThisApp", x -> x.invoicesOfThisApp(NOW, Lane.INVOICE));
        calls.put("searchInvoices", x -> x.searchInvoices("HS-1", Lane.INVOICE));
        calls.put("readInvoices", x -> x.readInvoices(List.of(NO_INVOICE), Lane.INVOICE));
        calls.put("sweepInvoices", x -> x.sweepInvoices(NOW, 1, Lane.INVOICE));
        calls.put("contactByNumber", x -> x.contactByNumber("hs-1-company-1", Lane.INVOICE));
        calls.put(
                "createContact",
                x -> x.createContact(x.composeContact(customer, "hs-1-company-1"), "key-2", Lane.INVOICE));
        calls.put("readOrganisation", x -> x.readOrganisation(Lane.INVOICE));
        calls.put("readBooks", x -> x.readBooks(Lane.INVOICE));
        return calls;
    }
}
