package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.hubspot.CardProxy.Fetch;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Replays the samples of docs/reference/hubspot-api.md: requests are accepted with the effect that is described,
/// replies have the shape that is shown.
class GoldenSamplesTest {

    /// Samples that are not replayed, and why.
    private static final Map<String, String> NOT_REPLAYED = Map.ofEntries(
            Map.entry("29-app-hsmeta", "a project file: HubSpot's CLI reads it on upload"),
            Map.entry("30-hsproject", "a project file: HubSpot's CLI reads it on upload"),
            Map.entry("31-journal-subscription", "the webhooks journal is not simulated"),
            Map.entry("32-journal-next", "the webhooks journal is not simulated"),
            Map.entry("33-journal-file", "the webhooks journal is not simulated"),
            Map.entry("40-flow", "the flows API is not simulated"),
            Map.entry("41-flow-schedule", "the flows API is not simulated"),
            Map.entry("42-timeline-event", "timeline events are not simulated"),
            Map.entry("43-card-hsmeta", "a project file: HubSpot's CLI reads it on upload"));

    private static final String DEALS = Hub.OBJECTS + "deals";

    /// What the text names, though not the sample: `url` with a record, `requestedAt` with a batch, the trace id
    /// that results are correlated by, `link` beside `after` (sections 3.1, 3.3).
    private static final String[] TOLD_ELSEWHERE = {"url", "requestedAt", "objectWriteTraceId", "link"};

    private final Map<String, Runnable> replays = new LinkedHashMap<>();

    GoldenSamplesTest() {
        replays.put("01-record", this::record);
        replays.put("02-list", this::list);
        replays.put("03-patch", this::patch);
        replays.put("04-merge", this::merge);
        replays.put("05-batch-read", this::batchRead);
        replays.put("06-batch-create", this::batchCreate);
        replays.put("07-batch-update", this::batchUpdate);
        replays.put("08-batch-upsert", this::batchUpsert);
        replays.put("09-batch-archive", this::batchArchive);
        replays.put("10-batch-complete", this::batchComplete);
        replays.put("11-batch-partial", this::batchPartial);
        replays.put("12-search", this::search);
        replays.put("13-search-response", this::searchResponse);
        replays.put("14-associations-read", this::readAssociations);
        replays.put("15-associations-read-response", this::readAssociations);
        replays.put("16-associations-create", this::createAssociations);
        replays.put("17-associations-created", this::createAssociations);
        replays.put("18-associate-default", this::associateDefault);
        replays.put("19-property", this::property);
        replays.put("20-property-group", this::property);
        replays.put("21-pipelines", this::pipelines);
        replays.put(
                "22-owners",
                () -> Golden.sameShape(
                        "22-owners", hub.get("/crm/owners/2026-09").body(), "type", "createdAt", "updatedAt"));
        replays.put("23-error", this::error);
        replays.put("24-property-change-event", this::propertyChange);
        replays.put("25-creation-event", this::creation);
        replays.put("26-merge-event", this::mergeEvent);
        replays.put("27-association-event", this::associationEvent);
        replays.put("28-webhooks-hsmeta", this::webhooksFile);
        replays.put("34-v1-signed-event", this::signedEvent);
        replays.put(
                "35-token",
                () -> Golden.sameShape("35-token", OAuthTest.token(hub).body()));
        replays.put("36-token-error", this::tokenError);
        replays.put("37-introspection", this::introspection);
        replays.put("38-rate-limit", this::rateLimit);
        replays.put("39-tax-rate", this::taxRate);
        replays.put("44-card-fetch-body", this::cardFetch);
    }

    private final Hub hub = Hub.fresh();

