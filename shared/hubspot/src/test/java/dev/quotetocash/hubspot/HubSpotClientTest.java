package dev.quotetocash.hubspot;

import static dev.quotetocash.hubspot.Clients.failure;
import static dev.quotetocash.hubspot.Clients.over;
import static dev.quotetocash.hubspot.Clients.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.HubSpotGateway.Company;
import dev.quotetocash.engine.HubSpotGateway.Person;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.LineItem;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotContactId;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.HubSpotLineItemId;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubSpotClientTest {

    private static final HubSpotDealId DEAL = new HubSpotDealId("512");

    private static final String DEAL_BODY = """
            {"id":"512","properties":{"dealname":"Acme","pipeline":"default","dealstage":"closedwon","amount":"1500.00",
              "deal_currency_code":"NZD","hs_lastmodifieddate":"2026-11-20T10:11:12.123Z",
              "xero_invoice_id":null,"xero_invoice_number":"","xero_total":"24.150","xero_invoice_state":"PAID"},
             "propertiesWithHistory":{"dealstage":[
               {"value":"appointment","timestamp":"2026-11-01T08:00:00Z"},
               {"value":"closedwon","timestamp":"2026-11-20T10:11:12.123Z"},
               {"value":"contract","timestamp":"2026-11-10T08:00:00Z"}]},
             "createdAt":"2026-11-01T08:00:00Z","updatedAt":"2026-11-20T10:11:12.123Z","archived":false,
             "associations":{
               "line items":{"results":[{"id":"901","type":"deal_to_line_item"},{"id":"902","type":"deal_to_line_item"}]},
               "companies":{"results":[{"id":"77","type":"deal_to_company"},{"id":"77","type":"deal_to_company_unlabeled"}]},
               "contacts":{"results":[{"id":"31","type":"deal_to_contact"}]}}}
            """;

    private final FakeHttp http = new FakeHttp();
    private final HubSpotClient client = over(http);

    @Test
    void readsADealWithStageHistoryAndAssociationsInOneCall() {
        http.answers(200, DEAL_BODY);

        var deal = present(client.readDeal(DEAL, Lane.CHANGE));

        assertThat(deal.name()).isEqualTo("Acme");
        assertThat(deal.stage()).isEqualTo("closedwon");
        assertThat(deal.amount()).contains("1500.00");
        assertThat(deal.currency()).contains("NZD");
        assertThat(deal.companies()).containsExactly(new HubSpotCompanyId("77"));
        assertThat(deal.contacts()).containsExactly(new HubSpotContactId("31"));
        assertThat(deal.lineItems()).containsExactly(new HubSpotLineItemId("901"), new HubSpotLineItemId("902"));
        assertThat(http.calls()).hasSize(1);
        assertThat(http.calls().getFirst())
                .startsWith("GET /crm/objects/2026-09/deals/512?properties=dealname,pipeline,dealstage,amount,")
                .contains(",xero_invoice_id,", ",xero_invoice_slots&")
                .endsWith("&propertiesWithHistory=dealstage&associations=line_items,companies,contacts");
        assertThat(http.request(0).headers())
                .containsEntry("Authorization", "Bearer pat-1")
                .containsEntry("Accept", "application/json")
                .doesNotContainKey("Content-Type");
        assertThat(http.request(0).body()).isEmpty();
    }

    @Test
    void takesTheStageTimeFromTheNewestHistoryEntryWhereverItStands() {
        http.answers(200, DEAL_BODY);

        assertThat(present(client.readDeal(DEAL, Lane.CHANGE)).stageSince())
                .isEqualTo(Instant.parse("2026-11-20T10:11:12.123Z"));
    }

    @Test
    void tellsBlankOwnPropertiesFromThoseThatHubSpotLeftOut() {
        http.answers(200, DEAL_BODY);

        var own = present(client.readDeal(DEAL, Lane.CHANGE)).own();

        assertThat(own.get("xero_invoice_id")).isEqualTo(Observed.blank());
        assertThat(own.get("xero_invoice_number")).isEqualTo(Observed.blank());
        assertThat(own.get("xero_total")).isEqualTo(Observed.of("24.15"));
        assertThat(own.get("xero_invoice_state")).isEqualTo(Observed.of("PAID"));
        assertThat(own.get("xero_due")).isEqualTo(Observed.unobserved());
    }

    @Test
    void understandsBothSpellingsOfLineItems() {
        http.answers(200, DEAL_BODY.replace("\"line items\"", "\"line_items\""));

        assertThat(present(client.readDeal(DEAL, Lane.CHANGE)).lineItems()).hasSize(2);
    }

    @Test
    void asksForThePrimaryCompanyWhenADealHasSeveral() {
        http.answers(
                        200,
                        DEAL_BODY.replace("{\"id\":\"77\",\"type\":\"deal_to_company_unlabeled\"}", "{\"id\":\"78\"}"))
                .answers(200, """
                        {"status":"COMPLETE","results":[{"from":{"id":"512"},"to":[
                          {"toObjectId":77,"associationTypes":[{"category":"HUBSPOT_DEFINED","typeId":341,"label":null}]},
                          {"toObjectId":78,"associationTypes":[{"category":"HUBSPOT_DEFINED","typeId":341,"label":null},
                            {"category":"HUBSPOT_DEFINED","typeId":5,"label":"Primary"}]}]}]}
                        """);

        var deal = present(client.readDeal(DEAL, Lane.CHANGE));

        assertThat(deal.companies()).containsExactly(new HubSpotCompanyId("78"), new HubSpotCompanyId("77"));
        assertThat(http.calls().get(1)).isEqualTo("POST /crm/associations/2026-09/deals/companies/batch/read");
        assertThat(http.body(1)).isEqualTo("{\"inputs\":[{\"id\":\"512\"}]}");
    }

    @Test
    void followsAllPagesOfLineItems() {
        http.answers(
                        200,
                        DEAL_BODY.replace(
                                "\"type\":\"deal_to_line_item\"}]}",
                                "\"type\":\"deal_to_line_item\"}],\"paging\":{\"next\":{\"after\":\"903\",\"link\":\"..\"}}}"))
                .answers(200, """
                        {"status":"COMPLETE","results":[{"from":{"id":"512"},"to":[{"toObjectId":"901"},{"toObjectId":"902"}],
                          "paging":{"next":{"after":"c2"}}}]}
                        """)
                .answers(200, """
                        {"status":"COMPLETE","results":[{"from":{"id":"512"},"to":[{"toObjectId":"903"}]}]}
                        """);

        assertThat(present(client.readDeal(DEAL, Lane.CHANGE)).lineItems())
                .extracting(HubSpotLineItemId::value)
                .containsExactly("901", "902", "903");
        assertThat(http.body(2)).isEqualTo("{\"inputs\":[{\"id\":\"512\",\"after\":\"c2\"}]}");
    }

    @Test
    void refusesADealWhoseLineItemsNeverEnd() {
        http.answers(
                200,
                DEAL_BODY.replace(
                        "\"type\":\"deal_to_line_item\"}]}",
                        "\"type\":\"deal_to_line_item\"}],\"paging\":{\"next\":{\"after\":\"1\"}}}"));
        IntStream.range(0, Associations.PAGES_MAX).forEach(_ -> http.answers(200, """
                {"results":[{"from":{"id":"512"},"to":[{"toObjectId":"901"}],"paging":{"next":{"after":"1"}}}]}
                """));

        assertThat(failure(client.readDeal(DEAL, Lane.CHANGE))).isInstanceOf(RemoteFailure.Rejected.class);
    }

    @Test
    void reportsTheSurvivorOfAMerge() {
        http.answers(200, DEAL_BODY.replace("\"id\":\"512\"", "\"id\":\"600\""));

        assertThat(value(client.readDeal(DEAL, Lane.CHANGE)))
                .isInstanceOfSatisfying(Sighting.MergedInto.class, merged -> {
                    assertThat(merged.survivor()).isEqualTo(new HubSpotDealId("600").ref());
                    assertThat(((Deal) merged.value()).id()).isEqualTo(new HubSpotDealId("600"));
                });
    }

    @Test
    void tellsArchivedFromMissing() {
        http.answers(200, "{\"id\":\"512\",\"archived\":true,\"archivedAt\":\"2026-11-20T00:00:00Z\"}")
                .answers(404, "<html>");

        assertThat(value(client.readDeal(DEAL, Lane.CHANGE))).isEqualTo(new Sighting.Archived<>());
        assertThat(value(client.readDeal(DEAL, Lane.CHANGE))).isEqualTo(new Sighting.NotFound<>());
    }

    @Test
    void readsLineItemsInTheOrderAskedForAndLeavesOutThoseThatAreGone() {
        http.answers(207, """
                {"status":"COMPLETE","completedAt":"2026-11-22T10:00:01.500Z","results":[
                  {"id":"902","properties":{"name":"Setup","quantity":"1","price":"20.0000","discount":"","hs_line_item_currency_code":null}},
                  {"id":"901","properties":{"name":"Support","description":"Monthly","quantity":"2","price":"10.5",
                    "hs_discount_percentage":"10","hs_tax_rate_group_id":"7","hs_line_item_currency_code":"NZD"}}],
                 "numErrors":1,"errors":[{"status":"error","category":"OBJECT_NOT_FOUND","context":{"ids":["999"]}}]}
                """);

        var reply = client.readLineItems(lineItems("901", "999", "902"), Lane.CHANGE);

        assertThat(value(reply))
                .containsExactly(
                        new LineItem(
                                new HubSpotLineItemId("901"),
                                Optional.of("Support"),
                                Optional.of("Monthly"),
                                Optional.of("2"),
                                Optional.of("10.5"),
                                Optional.empty(),
                                Optional.of("10"),
                                Optional.of("7"),
                                Optional.of("NZD")),
                        new LineItem(
                                new HubSpotLineItemId("902"),
                                Optional.of("Setup"),
                                Optional.empty(),
                                Optional.of("1"),
                                Optional.of("20.0000"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(((Reply.Ok<?>) reply).at()).isEqualTo(Instant.parse("2026-11-22T10:00:01.500Z"));
        assertThat(http.calls()).containsExactly("POST /crm/objects/2026-09/line_items/batch/read");
        assertThat(http.body(0)).isEqualTo("""
                {"properties":["name","description","quantity","price","discount","hs_discount_percentage",\
                "hs_tax_rate_group_id","hs_line_item_currency_code"],"inputs":[{"id":"901"},{"id":"999"},{"id":"902"}]}\
                """);
    }

    @Test
    void neverTakesALineItemThatFailedToLoadForADeletedOne() {
        http.answers(207, """
                {"status":"COMPLETE","results":[],"numErrors":1,"errors":[{"status":"error","category":"INTERNAL_ERROR"}]}
                """);

        assertThat(failure(client.readLineItems(lineItems("901"), Lane.CHANGE)))
                .isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @Test
    void takesABatchThatIsNotFinishedForNoAnswer() {
        http.answers(200, "{\"status\":\"PENDING\",\"results\":[]}");

        assertThat(failure(client.readLineItems(lineItems("901"), Lane.CHANGE)))
                .isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @Test
    void readsLineItemsInChunksOfAHundred() {
        http.answers(200, "{\"results\":[]}").answers(200, "{\"results\":[]}");
        var ids = IntStream.range(0, 101)
                .mapToObj(id -> new HubSpotLineItemId("" + id))
                .toList();

        assertThat(value(client.readLineItems(ids, Lane.CHANGE))).isEmpty();
        assertThat(http.calls()).hasSize(2);
        assertThat(http.body(1)).endsWith("\"inputs\":[{\"id\":\"100\"}]}");
    }

    @Test
    void asksNothingForNoLineItems() {
        assertThat(value(client.readLineItems(List.of(), Lane.CHANGE))).isEmpty();
        assertThat(http.calls()).isEmpty();
    }

    @Test
    void findsTheDealsOfLineItemsWithoutRepetition() {
        http.answers(207, """
                {"status":"COMPLETE","results":[
                  {"from":{"id":"901"},"to":[{"toObjectId":"512","associationTypes":[{"category":"HUBSPOT_DEFINED","typeId":20}]}]},
                  {"from":{"id":"902"},"to":[{"toObjectId":512,"associationTypes":[{"category":"HUBSPOT_DEFINED","typeId":20}]}]}],
                 "numErrors":1,"errors":[{"category":"OBJECT_NOT_FOUND","subCategory":"crm.associations.NO_ASSOCIATIONS_FOUND",
                   "context":{"fromObjectId":["903"]}}]}
                """);

        assertThat(value(client.dealsOf(lineItems("901", "902", "903"), Lane.SWEEP)))
                .containsExactly(new HubSpotDealId("512"));
        assertThat(http.calls()).containsExactly("POST /crm/associations/2026-09/line_items/deals/batch/read");
        assertThat(http.body(0)).isEqualTo("{\"inputs\":[{\"id\":\"901\"},{\"id\":\"902\"},{\"id\":\"903\"}]}");
    }

    @Test
    void readsACompanyAndWhichOfItsContactsAreForBilling() {
        http.answers(200, "{\"id\":\"77\",\"properties\":{\"name\":\"Acme Ltd\"},\"archived\":false}")
                .answers(200, """
                        {"results":[{"from":{"id":"77"},"to":[
                          {"toObjectId":31,"associationTypes":[{"typeId":280,"category":"HUBSPOT_DEFINED"}]},
                          {"toObjectId":32,"associationTypes":[{"typeId":280},{"typeId":930,"label":"Billing contact"}]}]}]}
                        """);

        var company = present(client.readCompany(new HubSpotCompanyId("77"), Lane.CHANGE));

        assertThat(company)
                .isEqualTo(new Company(
                        new HubSpotCompanyId("77"),
                        "Acme Ltd",
                        List.of(new HubSpotContactId("32")),
                        List.of(new HubSpotContactId("31"), new HubSpotContactId("32"))));
        assertThat(http.calls())
                .containsExactly(
                        "GET /crm/objects/2026-09/companies/77?properties=name",
                        "POST /crm/associations/2026-09/companies/contacts/batch/read");
    }

    @Test
    void readsAContact() {
        http.answers(
                200,
                "{\"id\":\"31\",\"properties\":{\"email\":\"ada@acme.test\",\"firstname\":\"Ada\",\"lastname\":null}}");

        assertThat(present(client.readContact(new HubSpotContactId("31"), Lane.CHANGE)))
                .isEqualTo(new Person(
                        new HubSpotContactId("31"),
                        Optional.of("ada@acme.test"),
                        Optional.of("Ada"),
                        Optional.empty()));
        assertThat(http.calls())
                .containsExactly("GET /crm/objects/2026-09/contacts/31?properties=email,firstname,lastname");
    }

    @Test
    void readsOwnPropertiesOfTheDealsThatExist() {
        http.answers(207, """
                {"results":[{"id":"512","properties":{"xero_due":"0.00","xero_paid_on":"2026-10-01","xero_sync_state":null}}],
                 "errors":[{"category":"OBJECT_NOT_FOUND","context":{"ids":["513"]}}]}
                """);

        var found = value(client.readOwnProperties(List.of(DEAL, new HubSpotDealId("513")), Lane.SWEEP));

        assertThat(found)
                .isEqualTo(Map.of(
                        DEAL,
                        Fields.NONE
                                .with("xero_due", Observed.of("0"))
                                .with("xero_paid_on", Observed.of("2026-10-01"))
                                .with("xero_sync_state", Observed.blank())));
        assertThat(http.body(0)).contains("\"xero_invoice_slots\"").doesNotContain("dealname");
    }

    private static List<HubSpotLineItemId> lineItems(String... ids) {
        return List.of(ids).stream().map(HubSpotLineItemId::new).toList();
    }

    private static <T> T present(Reply<Sighting<T>> reply) {
        return value(reply).present().orElseThrow();
    }
}
