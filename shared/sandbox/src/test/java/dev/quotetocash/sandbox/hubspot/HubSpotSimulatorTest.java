package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.SimServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HubSpotSimulatorTest {

    private final Hub hub = Hub.fresh();

    @Test
    void namesEndpointsWithoutIdsAndVersions() {
        assertThat(endpoint("GET", "/crm/objects/2026-09/deals/512")).isEqualTo("GET /crm/objects/deals/{id}");
        assertThat(endpoint("GET", "/crm/v3/objects/0-3/512")).isEqualTo("GET /crm/objects/deals/{id}");
        assertThat(endpoint("POST", "/crm/objects/2026-03/deals/batch/update"))
                .isEqualTo("POST /crm/objects/deals/batch/update");
        assertThat(endpoint("POST", "/crm/associations/2026-09/deals/line_items/batch/read"))
                .isEqualTo("POST /crm/associations/deals/line_items/batch/read");
        assertThat(endpoint("GET", "/crm/pipelines/2026-09/deals")).isEqualTo("GET /crm/pipelines/deals");
        assertThat(endpoint("GET", "/crm/properties/2026-09/deals/xero_paid"))
                .isEqualTo("GET /crm/properties/deals/{name}");
        assertThat(endpoint("PUT", "/crm/objects/2026-09/deals/1/associations/default/companies/2"))
                .isEqualTo("PUT /crm/objects/deals/{id}/associations/default/companies/{toId}");
        assertThat(endpoint("GET", "/crm/nowhere/2026-09/512")).isEqualTo("GET /crm/nowhere/{id}");
    }

    @Test
    void answers404ForUnknownPathsAnd400ForUnknownTypes() {
        assertThat(hub.get("/crm/nowhere/2026-09").status()).isEqualTo(404);
        assertThat(hub.get(Hub.OBJECTS + "unicorns").status()).isEqualTo(400);
    }

    @Test
    void repeatsItselfExactly() {
        assertThat(story(Hub.subscribed(Subscription.toProperty("deal", "dealstage"))))
                .isEqualTo(story(Hub.subscribed(Subscription.toProperty("deal", "dealstage"))));
    }

    @Test
    void dumpsItsWholeState() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");
        hub.associate("deals", deal, "line_items", hub.create("line_items", "{'name':'Seat'}"));

        var dump = Json.parse(hub.simulator.dump());

        assertThat(dump.at("/account/types/deals/records/0/id").asText()).isEqualTo(deal);
        assertThat(dump.at("/account/types/deals/records/0/history/dealname/0/value")
                        .asText())
                .isEqualTo("Acme");
        assertThat(dump.at("/account/links")).hasSize(1);
        assertThat(dump.at("/account/types/deals/pipelines")).hasSize(2);
    }

    @Test
    void appliesCallsFromManyThreadsOneAtATime() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) threads.execute(() -> hub.create("deals", "{'dealname':'Acme'}"));
        }

        var ids =
                hub.get(Hub.OBJECTS + "deals?limit=100").body().path("results").findValuesAsText("id");
        assertThat(ids).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void isServedOverHttp() throws IOException, InterruptedException {
        try (var server = new SimServer(hub.simulator, 0);
                var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(server.address() + "/account-info/2026-09/details"))
                    .header("Authorization", "Bearer " + hub.settings.token())
                    .build();

            var reply = http.send(request, BodyHandlers.ofString());

            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body()).contains("\"companyCurrency\":\"GBP\"");
        }
    }

    private static String story(Hub hub) {
        var deal = hub.create("deals", "{'dealname':'Acme','dealstage':'closedwon'}");
        var replies = hub.read("deals", deal, "").body().toString()
                + hub.read("deals", "9", "").body();
        return replies + hub.events() + hub.deliveries.getFirst().headers();
    }

    private String endpoint(String method, String path) {
        return hub.simulator.endpoint(Hub.request(method, path, Map.of(), ""));
    }
}