    /// Each sample gets an account of its own.
    @TestFactory
    Stream<DynamicTest> acceptsOrAnswers() {
        return replays.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> new GoldenSamplesTest().replay(name)));
    }

    @Test
    void replaysEverySampleButThoseListed() {
        var known = new TreeSet<>(replays.keySet());
        known.addAll(NOT_REPLAYED.keySet());

        assertThat(known).isEqualTo(Golden.names()).hasSize(replays.size() + NOT_REPLAYED.size());
    }

    private void replay(String name) {
        replays.getOrDefault(name, () -> {}).run();
    }

    private void record() {
        var small = Hub.with(HubSpotSettings.sandbox().withAssociationPage(1));
        var deal = small.create("deals", "{'dealname':'Acme','amount':'1500.00'}");
        for (var i = 0; i < 2; i++)
            small.associate("deals", deal, "line_items", small.create("line_items", "{'name':'Seat'}"));

        var reply = small.read("deals", deal, "properties=dealname,amount&associations=line_items,contacts");

        Golden.sameShape("01-record", reply.body());
        assertThat(reply.at("/properties/amount")).isEqualTo("1500.00");
        assertThat(reply.at("/associations/line items/results/0/type")).isEqualTo("deal_to_line_item");
    }

    private void list() {
        deal("Acme");
        deal("Kestrel");

        var reply = hub.get(DEALS + "?limit=1");

        Golden.sameShape("02-list", reply.body());
        assertThat(reply.body().path("results")).hasSize(1);
    }

    private void patch() {
        var deal = hub.create("deals", "{'dealname':'Acme','amount':'1'}");

        var reply = hub.patch(DEALS + "/" + deal, Golden.text("03-patch"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(hub.value("deals", deal, "dealname")).isEqualTo("Kestrel");
        assertThat(hub.read("deals", deal, "properties=amount")
                        .body()
                        .at("/properties/amount")
                        .isNull())
                .isTrue();
    }

    private void merge() {
        var first = deal("Acme");
        var second = deal("Kestrel");

        var merged = hub.post(DEALS + "/merge", Golden.text("04-merge", Map.of("1", first, "2", second)));

        assertThat(merged.status()).isEqualTo(200);
        assertThat(hub.read("deals", second, "").id()).isEqualTo(merged.id());
        assertThat(hub.value("deals", first, "hs_merged_object_ids")).contains(first, second);
    }

    private void batchRead() {
        uniqueProperty("xero_key");
        var deal = hub.create("deals", "{'xero_key':'A1','amount':'7'}");

        var reply = hub.post(DEALS + "/batch/read?archived=false", Golden.text("05-batch-read"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/results/0/id")).isEqualTo(deal);
        assertThat(reply.at("/results/0/properties/amount")).isEqualTo("7");
    }

    private void batchCreate() {
        var deal = deal("Acme");

        var reply =
                hub.post(Hub.OBJECTS + "line_items/batch/create", Golden.text("06-batch-create", Map.of("512", deal)));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/results/0/objectWriteTraceId")).isEqualTo("row-1");
        assertThat(hub.read("deals", deal, "associations=line_items").body().findValuesAsText("type"))
                .containsExactly("deal_to_line_item");
    }

    private void batchUpdate() {
        var deal = deal("Acme");

        var reply = hub.post(DEALS + "/batch/update", Golden.text("07-batch-update", Map.of("512", deal)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(hub.value("deals", deal, "dealname")).isEqualTo("Kestrel");
    }

    private void batchUpsert() {
        uniqueProperty("xero_invoice_id");

        var first = hub.post(DEALS + "/batch/upsert", Golden.text("08-batch-upsert"));
        var second = hub.post(DEALS + "/batch/upsert", Golden.text("08-batch-upsert"));

        assertThat(first.body().at("/results/0/new").booleanValue()).isTrue();
        assertThat(second.body().at("/results/0/new").booleanValue()).isFalse();
        assertThat(second.at("/results/0/id")).isEqualTo(first.at("/results/0/id"));
    }

    private void batchArchive() {
        var deal = deal("Acme");

        var reply = hub.post(DEALS + "/batch/archive", Golden.text("09-batch-archive", Map.of("512", deal)));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(hub.read("deals", deal, "").status()).isEqualTo(404);
        assertThat(hub.read("deals", deal, "archived=true").body().has("archivedAt"))
                .isTrue();
    }

    private void batchComplete() {
        var reply = hub.post(DEALS + "/batch/read", "{'inputs':[{'id':'" + deal("Acme") + "'}]}");

        Golden.sameShape("10-batch-complete", reply.body(), TOLD_ELSEWHERE);
        assertThat(reply.at("/status")).isEqualTo("COMPLETE");
    }

    private void batchPartial() {
        var item = hub.create("line_items", "{'name':'Seat'}");

        var reply = hub.post(
                Hub.OBJECTS + "line_items/batch/update",
                "{'inputs':[{'id':'" + item + "','properties':{'price':'7'},'objectWriteTraceId':'row-1'}," + "{'id':'"
                        + item + "','properties':{'price':'x'},'objectWriteTraceId':'row-2'}]}");

        assertThat(reply.status()).isEqualTo(207);
        var body = reply.body().deepCopy();
        var errors = ((ObjectNode) body).remove("errors");
        Golden.noMoreThan("11-batch-partial", Json.object().set("errors", errors));
        assertThat(errors.get(0).at("/context/objectWriteTraceId/0").asText()).isEqualTo("row-2");
        assertThat(reply.body().path("numErrors").intValue()).isEqualTo(1);
        Golden.sameShape("10-batch-complete", body, "url", "objectWriteTraceId", "numErrors");
    }

    private void search() {
        var company = hub.create("companies", "{'name':'Kestrel Instruments Ltd'}");
        var deal = deal("Acme");
        deal("Other");
        hub.associate("deals", deal, "companies", company);
        hub.later(Duration.ofMinutes(1));

        var reply = hub.search("deals", Golden.text("12-search", Map.of("77", company)));
        var sortedByText = hub.search(
                "deals",
                Golden.text("12-search", Map.of("77", company))
                        .replaceFirst(
                                "\\{\"propertyName\":\"hs_lastmodifieddate\",\"direction\":\"ASCENDING\"}",
                                "\"hs_lastmodifieddate\""));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("results").findValuesAsText("id")).containsExactly(deal);
        assertThat(sortedByText.body()).isEqualTo(reply.body());
    }

    private void searchResponse() {
        deal("Acme");
        deal("Kestrel");
        hub.later(Duration.ofMinutes(1));

        Golden.sameShape(
                "13-search-response", hub.search("deals", "{'limit':1}").body(), TOLD_ELSEWHERE);
    }

    private void readAssociations() {
        var small = Hub.with(HubSpotSettings.sandbox().withAssociationPage(1));
        var deal = small.create("deals", "{}");
        var lonely = small.create("deals", "{}");
        for (var i = 0; i < 2; i++) small.associate("deals", deal, "line_items", small.create("line_items", "{}"));

        var reply = small.post(
                Hub.ASSOCIATIONS + "deals/line_items/batch/read",
                Golden.text("14-associations-read", Map.of("512", deal, "513", lonely)));

        assertThat(reply.status()).isEqualTo(207);
        Golden.sameShape(
                "15-associations-read-response", reply.body(), "link", "requestedAt", "status", "message", "links");
        assertThat(reply.at("/errors/0/subCategory")).isEqualTo("crm.associations.NO_ASSOCIATIONS_FOUND");
    }

    private void createAssociations() {
        var ids = Map.of("1", deal("Acme"), "2", hub.create("companies", "{}"));

        var reply =
                hub.post(Hub.ASSOCIATIONS + "deals/companies/batch/create", Golden.text("16-associations-create", ids));

        assertThat(reply.status()).isEqualTo(201);
        Golden.sameShape("17-associations-created", reply.body().at("/results/0"));
        assertThat(reply.at("/results/0/toObjectId")).isEqualTo(ids.get("2"));
    }

    private void associateDefault() {
        var ids = Map.of("1", deal("Acme"), "2", hub.create("companies", "{}"));

        var reply = hub.post(
                Hub.ASSOCIATIONS + "deals/companies/batch/associate/default", Golden.text("18-associate-default", ids));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/results/0/associationSpec/associationTypeId")).isEqualTo("341");
    }

    private void property() {
        var properties = "/crm/properties/2026-09/deals";

        assertThat(hub.post(properties + "/groups", Golden.text("20-property-group"))
                        .status())
                .isEqualTo(201);
        assertThat(hub.post(properties, Golden.text("19-property")).status()).isEqualTo(201);
        assertThat(hub.post(properties, Golden.text("19-property")).status()).isEqualTo(409);
        var made = hub.get(properties + "/xero_invoice_state");
        Golden.json("19-property")
                .fieldNames()
                .forEachRemaining(
                        name -> assertThat(made.body().has(name)).as(name).isTrue());
        var batch = "{\"inputs\":[" + Golden.text("19-property").replace("xero_invoice_state", "xero_other") + "]}";
        assertThat(hub.post(properties + "/batch/create", batch).status()).isEqualTo(201);
    }

    private void pipelines() {
        var reply = hub.get("/crm/pipelines/2026-09/deals");

        Golden.sameShape("21-pipelines", reply.body(), "createdAt", "updatedAt");
        assertThat(reply.at("/results/0/stages/5/metadata/probability")).isEqualTo("1.0");
    }

    private void error() {
        var reply = hub.post(Hub.OBJECTS + "line_items", "{'properties':{'discount':'x'}}");
        var scopes =
                Hub.with(HubSpotSettings.sandbox().withScopes(Set.of("oauth"))).get(DEALS);

        assertThat(reply.status()).isEqualTo(400);
        Golden.noMoreThan("23-error", reply.body());
        Golden.noMoreThan("23-error", scopes.body());
        assertThat(reply.at("/errors/0/context/propertyName/0")).isEqualTo("discount");
    }

    private void propertyChange() {
        var subscribed = Hub.subscribed(Subscription.toProperty("deal", "dealstage"));
        var deal = subscribed.create("deals", "{}");
        subscribed.person("PATCH", DEALS + "/" + deal, "{'properties':{'dealstage':'closedwon'}}");

        Golden.sameShape("24-property-change-event", Json.list(subscribed.events()));
        assertThat(subscribed.events().getLast().path("sourceId").asText()).isEqualTo("userId:4711");
    }

    private void creation() {
        var subscribed = Hub.subscribed(Subscription.to("object.creation", "deal"));
        subscribed.person("POST", DEALS, "{'properties':{}}");

        Golden.sameShape("25-creation-event", Json.list(subscribed.events()));
    }

    private void mergeEvent() {
        var subscribed = Hub.subscribed(Subscription.to("object.merge", "company"));
        var ids = Map.of("1", subscribed.create("companies", "{}"), "2", subscribed.create("companies", "{}"));
        subscribed.post(Hub.OBJECTS + "companies/merge", Golden.text("04-merge", ids));

        Golden.sameShape("26-merge-event", Json.list(subscribed.events()));
    }

    private void associationEvent() {
        var subscribed = Hub.subscribed(Subscription.to("object.associationChange", "deal"));
        subscribed.associate(
                "deals", subscribed.create("deals", "{}"), "line_items", subscribed.create("line_items", "{}"));

        Golden.sameShape("27-association-event", Json.list(subscribed.events()));
        assertThat(subscribed.events())
                .extracting(event -> event.path("associationType").asText())
                .containsExactly("DEAL_TO_LINE_ITEM", "LINE_ITEM_TO_DEAL");
    }

    private void webhooksFile() {
        assertThat(Subscriptions.parse(Golden.text("28-webhooks-hsmeta")))
                .hasSize(6)
                .contains(Subscription.toProperty("deal", "dealstage"), Subscription.to("deal.deletion", "deal"));
    }

    private void signedEvent() {
        var body = Golden.text("34-v1-signed-event").getBytes(StandardCharsets.UTF_8);

        assertThat(Signatures.v1("yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy", body))
                .isEqualTo("232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de");
    }

    private void tokenError() {
        var reply = OAuthTest.refresh(hub, "eu1-revoked");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("status"))
                .isEqualTo(Golden.json("36-token-error").path("status"));
        assertThat(reply.body().path("error_description"))
                .isEqualTo(Golden.json("36-token-error").path("error_description"));
        Golden.sameShape("36-token-error", reply.body());
    }

    private void introspection() {
        var path = "/oauth/2026-09/token/introspect";

        Golden.sameShape(
                "37-introspection",
                OAuthTest.client(hub, path, Map.of("token", OAuthTest.accessToken(hub)))
                        .body());
    }

    private void rateLimit() {
        var full = Hub.with(HubSpotSettings.sandbox().withLimits(new PlanLimits(0, 9, 9, 9, 9)));
        var body = full.get(DEALS).body();

        Golden.sameShape("38-rate-limit", body);
        assertThat(body.path("message")).isEqualTo(Golden.json("38-rate-limit").path("message"));
    }

    private void taxRate() {
        JsonNode rates = hub.get("/tax-rates/2026-09/tax-rates").body().path("results");

        rates.forEach(rate -> Golden.sameShape("39-tax-rate", rate));
        assertThat(rates).isNotEmpty();
    }

    private void cardFetch() {
        var received = new ArrayList<String>();
        var proxy = new CardProxy(hub.settings, List.of("https://bridge.example/"), hub, request -> {
            received.add(request.text());
            return SimResponse.empty(202);
        });

        proxy.fetch(
                Fetch.post("https://bridge.example/hubspot/card/create-invoice", Golden.text("44-card-fetch-body")));

        assertThat(received).containsExactly("{\"dealId\":\"512\"}");
    }

    private String deal(String name) {
        return hub.create("deals", "{'dealname':'" + name + "'}");
    }

    private void uniqueProperty(String name) {
        var property = "{'name':'" + name + "','label':'Key','type':'string','fieldType':'text',"
                + "'groupName':'dealinformation','hasUniqueValue':true}";
        assertThat(hub.post("/crm/properties/2026-09/deals", property).status()).isEqualTo(201);
    }
}
