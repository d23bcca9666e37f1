package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergesTest {

    @Test
    void givesTheSurvivorANewIdThatBothOldIdsLeadTo() {
        var hub = Hub.fresh();
        var one = hub.create("companies", "{'name':'Acme'}");
        var two = hub.create("companies", "{'name':'ACME Ltd','city':'Leeds'}");

        var merged = merge(hub, "companies", one, two);

        assertThat(merged.id()).isNotIn(one, two);
        for (var old : new String[] {one, two}) {
            var read = hub.read("companies", old, "properties=name,city,hs_merged_object_ids,hs_object_id");
            assertThat(read.id()).isEqualTo(merged.id());
            assertThat(read.at("/properties/name")).isEqualTo("Acme");
            assertThat(read.at("/properties/city")).isEqualTo("Leeds");
            assertThat(read.at("/properties/hs_merged_object_ids")).isEqualTo(one + ";" + two);
            assertThat(read.at("/properties/hs_object_id")).isEqualTo(merged.id());
        }
        assertThat(hub.get(Hub.OBJECTS + "companies").body().path("results")).hasSize(1);
    }

    @Test
    void resolvesIdsThroughSeveralMerges() {
        var hub = Hub.fresh();
        var one = hub.create("deals", "{}");
        var two = hub.create("deals", "{}");
        var three = hub.create("deals", "{}");

        var merged = merge(hub, "deals", merge(hub, "deals", one, two).id(), three);

        assertThat(hub.read("deals", one, "").id()).isEqualTo(merged.id());
        assertThat(hub.value("deals", one, "hs_merged_object_ids").split(";")).contains(one, two, three);
    }

    @Test
    void keepsThePrimaryIdWhenSwitchedSo() {
        var hub = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.MERGE_GIVES_NEW_ID, false));
        var one = hub.create("deals", "{}");
        var two = hub.create("deals", "{}");

        assertThat(merge(hub, "deals", one, two).id()).isEqualTo(one);
        assertThat(hub.read("deals", two, "").id()).isEqualTo(one);
        assertThat(hub.value("deals", one, "hs_merged_object_ids")).isEqualTo(two);
    }

    @Test
    void movesLineItemsAndKeepsOnePrimaryCompany() {
        var hub = Hub.fresh();
        var one = hub.create("deals", "{}");
        var two = hub.create("deals", "{}");
        for (var deal : new String[] {one, two}) {
            hub.associate("deals", deal, "line_items", hub.create("line_items", "{}"));
            var company = hub.create("companies", "{}");
            hub.put(
                    Hub.OBJECTS + "deals/" + deal + "/associations/companies/" + company,
                    "[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':5}]");
        }

        merge(hub, "deals", one, two);

        var read = hub.read("deals", two, "properties=hs_num_of_associated_line_items&associations=companies");
        assertThat(read.at("/properties/hs_num_of_associated_line_items")).isEqualTo("2");
        var companies = read.body().at("/associations/companies/results").findValuesAsText("type");
        assertThat(companies)
                .containsExactlyInAnyOrder("deal_to_company", "deal_to_company_unlabeled", "deal_to_company_unlabeled");
    }

    @Test
    void letsALosersUniqueValueMoveOrVanish() {
        var moving = Hub.fresh();
        var vanishing = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.MERGE_MOVES_UNIQUE_VALUES, false));

        assertThat(emailAfterMerge(moving)).isEqualTo("ada@acme.example");
        assertThat(emailAfterMerge(vanishing)).isEqualTo("null");
    }

    @Test
    void refusesTypesThatCannotBeMergedAndARecordWithItself() {
        var hub = Hub.fresh();
        var item = hub.create("line_items", "{}");
        var deal = hub.create("deals", "{}");

        assertThat(merge(hub, "line_items", item, item).status()).isEqualTo(400);
        assertThat(merge(hub, "deals", deal, deal).status()).isEqualTo(400);
        assertThat(merge(hub, "deals", deal, "999").status()).isEqualTo(404);
    }

    private static String emailAfterMerge(Hub hub) {
        var one = hub.create("contacts", "{'firstname':'Ada'}");
        var two = hub.create("contacts", "{'email':'ada@acme.example'}");
        merge(hub, "contacts", one, two);
        return hub.value("contacts", two, "email");
    }

    private static Hub.Reply merge(Hub hub, String type, String primary, String other) {
        return hub.post(
                Hub.OBJECTS + type + "/merge",
                "{'primaryObjectId':'" + primary + "','objectIdToMerge':'" + other + "'}");
    }
}
