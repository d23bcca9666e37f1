package dev.quotetocash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.OneVendor.Vendor;
import dev.quotetocash.sandbox.aws.Eventually;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.SimServer;
import dev.quotetocash.sandbox.xero.Region;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// `./bridge up --only`: one simulator over HTTP, its control surface, and its webhooks to an address of ours.
class OneVendorTest {

    private static final Path ROOT = Path.of("../..");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<SimRequest> received = new CopyOnWriteArrayList<>();

    @Test
    void startsHubSpotAloneAndSendsItsWebhooks() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var endpoint = new SimServer(this::accept, 0);
                var one = OneVendor.start(only(Vendor.hubspot, endpoint.address() + "/hooks"))) {
            var person = Api.over(http, fact(one, "hubspot"), bearer(fact(one, "hubspotToken")));

            var deal = person.post("/crm/objects/2026-09/deals", properties("dealstage", "appointmentscheduled"));
            person.patch(
                    "/crm/objects/2026-09/deals/" + deal.path("id").asText(), properties("dealstage", "closedwon"));

            Eventually.holds(
                    SOON,
                    () -> assertThat(received)
                            .anySatisfy(request -> assertThat(request.text()).contains("\"closedwon\"")));
            assertThat(received).allSatisfy(request -> {
                assertThat(request.path()).isEqualTo("/hooks");
                assertThat(request.header("x-hubspot-signature-v3")).isPresent();
            });
            assertThat(one.facts())
                    .containsKeys("hubspotAppToken", "hubspotClientSecret")
                    .doesNotContainKey("xero");
            assertThat(one.guide()).contains(fact(one, "hubspot")).contains("pat-eu1-sandbox-app");
            assertThat(curls(one)).isEqualTo(3);
        }
    }

    @Test
    void startsXeroAloneAndSwitchesAnEndpointOnThatVerifiesSignatures() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var endpoint = new SimServer(this::acceptAllButEverySecondProbe, 0);
                var one = OneVendor.start(only(Vendor.xero, endpoint.address()))) {
            var finance = Api.over(http, fact(one, "xero"), financeHeaders(one));

            Eventually.holds(
                    SOON,
                    () -> assertThat(finance.get("/sim/webhooks")
                                    .path("subscription")
                                    .asText())
                            .isEqualTo("ENABLED"));
            finance.post("/api.xro/2.0/Contacts", Api.object().put("Name", "Kestrel Instruments Ltd"));

            Eventually.holds(
                    SOON,
                    () -> assertThat(received)
                            .anySatisfy(request -> assertThat(request.text()).contains("\"CONTACT\"")));
            assertThat(one.facts()).containsKeys("xeroClientId", "xeroClientSecret", "xeroWebhookKey", "xeroTenantId");
            assertThat(one.guide()).contains("sandbox-finance-person").contains(endpoint.address());
            assertThat(curls(one)).isEqualTo(3);
        }
    }

    @Test
    void letsPeopleOfXeroLockAPeriodDisconnectTheAppAndTellUnknownEvents() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var one = OneVendor.start(only(Vendor.xero, ""))) {
            var finance = Api.over(http, fact(one, "xero"), financeHeaders(one));

            assertThat(finance.get("/sim").findValuesAsText("control"))
                    .contains(
                            "POST /sim/people/lock-period", "POST /sim/people/disconnect", "POST /sim/webhooks/event");
            finance.post("/sim/people/lock-period", Api.object().put("until", "2026-10-31"));
            finance.post("/sim/people/disconnect", "");
            finance.post(
                    "/sim/webhooks/event",
                    Api.object().put("category", "PROJECT").put("resourceId", "55d84274-a3da-4829-a7c0-0cab601b95cc"));

            assertThat(finance.get("/sim/state").toString()).contains("2026-10-31");
            assertThat(finance.get("/sim/webhooks").path("subscription").asText())
                    .isEqualTo("ABSENT");
            assertThat(one.guide()).contains("nobody");
        }
    }

    @Test
    void givesTheSameIdsForTheSameSeed() throws Exception {
        assertThat(firstContact(7)).isEqualTo(firstContact(7)).isNotEqualTo(firstContact(8));
    }

    private static String firstContact(long seed) throws Exception {
        try (var http = HttpClient.newHttpClient();
                var one = OneVendor.start(
                        new OneVendor.Options(Vendor.xero, ROOT, 0, seed, "", Region.UK, SwitchOptions.NONE))) {
            var finance = Api.over(http, fact(one, "xero"), financeHeaders(one));
            return finance.post("/api.xro/2.0/Contacts", Api.object().put("Name", "Kestrel Instruments Ltd"))
                    .path("Contacts")
                    .path(0)
                    .path("ContactID")
                    .asText();
        }
    }

    private SimResponse accept(SimRequest request) {
        received.add(request);
        return SimResponse.empty(200);
    }

    /// Xero sends right and wrong probes by turns.
    private SimResponse acceptAllButEverySecondProbe(SimRequest request) {
        received.add(request);
        var wrong = request.text().contains("\"events\":[]") && received.size() % 2 == 0;
        return SimResponse.empty(wrong ? 401 : 200);
    }

    private static JsonNode properties(String name, String value) {
        var body = Api.object();
        body.putObject("properties").put(name, value);
        return body;
    }

    private static String fact(OneVendor one, String name) {
        return Optional.ofNullable(one.facts().get(name)).orElseThrow();
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static Map<String, String> financeHeaders(OneVendor one) {
        return Map.of("Authorization", "Bearer " + fact(one, "xeroToken"), "xero-tenant-id", fact(one, "xeroTenantId"));
    }

    private static long curls(OneVendor one) {
        return one.guide().lines().filter(line -> line.startsWith("curl ")).count();
    }

    @Test
    void opensAnOrganisationOfAnotherRegionWithASwitchTaken() throws Exception {
        var switches = new SwitchOptions(Map.of("xero.tenantHeaderRequired", "true"));
        var options = new OneVendor.Options(Vendor.xero, ROOT, 0, 7, "", Region.NZ, switches);
        try (var http = HttpClient.newHttpClient();
                var one = OneVendor.start(options)) {
            var finance = Api.over(http, fact(one, "xero"), financeHeaders(one));

            var organisation = finance.get("/api.xro/2.0/Organisation").at("/Organisations/0");

            assertThat(organisation.path("BaseCurrency").asText()).isEqualTo("NZD");
            assertThat(finance.get("/api.xro/2.0/TaxRates").toString()).contains("15% GST on Income");
        }
    }

    private static OneVendor.Options only(Vendor vendor, String webhookUrl) {
        return new OneVendor.Options(vendor, ROOT, 0, 7, webhookUrl, Region.UK, SwitchOptions.NONE);
    }
}
