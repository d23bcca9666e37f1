package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchEndpointsTest {

    private static final String DEALS = Hub.OBJECTS + "deals/batch/";

    private final Hub hub = Hub.fresh();

    @Test
    void readsManyAndReportsTheMissingInA207() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        var reply =
                hub.post(DEALS + "read", "{'properties':['dealname'],'inputs':[{'id':'" + deal + "'},{'id':'999'}]}");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.at("/status")).isEqualTo("COMPLETE");
        assertThat(reply.at("/results/0/properties/dealname")).isEqualTo("Acme");
        assertThat(reply.body().path("results")).hasSize(1);
        assertThat(reply.at("/numErrors")).isEqualTo("1");
        assertThat(reply.at("/errors/0/status")).isEqualTo("error");
        assertThat(reply.at("/errors/0/category")).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(reply.at("/errors/0/context/ids/0")).isEqualTo("999");
    }

    @Test
    void leavesMissingIdsOutSilentlyWhenSwitchedSo() {
        var quiet = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.BATCH_READ_REPORTS_MISSING, false));

        var reply = quiet.post(DEALS + "read", "{'inputs':[{'id':'999'}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("results")).isEmpty();
    }

    @Test
    void readsHistoryOfAtMostFiftyRecords() {
        assertThat(hub.post(DEALS + "read", history(50)).status()).isEqualTo(207);
        assertThat(hub.post(DEALS + "read", history(51)).status()).isEqualTo(400);
    }

    @Test
    void takesAtMostAHundredInputs() {
        assertThat(hub.post(DEALS + "read", "{'inputs':" + ids(100) + "}").status())
                .isEqualTo(207);
        assertThat(hub.post(DEALS + "read", "{'inputs':" + ids(101) + "}").status())
                .isEqualTo(400);
    }

    @Test
    void createsRowForRowWhenEveryInputHasItsOwnTraceId() {
        var reply = hub.post(
                DEALS + "create",
                "{'inputs':[{'properties':{'dealname':'Good'},'objectWriteTraceId':'row-1'},"
                        + "{'properties':{'amount':'much'},'objectWriteTraceId':'row-2'}]}");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.at("/results/0/objectWriteTraceId")).isEqualTo("row-1");
        assertThat(reply.at("/errors/0/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.at("/errors/0/context/objectWriteTraceId/0")).isEqualTo("row-2");
        assertThat(reply.at("/errors/0/errors/0/code")).isEqualTo("INVALID_INTEGER");
        assertThat(reply.at("/errors/0/errors/0/context/propertyName/0")).isEqualTo("amount");
    }

    @Test
    void createsAllOrNothingWithoutTraceIds() {
        var reply = hub.post(
                DEALS + "create", "{'inputs':[{'properties':{'dealname':'Good'}},{'properties':{'amount':'much'}}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(hub.get(Hub.OBJECTS + "deals").body().path("results")).isEmpty();
        var good = hub.post(DEALS + "create", "{'inputs':[{'properties':{'dealname':'Good'}}]}");
        assertThat(good.status()).isEqualTo(201);
        assertThat(good.body().has("errors")).isFalse();
    }

    @Test
    void createsWithAssociations() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        var reply = hub.post(
                Hub.OBJECTS + "line_items/batch/create",
                "{'inputs':[{'properties':{'name':'Seat'},'associations':[{'to':{'id':'" + deal
                        + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':20}]}]}]}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(hub.value("deals", deal, "hs_num_of_associated_line_items")).isEqualTo("1");
    }

    @Test
    void updatesTheGoodRowsAndNamesTheBadOnes() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        var reply = hub.post(
                DEALS + "update",
                "{'inputs':[{'id':'" + deal + "','properties':{'amount':'7'}},"
                        + "{'id':'999','properties':{'amount':'8'},'objectWriteTraceId':'row-2'}]}");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.at("/results/0/properties/amount")).isEqualTo("7");
        assertThat(reply.at("/errors/0/context/ids/0")).isEqualTo("999");
        assertThat(reply.at("/errors/0/context/objectWriteTraceId/0")).isEqualTo("row-2");
    }

    @Test
    void upsertsByAUniquePropertyAndTellsWhatIsNew() {
        uniqueKey("companies");
        var inputs = "{'inputs':[{'id':'K-1','idProperty':'key','properties':{'name':'Acme'}}]}";

        var first = hub.post(Hub.OBJECTS + "companies/batch/upsert", inputs);
        var second = hub.post(Hub.OBJECTS + "companies/batch/upsert", inputs);

        assertThat(first.body().at("/results/0/new").asBoolean()).isTrue();
        assertThat(first.at("/results/0/properties/key")).isEqualTo("K-1");
        assertThat(second.body().at("/results/0/new").asBoolean()).isFalse();
        assertThat(second.at("/results/0/id")).isEqualTo(first.at("/results/0/id"));
    }

    @Test
    void refusesToUpsertByAPropertyThatIsNotUnique() {
        var reply = hub.post(
                Hub.OBJECTS + "companies/batch/upsert",
                "{'inputs':[{'id':'acme.example','idProperty':'domain','properties':{}}]}");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.at("/errors/0/category")).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void upsertsContactsByEmailAllOrNothing() {
        var reply = hub.post(
                Hub.OBJECTS + "contacts/batch/upsert",
                "{'inputs':[{'id':'ada@acme.example','idProperty':'email','properties':{}},"
                        + "{'id':'bob@acme.example','idProperty':'email','properties':{'nonsense':'1'}}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(hub.get(Hub.OBJECTS + "contacts").body().path("results")).isEmpty();
    }

    @Test
    void readsByTheIdPropertyAtTheTopLevel() {
        uniqueKey("deals");
        var deal = hub.create("deals", "{'key':'A1'}");

        var reply = hub.post(DEALS + "read", "{'idProperty':'key','inputs':[{'id':'A1'}]}");

        assertThat(reply.at("/results/0/id")).isEqualTo(deal);
        assertThat(hub.read("deals", "A1", "idProperty=key").id()).isEqualTo(deal);
    }

    @Test
    void archivesWithoutComplaint() {
        var deal = hub.create("deals", "{}");

        assertThat(hub.post(DEALS + "archive", "{'inputs':[{'id':'" + deal + "'},{'id':'999'}]}")
                        .status())
                .isEqualTo(204);
        assertThat(hub.read("deals", deal, "").status()).isEqualTo(404);
    }

    @Test
    void shufflesResultsWhenSwitchedSo() {
        var shuffled = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.BATCH_RESULTS_SHUFFLED, true));
        var inputs = IntStream.range(0, 50)
                .mapToObj(i -> "{'properties':{'amount':'" + i + "'}}")
                .collect(Collectors.joining(",", "{'inputs':[", "]}"));

        var created = shuffled.post(DEALS + "create", inputs);

        var amounts = created.body().path("results").findValuesAsText("amount");
        assertThat(amounts)
                .hasSize(50)
                .isNotEqualTo(IntStream.range(0, 50).mapToObj(Integer::toString).toList());
    }

    private void uniqueKey(String type) {
        var group = type.equals("deals") ? "dealinformation" : "companyinformation";
        hub.post(
                "/crm/properties/2026-09/" + type,
                "{'name':'key','label':'Key','type':'string','fieldType':'text','groupName':'" + group
                        + "','hasUniqueValue':true}");
    }

    private static String history(int count) {
        return "{'propertiesWithHistory':['dealstage'],'inputs':" + ids(count) + "}";
    }

    private static String ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{'id':'" + i + "'}").collect(Collectors.joining(",", "[", "]"));
    }
}
