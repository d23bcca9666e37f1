package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
}
