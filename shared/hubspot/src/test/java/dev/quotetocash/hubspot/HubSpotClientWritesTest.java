package dev.quotetocash.hubspot;

import static dev.quotetocash.hubspot.Clients.failure;
import static dev.quotetocash.hubspot.Clients.over;
import static dev.quotetocash.hubspot.Clients.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.HubSpotGateway.DealUpdate;
import dev.quotetocash.engine.HubSpotGateway.Written;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.mapping.CurrencyCode;
import dev.quotetocash.mapping.DealProperty;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubSpotClientWritesTest {

    private static final HubSpotDealId FIRST = new HubSpotDealId("512");
    private static final HubSpotDealId SECOND = new HubSpotDealId("999");
    private static final Fields PAID = Fields.NONE.with("xero_invoice_state", Observed.of("PAID"));

    private final FakeHttp http = new FakeHttp();
    private final HubSpotClient client = over(http);

    @Test
    void writesValuesClearsBlanksAndLeavesOutWhatWasNotObserved() {
        http.answers(200, "{\"status\":\"COMPLETE\",\"results\":[{\"id\":\"512\"}]}");
        var values = PAID.with("xero_sync_error", Observed.blank()).with("xero_due", Observed.unobserved());

        var written = value(client.updateDeals(List.of(new DealUpdate(FIRST, values)), Lane.CHANGE));

        assertThat(written).containsExactly(new Written(FIRST, Optional.empty()));
        assertThat(http.calls()).containsExactly("POST /crm/objects/2026-09/deals/batch/update");
        assertThat(http.request(0).headers()).containsEntry("Content-Type", "application/json");
        assertThat(http.body(0)).isEqualTo("""
                {"inputs":[{"id":"512","objectWriteTraceId":"row-1",\
                "properties":{"xero_invoice_state":"PAID","xero_sync_error":""}}]}\
                """);
    }

    @Test
    void tellsWhichRowsOfABatchWereRefusedAndWhy() {
        http.answers(207, """
                {"status":"COMPLETE","results":[{"id":"512","properties":{}}],"numErrors":1,
                 "errors":[{"status":"error","category":"VALIDATION_ERROR","message":"Property values were not valid",
                   "context":{"objectWriteTraceId":["row-2"],"ids":["999"]},
                   "errors":[{"message":"price was not a valid number","code":"INVALID_INTEGER","in":"price"}]}]}
                """);

        var written = value(
                client.updateDeals(List.of(new DealUpdate(FIRST, PAID), new DealUpdate(SECOND, PAID)), Lane.CHANGE));

        assertThat(written)
                .containsExactly(
                        new Written(FIRST, Optional.empty()),
                        new Written(SECOND, Optional.of("price was not a valid number")));
    }

    @Test
    void blamesARowThatIsNeitherWrittenNorNamed() {
        http.answers(207, """
                {"results":[{"id":"512"}],"errors":[{"category":"OBJECT_NOT_FOUND","message":"Some deals do not exist."}]}
                """);

        var written = value(
                client.updateDeals(List.of(new DealUpdate(FIRST, PAID), new DealUpdate(SECOND, PAID)), Lane.CHANGE));

        assertThat(written)
                .containsExactly(
                        new Written(FIRST, Optional.empty()),
                        new Written(SECOND, Optional.of("Some deals do not exist.")));
    }

    @Test
    void reportsABatchThatIsRefusedAsAWhole() {
        http.answers(400, """
                {"status":"error","message":"Property values were not valid: [..]","category":"VALIDATION_ERROR",
                 "errors":[{"message":"Property \\"xero_due\\" does not exist"},{"message":"closedate is required"}]}
                """);

        assertThat(failure(client.updateDeals(List.of(new DealUpdate(FIRST, PAID)), Lane.CHANGE)))
                .isEqualTo(new RemoteFailure.Rejected(
                        List.of("Property \"xero_due\" does not exist", "closedate is required")));
    }

    @Test
    void updatesDealsInChunksOfAHundred() {
        http.answers(200, "{\"results\":[]}").answers(200, "{\"results\":[]}");
        var updates = IntStream.range(0, 101)
                .mapToObj(id -> new DealUpdate(new HubSpotDealId("" + id), PAID))
                .toList();

        assertThat(value(client.updateDeals(updates, Lane.CHANGE))).hasSize(101);
        assertThat(http.calls()).hasSize(2);
        assertThat(http.body(1)).startsWith("{\"inputs\":[{\"id\":\"100\",\"objectWriteTraceId\":\"row-1\"");
    }

    @Test
    void sendsNothingForAnUpdateWithoutValues() {
        var written = value(client.updateDeals(List.of(new DealUpdate(FIRST, Fields.NONE)), Lane.CHANGE));

        assertThat(written).containsExactly(new Written(FIRST, Optional.empty()));
        assertThat(http.calls()).isEmpty();
    }

    @Test
    void readsThePortalInThreeCalls() {
        http.answers(200, """
                        {"results":[{"id":"default","label":"Sales","stages":[
                           {"id":"closedwon","metadata":{"isClosed":"true","probability":"1.0"}},
                           {"id":"closedlost","metadata":{"isClosed":"true","probability":"0.0"}},
                           {"id":"sure","metadata":{"isClosed":"false","probability":"1.0"}}]},
                         {"id":"77","label":"Renewals","stages":[{"id":"881","metadata":{"isClosed":"true","probability":"1"}}]}]}
                        """)
                .answers(200, "{\"createdAt\":\"2023-11-07T05:31:56Z\",\"id\":\"NZD\"}")
                .answers(200, "{\"name\":\"xero_invoice_slots\",\"description\":\"installation-1\"}");

        var portal = value(client.readPortal(Lane.CHANGE));

        assertThat(portal.isWon("default", "closedwon")).isTrue();
        assertThat(portal.isWon("77", "881")).isTrue();
        assertThat(portal.isWon("default", "closedlost")).isFalse();
        assertThat(portal.isWon("default", "sure")).isFalse();
        assertThat(portal.companyCurrency()).isEqualTo(new CurrencyCode("NZD"));
        assertThat(portal.installation()).isEqualTo("installation-1");
        assertThat(http.calls())
                .containsExactly(
                        "GET /crm/pipelines/2026-09/deals",
                        "GET /settings/currencies/2026-09/company-currency",
                        "GET /crm/properties/2026-09/deals/xero_invoice_slots");
    }

    @Test
    void knowsAPortalWithoutAnInstallation() {
        http.answers(200, "{\"results\":[]}")
                .answers(200, "{\"id\":\"1\",\"currencyCode\":\"GBP\"}")
                .answers(404, "{\"category\":\"OBJECT_NOT_FOUND\"}");

        var portal = value(client.readPortal(Lane.CHANGE));

        assertThat(portal.companyCurrency()).isEqualTo(new CurrencyCode("GBP"));
        assertThat(portal.installation()).isEmpty();
    }

    @Test
    void createsTheGroupOnlyWhereItIsMissing() {
        http.answers(200, "{\"name\":\"xero\"}").answers(404, "").answers(201, "{\"name\":\"xero\"}");

        assertThat(value(client.ensureGroup("xero", "Xero"))).isFalse();
        assertThat(value(client.ensureGroup("xero", "Xero"))).isTrue();
        assertThat(http.calls())
                .containsExactly(
                        "GET /crm/properties/2026-09/deals/groups/xero",
                        "GET /crm/properties/2026-09/deals/groups/xero",
                        "POST /crm/properties/2026-09/deals/groups");
        assertThat(http.body(2)).isEqualTo("{\"name\":\"xero\",\"label\":\"Xero\",\"displayOrder\":-1}");
    }

    @Test
    void createsAPropertyAndToleratesThatSomeoneWasFaster() {
        http.answers(404, "")
                .answers(201, "{}")
                .answers(404, "")
                .answers(409, "{\"category\":\"OBJECT_ALREADY_EXISTS\"}");
        var property = new DealProperty("xero_due", "Xero amount due", "number", "number", List.of());

        assertThat(value(client.ensureProperty(property))).isTrue();
        assertThat(value(client.ensureProperty(property))).isFalse();
        assertThat(http.calls().get(1)).isEqualTo("POST /crm/properties/2026-09/deals");
        assertThat(http.body(1)).isEqualTo("""
                {"name":"xero_due","label":"Xero amount due","type":"number","fieldType":"number","groupName":"xero"}\
                """);
    }

    @Test
    void addsMissingChoicesBehindTheExistingOnes() {
        http.answers(200, """
                {"name":"xero_sync_state","options":[{"label":"Own","value":"own","displayOrder":0,"hidden":true},
                  {"label":"Fine","value":"ok","displayOrder":1,"hidden":false}]}
                """).answers(200, "{}");
        var property =
                choice(new DealProperty.Option("ok", "In agreement"), new DealProperty.Option("waiting", "Waiting"));

        assertThat(value(client.ensureProperty(property))).isTrue();
        assertThat(http.calls().get(1)).isEqualTo("PATCH /crm/properties/2026-09/deals/xero_sync_state");
        assertThat(http.body(1)).isEqualTo("""
                {"options":[{"label":"Own","value":"own","displayOrder":0,"hidden":true},\
                {"label":"Fine","value":"ok","displayOrder":1,"hidden":false},\
                {"label":"Waiting","value":"waiting","displayOrder":2,"hidden":false}]}\
                """);
    }

    @Test
    void leavesAPropertyAloneThatHasAllItsChoices() {
        http.answers(
                200, "{\"options\":[{\"label\":\"Fine\",\"value\":\"ok\"},{\"label\":\"Own\",\"value\":\"own\"}]}");

        assertThat(value(client.ensureProperty(choice(new DealProperty.Option("ok", "In agreement")))))
                .isFalse();
        assertThat(http.calls()).hasSize(1);
    }

    @Test
    void writesTheInstallationAndAnswersWithHubSpotsTime() {
        http.answers(200, "{\"name\":\"xero_invoice_slots\",\"updatedAt\":\"2026-11-22T10:00:00.750Z\"}");

        assertThat(value(client.writeInstallation("installation-1")))
                .isEqualTo(Instant.parse("2026-11-22T10:00:00.750Z"));
        assertThat(http.calls()).containsExactly("PATCH /crm/properties/2026-09/deals/xero_invoice_slots");
        assertThat(http.body(0)).isEqualTo("{\"description\":\"installation-1\"}");
    }

    private static DealProperty choice(DealProperty.Option... options) {
        return new DealProperty("xero_sync_state", "Xero sync state", "enumeration", "select", List.of(options));
    }
}
