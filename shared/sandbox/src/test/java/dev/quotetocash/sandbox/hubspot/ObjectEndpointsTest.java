package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ObjectEndpointsTest {

    private final Hub hub = Hub.fresh();

    @Test
    void createsADealAndReadsItBackByIdAndByTypeId() {
        var created = hub.post(
                Hub.OBJECTS + "deals", "{'properties':{'dealname':'Acme','dealstage':'contractsent','amount':1500}}");

        assertThat(created.status()).isEqualTo(201);
        var read = hub.read("0-3", created.id(), "properties=dealname,amount,closedate,no_such_property");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.at("/properties/amount")).isEqualTo("1500");
        assertThat(read.body().at("/properties/amount").isTextual()).isTrue();
        assertThat(read.body().at("/properties/closedate").isNull()).isTrue();
        assertThat(read.body().path("properties").has("no_such_property")).isFalse();
        assertThat(read.at("/createdAt")).isEqualTo("2026-11-20T10:00:00.123Z");
        assertThat(read.body().path("archived").asBoolean()).isFalse();
    }

    @Test
    void returnsASmallDefaultSetWithoutProperties() {
        var deal = hub.create("deals", "{'dealname':'Acme','deal_currency_code':'EUR'}");

        var properties = hub.read("deals", deal, "").body().path("properties");

        assertThat(properties.has("dealname")).isTrue();
        assertThat(properties.has("hs_lastmodifieddate")).isTrue();
        assertThat(properties.has("deal_currency_code")).isFalse();
    }

    @Test
    void tellsHistoryNewestFirstWithItsSource() {
        var deal = hub.create("deals", "{'dealname':'Acme','dealstage':'contractsent'}");
        hub.later(Duration.ofMinutes(1))
                .person("PATCH", Hub.OBJECTS + "deals/" + deal, "{'properties':{'dealstage':'closedwon'}}");

        var history = hub.read("deals", deal, "propertiesWithHistory=dealstage")
                .body()
                .at("/propertiesWithHistory/dealstage");

        assertThat(history).hasSize(2);
        assertThat(history.get(0).toString())
                .isEqualTo("{\"value\":\"closedwon\",\"timestamp\":\"2026-11-20T10:01:00.123Z\","
                        + "\"sourceType\":\"CRM_UI\",\"sourceId\":\"userId:4711\"}");
        assertThat(history.get(1).path("value").asText()).isEqualTo("contractsent");
        assertThat(history.get(1).path("sourceType").asText()).isEqualTo("INTEGRATION");
    }

    @Test
    void movesTheLastModifiedPropertyOnlyOnARealChange() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        hub.later(Duration.ofMinutes(1)).update("deals", deal, "{'dealname':'Acme'}");
        assertThat(hub.value("deals", deal, "hs_lastmodifieddate")).isEqualTo("2026-11-20T10:00:00.123Z");

        var updated = hub.update("deals", deal, "{'dealname':'Acme Ltd'}");
        assertThat(updated.at("/updatedAt")).isEqualTo("2026-11-20T10:01:00.123Z");
        assertThat(hub.value("deals", deal, "hs_lastmodifieddate")).isEqualTo("2026-11-20T10:01:00.123Z");
    }

    @Test
    void movesAnotherPropertyOnContacts() {
        var contact = hub.create("contacts", "{'email':'Ada@Acme.example'}");

        hub.later(Duration.ofMinutes(1)).update("contacts", contact, "{'phone':'+44 20 1'}");

        var read = hub.read("contacts", contact, "properties=email,lastmodifieddate,hs_lastmodifieddate");
        assertThat(read.at("/properties/email")).isEqualTo("ada@acme.example");
        assertThat(read.at("/properties/lastmodifieddate")).isEqualTo("2026-11-20T10:01:00.123Z");
        assertThat(read.at("/properties/hs_lastmodifieddate")).isEqualTo("2026-11-20T10:00:00.123Z");
    }

    @Test
    void clearsAValueWithTheEmptyString() {
        var deal = hub.create("deals", "{'dealname':'Acme','amount':'5'}");

        hub.update("deals", deal, "{'amount':''}");

        var read = hub.read("deals", deal, "properties=amount&propertiesWithHistory=amount");
        assertThat(read.body().at("/properties/amount").isNull()).isTrue();
        assertThat(read.at("/propertiesWithHistory/amount/0/value")).isEmpty();
    }

    @Test
    void hidesAnArchivedRecordUnlessAskedForIt() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        assertThat(hub.delete(Hub.OBJECTS + "deals/" + deal).status()).isEqualTo(204);

        var gone = hub.read("deals", deal, "");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.at("/category")).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(gone.at("/correlationId")).isEqualTo(gone.headers().get("X-HubSpot-Correlation-Id"));
        var archived = hub.read("deals", deal, "archived=true");
        assertThat(archived.status()).isEqualTo(200);
        assertThat(archived.at("/archivedAt")).isEqualTo("2026-11-20T10:00:00.123Z");
        assertThat(hub.get(Hub.OBJECTS + "deals?archived=true").body().path("results"))
                .hasSize(1);
        assertThat(hub.get(Hub.OBJECTS + "deals").body().path("results")).isEmpty();
    }

    @Test
    void answersAMissingRecordWithoutABodyWhenSwitchedSo() {
        var bare = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.NOT_FOUND_HAS_BODY, false));

        var reply = bare.read("deals", "1", "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void readsARecordInFullWithHistoryAndAssociations() {
        var deal = hub.create("deals", "{'dealname':'Acme','dealstage':'closedwon'}");
        hub.associate("deals", deal, "line_items", hub.create("line_items", "{'name':'Seat'}"));

        var read = hub.read(
                "deals",
                deal,
                "properties=dealstage,closedate&propertiesWithHistory=dealstage&associations=line_items,companies");

        assertThat(read.body()).isEqualTo(Json.parse("""
                {"id":"30000000001",
                 "properties":{"dealstage":"closedwon","closedate":null,"createdate":"2026-11-20T10:00:00.123Z",
                   "hs_lastmodifieddate":"2026-11-20T10:00:00.123Z","hs_object_id":"30000000001"},
                 "createdAt":"2026-11-20T10:00:00.123Z","updatedAt":"2026-11-20T10:00:00.123Z","archived":false,
                 "url":"https://app.hubspot.com/contacts/33000033/record/0-3/30000000001",
                 "propertiesWithHistory":{"dealstage":[{"value":"closedwon","timestamp":"2026-11-20T10:00:00.123Z",
                   "sourceType":"INTEGRATION","sourceId":"1160452"}]},
                 "associations":{"line items":{"results":[{"id":"30000000001","type":"deal_to_line_item"}]}}}"""));
    }

    @Test
    void takesAPathAsDecoded() {
        hub.create("contacts", "{'email':'ada+test@acme.example'}");

        assertThat(hub.read("contacts", "ada+test@acme.example", "idProperty=email")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void listsInPagesOfTheLimit() {
        for (var i = 0; i < 3; i++) hub.create("deals", "{'dealname':'Deal " + i + "'}");

        var first = hub.get(Hub.OBJECTS + "deals?limit=2");
        var second = hub.get(Hub.OBJECTS + "deals?limit=2&after=" + first.at("/paging/next/after"));

        assertThat(first.body().path("results")).hasSize(2);
        assertThat(second.body().path("results")).hasSize(1);
        assertThat(second.body().has("paging")).isFalse();
        assertThat(hub.get(Hub.OBJECTS + "deals?limit=101").status()).isEqualTo(400);
    }

    @Test
    void servesTheDatedPathsAndTheLegacyAlias() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        assertThat(hub.get("/crm/objects/2026-03/deals/" + deal).status()).isEqualTo(200);
        assertThat(hub.get("/crm/v3/objects/deals/" + deal).status()).isEqualTo(200);
        assertThat(hub.get("/crm/objects/2031-03/deals/" + deal).status()).isEqualTo(404);
    }

    @Test
    void countsIdsPerTypeSoThatTheyAreUniqueOnlyWithinOne() {
        assertThat(hub.create("deals", "{}")).isEqualTo(hub.create("companies", "{}"));
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        assertThat(hub.get(Hub.OBJECTS + "deals?properties=" + "x".repeat(15_000))
                        .status())
                .isEqualTo(414);
    }
}
