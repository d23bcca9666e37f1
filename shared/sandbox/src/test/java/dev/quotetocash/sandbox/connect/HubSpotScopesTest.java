package dev.quotetocash.sandbox.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.HubSpotGateway;
import dev.quotetocash.engine.HubSpotGateway.DealUpdate;
import dev.quotetocash.engine.HubSpotGateway.Range;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.hubspot.HubSpotClient;
import dev.quotetocash.hubspot.HubSpotScopes;
import dev.quotetocash.mapping.DealProperty;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.hubspot.PlanLimits;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.people.Sales;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotContactId;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.HubSpotLineItemId;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Observed;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call that the client can make, with a token that has just the scopes.
class HubSpotScopesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /// `oauth` is in every app and opens nothing.
    static List<String> scopes() {
        return HubSpotScopes.all().stream()
                .filter(scope -> !scope.equals("oauth"))
                .toList();
    }

    @Test
    void grantsEveryCallAndNoCallsAreUnlisted() {
        var http = callAll(HubSpotScopes.all());

        assertThat(http.refused).isEmpty();
        assertThat(http.called)
                .containsExactlyInAnyOrderElementsOf(HubSpotScopes.byEndpoint().keySet());
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void asksForNoScopeThatNoCallNeeds(String without) {
        var fewer = HubSpotScopes.all().stream()
                .filter(scope -> !scope.equals(without))
                .toList();

        assertThat(callAll(fewer).refused)
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(HubSpotScopes.byEndpoint().get(endpoint)).contains(without));
    }

    /// HubSpot lets nobody consent to anything but exactly what the app is configured with.
    @Test
    void areWhatTheAppIsConfiguredWith() throws IOException {
        var app = new ObjectMapper()
                .readTree(Path.of("../../hubspot-app/src/app/app-hsmeta.json").toFile());

        assertThat(app.at("/config/auth/requiredScopes").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(HubSpotScopes.all());
    }

    private static RecordedCalls callAll(List<String> scopes) {
        var settings = HubSpotSettings.sandbox()
                .withLimits(PlanLimits.enterprise())
                .withAssociationPage(1)
                .withScopes(new HashSet<>(scopes));
        var hubspot = new HubSpotSimulator(settings, () -> NOW, 1, _ -> {});
        var sales = new Sales(new Api(Api.to(hubspot, Map.of("Authorization", "Bearer " + settings.uiToken()))));
        var http = new RecordedCalls(hubspot, HubSpotScopesTest::endpoint, NOW);
        var client = new HubSpotClient(
                http, RecordedCalls.token(settings.token()), URI.create("https://hub.example"), "2026-09");
        var calls = calls(sales);
        assertThat(calls.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(HubSpotGateway.class.getMethods())
                        .map(Method::getName)
                        .toList());
        calls.values().forEach(call -> assertThat(call.apply(client)).isNotNull());
        return http;
    }

    /// `/crm/objects/2026-09/deals/7` is `objects/deals`.
    private static String endpoint(Http.Request request) {
        var path = request.uri().getPath().replaceFirst("^/(crm|settings)/", "").replaceFirst("/2026-09/", "/");
        var isWhole = path.matches(".*/(batch/[a-z]+|search)");
        return request.method() + " " + (isWhole ? path : path.replaceFirst("^([^/]+/[^/]+).*", "$1"));
    }

    /// Each call by the gateway's method. Lists of two are longer than a page.
    private static Map<String, Function<HubSpotGateway, Reply<?>>> calls(Sales sales) {
        var company = sales.company("Acme Ltd", "acme.example");
        var deal = sales.deal("Acme", "10", company);
        sales.associate(deal, "companies", sales.company("Acme Holding Ltd", "holding.example"));
        var contact = sales.billingContact(company, "Ada", "Byron", "ada@acme.example");
        sales.billingContact(company, "Charles", "Babbage", "charles@acme.example");
        sales.associate(deal, "contacts", contact);
        sales.associate(deal, "contacts", sales.contact("Mary", "Somerville", "mary@acme.example"));
        var line = new Sales.Line("Support", BigDecimal.ONE, BigDecimal.TEN, "", "");
        var item = new HubSpotLineItemId(sales.addLine(deal, "", line));
        sales.addLine(deal, "", line);

        var id = new HubSpotDealId(deal);
        var property = DealProperty.ALL.getFirst();
        var range = new Range(NOW, Optional.empty(), "0");
        var calls = new LinkedHashMap<String, Function<HubSpotGateway, Reply<?>>>();
        calls.put("ensureGroup", h -> h.ensureGroup(DealProperty.GROUP, DealProperty.GROUP_LABEL));
        calls.put("ensureProperty", h -> {
            DealProperty.ALL.forEach(h::ensureProperty);
            return h.ensureProperty(property);
        });
        calls.put("writeInstallation", h -> h.writeInstallation("installation-1"));
        calls.put("readPortal", h -> h.readPortal(Lane.CHANGE));
        calls.put("readDeal", h -> h.readDeal(id, Lane.CHANGE));
        calls.put("readLineItems", h -> h.readLineItems(List.of(item), Lane.CHANGE));
        calls.put("dealsOf", h -> h.dealsOf(List.of(item), Lane.CHANGE));
        calls.put("readCompany", h -> h.readCompany(new HubSpotCompanyId(company), Lane.CHANGE));
        calls.put("readContact", h -> h.readContact(new HubSpotContactId(contact), Lane.CHANGE));
        calls.put("readOwnProperties", h -> h.readOwnProperties(List.of(id), Lane.CHANGE));
        var update = new DealUpdate(id, Fields.NONE.with(DealProperty.INVOICE_NUMBER, Observed.of("INV-1")));
        calls.put("updateDeals", h -> h.updateDeals(List.of(update), Lane.CHANGE));
        calls.put("sweepWonDeals", h -> h.sweepWonDeals(range, Lane.CHANGE));
        calls.put("sweepLineItems", h -> h.sweepLineItems(range, Lane.CHANGE));
        return calls;
    }
}
