package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is malformed is refused, and what is refused leaves nothing behind.
class StrictnessTest {

    private static final String DEALS = Hub.OBJECTS + "deals";

    private final Hub hub = Hub.fresh();

    @Test
    void refusesAnUpsertWithoutAKey() {
        for (var id : List.of("", "'id':'',", "'id':null,")) {
            var reply = hub.post(
                    Hub.OBJECTS + "contacts/batch/upsert",
                    "{'inputs':[{" + id + "'idProperty':'email','properties':{}}]}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.at("/category")).isEqualTo("VALIDATION_ERROR");
        }
        assertThat(hub.get(Hub.OBJECTS + "contacts").body().path("results")).isEmpty();
    }

    @Test
    void refusesAQueryOrAFormThatCannotBeDecoded() {
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded");

        assertThat(hub.get(DEALS + "?properties=%zz").status()).isEqualTo(400);
        assertThat(hub.send(Hub.request("POST", "/oauth/2026-09/token", form, "grant_type=%zz"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void keepsANumberExactlyAsItWasWritten() {
        for (var number : List.of("12345678.90", "10000000.5", "0.1", "3")) {
            var deal = hub.create("deals", "{'amount':" + number + "}");
            assertThat(hub.value("deals", deal, "amount")).isEqualTo(number);
        }
        assertThat(hub.value("deals", hub.create("deals", "{'amount':1.5e7}"), "amount"))
                .isEqualTo("15000000");
        assertThat(hub.post(DEALS, "{'properties':{'amount':1e999999999}}").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'properties':{'dealname':{'value':'Alder'}}}",
                "{'properties':{'dealname':['Alder']}}",
                "{'properties':{'dealname':'Alder'}} trailing",
                "{'properties':['dealname']}",
                "{'dealname':'Alder'}"
            })
    void refusesPropertiesThatAreNone(String body) {
        var deal = hub.create("deals", "{'dealname':'Kestrel'}");

        assertThat(hub.patch(DEALS + "/" + deal, body).status()).isEqualTo(400);
        assertThat(hub.post(DEALS, body).status()).isEqualTo(400);

        assertThat(hub.value("deals", deal, "dealname")).isEqualTo("Kestrel");
        assertThat(hub.get(DEALS).body().path("results")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "+12026-01-01T00:00:00Z", "999999999999999999"})
    void refusesDatesThatCannotBeWritten(String date) {
        var deal = hub.create("deals", "{'dealname':'Kestrel'}");

        assertThat(hub.update("deals", deal, "{'closedate':'" + date + "'}").status())
                .isEqualTo(400);
        assertThat(hub.search(
                                "deals",
                                "{'filterGroups':[{'filters':[{'propertyName':'closedate','operator':'LT','value':'"
                                        + date + "'}]}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesBackAllOfABatchThatIsRefused() {
        var item = hub.create("line_items", "{'price':'5'}");
        var locked = hub.create("line_items", "{'price':'5'}");
        var quote = hub.create("quotes", "{'hs_title':'Offer'}");
        hub.associate("quotes", quote, "line_items", locked);
        hub.update("quotes", quote, "{'hs_status':'APPROVAL_NOT_NEEDED'}");

        var reply = hub.post(
                Hub.OBJECTS + "line_items/batch/archive", "{'inputs':[{'id':'" + item + "'},{'id':'" + locked + "'}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(hub.read("line_items", item, "").status()).isEqualTo(200);
    }

    @Test
    void refusesAssociationsWithoutATypeOrATarget() {
        var contact = hub.create("contacts", "{}");
        var type = "{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':3}";
        for (var wrong : List.of(
                "[{'to':{'id':'" + contact + "'}}]",
                "[{'to':{'id':'" + contact + "'},'types':[]}]",
                "{'to':{'id':'" + contact + "'},'types':[" + type + "]}",
                "[{'to':{'id':'" + contact + "'},'types':" + type + "}]")) {
            assertThat(hub.post(DEALS, "{'properties':{},'associations':" + wrong + "}")
                            .status())
                    .isEqualTo(400);
        }
        assertThat(hub.get(DEALS).body().path("results")).isEmpty();
    }

    @Test
    void answersWhatItDidNotForeseeAndKeepsTheConnection() {
        var broken = Hub.request(
                "GET", DEALS + "?properties=%zz", Map.of("Authorization", "Bearer " + hub.settings.token()), "");

        var reply = hub.simulator.handle(broken);

        assertThat(reply.status()).isBetween(400, 500);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("correlationId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'filterGroups':{'filters':[]}}",
                "{'filterGroups':[{'filters':{'propertyName':'amount'}}]}",
                "{'sorts':{'propertyName':'amount'}}",
                "{'sorts':[{'propertyName':'amount','direction':'DOWN'}]}",
                "{'limit':0}",
                "{'limit':1.5}",
                "{'limit':'many'}",
                "{'limit':201}"
            })
    void refusesASearchThatIsNone(String body) {
        assertThat(hub.search("deals", body).status()).isEqualTo(400);
    }

    @Test
    void takesAnOwnersIdAndNotTheUsers() {
        assertThat(hub.post(DEALS, "{'properties':{'hubspot_owner_id':'77001'}}")
                        .status())
                .isEqualTo(201);
        assertThat(hub.post(DEALS, "{'properties':{'hubspot_owner_id':'4711'}}").at("/errors/0/code"))
                .isEqualTo("INVALID_OWNER_ID");
    }

    @Test
    void restoresAPropertyWithTheTypeAndTheUniquenessOfItsValues() {
        var key = "{'name':'key','label':'Key','type':'string','fieldType':'text','groupName':'dealinformation'";
        hub.post("/crm/properties/2026-09/deals", key + ",'hasUniqueValue':true}");
        hub.delete("/crm/properties/2026-09/deals/key");

        var restored = hub.post(
                "/crm/properties/2026-09/deals",
                "{'name':'key','label':'Number','type':'number','fieldType':'number','groupName':'dealinformation'}");

        assertThat(restored.status()).isEqualTo(201);
        assertThat(restored.at("/type")).isEqualTo("string");
        assertThat(restored.at("/fieldType")).isEqualTo("text");
        assertThat(restored.at("/label")).isEqualTo("Number");
        assertThat(restored.body().path("hasUniqueValue").asBoolean()).isTrue();
    }

    @Test
    void refusesAnEnumerationWithoutOptions() {
        var kind = "{'name':'kind','label':'Kind','type':'enumeration','fieldType':'select',"
                + "'groupName':'dealinformation'}";

        assertThat(hub.post("/crm/properties/2026-09/deals", kind).status()).isEqualTo(400);
    }

    @Test
    void repeatsTheCallInTheLinkToItsNextPage() {
        hub.create("deals", "{}");
        hub.create("deals", "{}");

        var link = hub.get("/crm/v3/objects/deals?limit=1&properties=amount&after=1")
                .at("/paging/next/link");

        assertThat(link).startsWith("https://api.hubapi.com/crm/v3/objects/deals?limit=1&properties=amount&after=3");
    }

    @Test
    void leavesTheBodyOutForMissingRecordsOnly() {
        var terse = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.NOT_FOUND_HAS_BODY, false));

        assertThat(terse.get(DEALS + "/1").body()).isEmpty();
        assertThat(terse.get("/crm/properties/2026-09/deals/none").at("/category"))
                .isEqualTo("OBJECT_NOT_FOUND");
    }

    @Test
    void leavesMembersOutOfRowsAndOfMigrations() {
        var sparse = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.ERRORS_LEAVE_OUT_MEMBERS, true));
        var rows = sparse.post(
                DEALS + "/batch/update",
                "{'inputs':[" + String.join(",", Collections.nCopies(20, "{'id':'1','properties':{}}")) + "]}");
        sparse.simulator.migrateAccount(Duration.ofHours(1));
        var migrations = Json.array();
        for (var call = 0; call < 20; call++) migrations.add(sparse.get(DEALS).body());

        assertThat(rows.body().path("errors"))
                .anySatisfy(row -> assertThat(row.has("category")).isFalse());
        assertThat(migrations)
                .anySatisfy(body -> assertThat(body.has("category")).isFalse());
    }

    @Test
    void tellsHowManyCallsAreLeftNow() {
        hub.get(DEALS);
        hub.get(DEALS);
        hub.simulator.otherAppsUse(10_000_000);
        hub.later(Duration.ofSeconds(11));

        var headers = hub.get(DEALS).headers();

        assertThat(Integer.parseInt(headers.get("X-HubSpot-RateLimit-Remaining")))
                .isEqualTo(Integer.parseInt(headers.get("X-HubSpot-RateLimit-Max")));
    }

    @Test
    void neverGivesAnAssociationTypeTheIdOfADeletedOne() {
        var labels = Hub.ASSOCIATIONS + "deals/contacts/labels";
        var first = hub.post(labels, "{'label':'Payer','name':'payer'}").at("/results/0/typeId");
        hub.delete(labels + "/" + first);

        assertThat(hub.post(labels, "{'label':'Buyer','name':'buyer'}").at("/results/0/typeId"))
                .isNotEqualTo(first);
    }
}
