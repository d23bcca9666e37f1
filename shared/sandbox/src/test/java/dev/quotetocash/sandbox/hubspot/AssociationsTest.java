package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssociationsTest {

    private static final String TYPE = "{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':%d}";

    private final Hub hub = Hub.fresh();
    private final String deal = hub.create("deals", "{'dealname':'Acme'}");

    @Test
    void readsAPrimaryCompanyInBothItsForms() {
        var company = hub.create("companies", "{'name':'Acme'}");

        associate("deals", deal, "companies", company, 5);

        var results = hub.read("deals", deal, "associations=companies").body().at("/associations/companies/results");
        assertThat(results.findValuesAsText("type"))
                .containsExactlyInAnyOrder("deal_to_company", "deal_to_company_unlabeled");
        assertThat(results.findValuesAsText("id")).containsOnly(company);
        var back = hub.read("companies", company, "associations=deals").body().at("/associations/deals/results");
        assertThat(back.findValuesAsText("type"))
                .containsExactlyInAnyOrder("company_to_deal", "company_to_deal_unlabeled");
    }

    @Test
    void showsWhatAPersonAssociatesLateWhereThatIsSo() {
        var settings = HubSpotSettings.sandbox()
                .with(Unconfirmed.UI_ASSOCIATIONS_SHOW_LATE, true)
                .withSearchLag(Duration.ofSeconds(5));
        var late = Hub.with(settings);
        var deal = late.create("deals", "{'dealname':'Acme'}");
        var byApp = late.create("line_items", "{'name':'One'}");
        var byPerson = late.create("line_items", "{'name':'Two'}");
        var to = Hub.OBJECTS + "deals/" + deal + "/associations/default/line_items/";
        late.put(to + byApp, "");
        late.person("PUT", to + byPerson, "");

        assertThat(late.read("deals", deal, "associations=line_items").body().findValuesAsText("id"))
                .contains(byApp)
                .doesNotContain(byPerson);
        assertThat(late.later(Duration.ofSeconds(5))
                        .read("deals", deal, "associations=line_items")
                        .body()
                        .findValuesAsText("id"))
                .contains(byApp, byPerson);
    }

    @Test
    void movesThePrimaryLabelFromOneCompanyToAnother() {
        var first = hub.create("companies", "{'name':'First'}");
        var second = hub.create("companies", "{'name':'Second'}");
        associate("deals", deal, "companies", first, 5);

        associate("deals", deal, "companies", second, 5);

        var read = readBatch("companies", deal).body().at("/results/0/to");
        assertThat(read).hasSize(2);
        assertThat(read.get(0).path("associationTypes").findValuesAsText("typeId"))
                .containsExactly("341");
        assertThat(read.get(1).path("associationTypes").findValuesAsText("typeId"))
                .containsExactlyInAnyOrder("5", "341");
        assertThat(read.get(1).path("associationTypes").findValuesAsText("label"))
                .contains("Primary");
    }

    @Test
    void keysLineItemsWithASpaceUnlessSwitched() {
        addItem(deal);
        var underscored = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.LINE_ITEMS_KEY_HAS_SPACE, false));
        var other = underscored.create("deals", "{}");
        var item = underscored.create("line_items", "{}");
        underscored.associate("deals", other, "line_items", item);

        assertThat(hub.read("deals", deal, "associations=line_items").at("/associations/line items/results/0/type"))
                .isEqualTo("deal_to_line_item");
        assertThat(underscored
                        .read("deals", other, "associations=line_items")
                        .at("/associations/line_items/results/0/id"))
                .isEqualTo(item);
    }

    @Test
    void pagesPerFromAndInsideARecord() {
        var small = Hub.with(HubSpotSettings.sandbox().withAssociationPage(2));
        var parent = small.create("deals", "{}");
        for (var i = 0; i < 3; i++) small.associate("deals", parent, "line_items", small.create("line_items", "{}"));

        var path = Hub.ASSOCIATIONS + "deals/line_items/batch/read";
        var first = small.post(path, "{'inputs':[{'id':'" + parent + "'}]}");
        var after = first.at("/results/0/paging/next/after");
        var second = small.post(path, "{'inputs':[{'id':'" + parent + "','after':'" + after + "'}]}");

        assertThat(first.body().at("/results/0/to")).hasSize(2);
        assertThat(second.body().at("/results/0/to")).hasSize(1);
        assertThat(second.body().at("/results/0").has("paging")).isFalse();
        var inside =
                small.read("deals", parent, "associations=line_items").body().at("/associations/line items");
        assertThat(inside.path("results")).hasSize(2);
        assertThat(inside.at("/paging/next/after").asText()).isEqualTo(after);
        assertThat(inside.at("/paging/next/link").asText()).contains("/associations/line_items?after=");
    }

    @Test
    void reportsAFromWithoutAssociationsInA207() {
        var reply = readBatch("line_items", deal);

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.at("/errors/0/subCategory")).isEqualTo("crm.associations.NO_ASSOCIATIONS_FOUND");
        assertThat(reply.at("/errors/0/context/fromObjectId/0")).isEqualTo(deal);
    }

    @Test
    void writesToObjectIdAsStringOrNumber() {
        addItem(deal);
        var numbers = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.TO_OBJECT_ID_IS_NUMBER, true));
        var other = numbers.create("deals", "{}");
        numbers.associate("deals", other, "line_items", numbers.create("line_items", "{}"));

        var path = "/associations/line_items";
        assertThat(hub.get(Hub.OBJECTS + "deals/" + deal + path)
                        .body()
                        .at("/results/0/toObjectId")
                        .isTextual())
                .isTrue();
        assertThat(numbers.get(Hub.OBJECTS + "deals/" + other + path)
                        .body()
                        .at("/results/0/toObjectId")
                        .isNumber())
                .isTrue();
    }

    @Test
    void listsInTheShapeOfTheVersion() {
        var item = addItem(deal);

        var dated = hub.get(Hub.OBJECTS + "deals/" + deal + "/associations/line_items");
        var v3 = hub.get("/crm/v3/objects/deals/" + deal + "/associations/line_items");
        var v4 = hub.get("/crm/v4/objects/deals/" + deal + "/associations/line_items");

        assertThat(dated.body().at("/results/0").toString())
                .isEqualTo("{\"toObjectId\":\"" + item + "\",\"associationTypes\":[{\"category\":\"HUBSPOT_DEFINED\","
                        + "\"typeId\":19,\"label\":null}]}");
        assertThat(v3.at("/results/0/type")).isEqualTo("deal_to_line_item");
        assertThat(v4.body()).isEqualTo(dated.body());
    }

    @Test
    void hidesTheListOnTheNewestVersionWhenSwitchedSo() {
        var without = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.ASSOCIATION_LIST_ON_2026_09, false));
        var other = without.create("deals", "{}");

        var path = "/deals/" + other + "/associations/line_items";
        assertThat(without.get("/crm/objects/2026-09" + path).status()).isEqualTo(404);
        assertThat(without.get("/crm/objects/2026-03" + path).status()).isEqualTo(200);
    }

    @Test
    void givesALineItemOneParentOnly() {
        var item = addItem(deal);
        var other = hub.create("deals", "{}");

        var reply = hub.associate("deals", other, "line_items", item);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(hub.value("deals", other, "hs_num_of_associated_line_items")).isEqualTo("0");
    }

    @Test
    void removesAnAssociationWithAllItsTypes() {
        var company = hub.create("companies", "{}");
        associate("deals", deal, "companies", company, 5);

        assertThat(hub.delete(Hub.OBJECTS + "deals/" + deal + "/associations/companies/" + company)
                        .status())
                .isEqualTo(204);

        assertThat(hub.read("deals", deal, "associations=companies").body().has("associations"))
                .isFalse();
    }

    @Test
    void marksTheBillingContactOfACompany() {
        var company = hub.create("companies", "{'name':'Acme'}");
        var contact = hub.create("contacts", "{'email':'ap@acme.example'}");

        associate("companies", company, "contacts", contact, 930);

        var reply =
                hub.post(Hub.ASSOCIATIONS + "companies/contacts/batch/read", "{'inputs':[{'id':'" + company + "'}]}");
        assertThat(reply.body().at("/results/0/to/0/associationTypes").findValuesAsText("typeId"))
                .containsExactlyInAnyOrder("280", "930");
        assertThat(hub.get(Hub.ASSOCIATIONS + "contacts/companies/labels")
                        .body()
                        .findValuesAsText("typeId"))
                .containsExactly("279", "1", "931");
    }

    @Test
    void createsAndArchivesInBatches() {
        var company = hub.create("companies", "{}");
        var pair = "'from':{'id':'" + deal + "'},'to':{'id':'" + company + "'}";
        var base = Hub.ASSOCIATIONS + "deals/companies/batch/";

        var created = hub.post(base + "create", "{'inputs':[{" + pair + ",'types':[" + TYPE.formatted(5) + "]}]}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/results/0/fromObjectTypeId")).isEqualTo("0-3");
        assertThat(created.at("/results/0/labels/0")).isEqualTo("Primary");

        var unlabelled = "{'inputs':[{" + pair + ",'types':[" + TYPE.formatted(5) + "]}]}";
        assertThat(hub.post(base + "labels/archive", unlabelled).status()).isEqualTo(204);
        assertThat(readBatch("companies", deal).body().findValuesAsText("typeId"))
                .containsExactly("341");

        var archive = "{'inputs':[{'from':{'id':'" + deal + "'},'to':[{'id':'" + company + "'}]}]}";
        assertThat(hub.post(base + "archive", archive).status()).isEqualTo(204);
        assertThat(readBatch("companies", deal).status()).isEqualTo(207);

        var usual = hub.post(base + "associate/default", "{'inputs':[{" + pair + "}]}");
        assertThat(usual.status()).isEqualTo(200);
        assertThat(readBatch("companies", deal).body().findValuesAsText("typeId"))
                .containsExactly("341");
    }

    @Test
    void makesTheFirstCompanyPrimaryOnlyWhenSwitchedSo() {
        var choosing = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.FIRST_COMPANY_BECOMES_PRIMARY, true));

        assertThat(typesOfTwoCompanies(hub)).containsExactly("341", "341");
        assertThat(typesOfTwoCompanies(choosing)).containsExactly("5", "341", "341");
    }

    @Test
    void leavesAFromWithoutAssociationsOutWhenSwitchedSo() {
        var quiet = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.NO_ASSOCIATIONS_IS_AN_ERROR, false));

        var reply = quiet.post(Hub.ASSOCIATIONS + "deals/contacts/batch/read", "{'inputs':[{'id':'999'}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("results")).isEmpty();
    }

    @Test
    void saysThatAFromHasNoAssociationsInWordsOrInCategoriesAlone() {
        var silent = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.NO_ASSOCIATIONS_ERROR_HAS_TEXT, false));
        var path = Hub.ASSOCIATIONS + "deals/contacts/batch/read";

        var spoken = hub.post(path, "{'inputs':[{'id':'999'}]}");
        var terse = silent.post(path, "{'inputs':[{'id':'999'}]}");

        assertThat(spoken.at("/errors/0/message")).isEqualTo("No contact is associated with deal 999.");
        assertThat(terse.status()).isEqualTo(207);
        assertThat(terse.body().at("/errors/0").toString())
                .isEqualTo("{\"category\":\"OBJECT_NOT_FOUND\",\"subCategory\":"
                        + "\"crm.associations.NO_ASSOCIATIONS_FOUND\",\"context\":{\"fromObjectId\":[\"999\"]}}");
    }

    @Test
    void namesTypesInTheOldBatchesAndPaths() {
        var contact = hub.create("contacts", "{}");
        var base = "/crm/v3/associations/deals/contacts/batch/";
        var pair = "{'inputs':[{'from':{'id':'" + deal + "'},'to':{'id':'" + contact + "'},'type':'deal_to_contact'}]}";
        var path = "/crm/v3/objects/deals/" + deal + "/associations/contacts/" + contact + "/deal_to_contact";

        assertThat(hub.post(base + "create", pair).status()).isEqualTo(201);
        var read = hub.post(base + "read", "{'inputs':[{'id':'" + deal + "'}]}");
        assertThat(read.at("/results/0/to/0/type")).isEqualTo("deal_to_contact");
        assertThat(hub.post(base + "archive", pair).status()).isEqualTo(204);
        assertThat(hub.post(base + "read", "{'inputs':[{'id':'" + deal + "'}]}").status())
                .isEqualTo(207);
        assertThat(hub.put(path, "").status()).isEqualTo(200);
        assertThat(hub.delete(path).status()).isEqualTo(204);
    }

    @Test
    void refusesPairsThatCannotBeAssociated() {
        var product = hub.create("products", "{'name':'Seat'}");

        assertThat(hub.associate("deals", deal, "products", product).status()).isEqualTo(400);
        assertThat(hub.associate("deals", deal, "companies", "999").status()).isEqualTo(404);
    }

    @Test
    void refusesMoreInputsThanABatchHolds() {
        var base = Hub.ASSOCIATIONS + "deals/companies/batch/";
        var one = "{'from':{'id':'1'},'to':{'id':'2'}}";

        assertThat(hub.post(base + "read", inputs("{'id':'1'}", 1_001)).status())
                .isEqualTo(400);
        assertThat(hub.post(base + "associate/default", inputs(one, 2_001)).status())
                .isEqualTo(400);
        assertThat(hub.post(base + "archive", inputs(one, 101)).status()).isEqualTo(204);
        var distinct = IntStream.range(1, 102)
                .mapToObj(i -> one.replace("'1'", "'" + i + "'"))
                .collect(Collectors.joining(",", "{'inputs':[", "]}"));
        assertThat(hub.post(base + "archive", distinct).status()).isEqualTo(400);
    }

    private static String inputs(String input, int count) {
        return "{'inputs':[" + String.join(",", Collections.nCopies(count, input)) + "]}";
    }

    private static List<String> typesOfTwoCompanies(Hub hub) {
        var parent = hub.create("deals", "{}");
        for (var i = 0; i < 2; i++) hub.associate("deals", parent, "companies", hub.create("companies", "{}"));
        var path = Hub.ASSOCIATIONS + "deals/companies/batch/read";
        return hub.post(path, "{'inputs':[{'id':'" + parent + "'}]}").body().findValuesAsText("typeId");
    }

    private Hub.Reply associate(String from, String fromId, String to, String toId, int type) {
        return hub.put(
                Hub.OBJECTS + from + "/" + fromId + "/associations/" + to + "/" + toId,
                "[" + TYPE.formatted(type) + "]");
    }

    private Hub.Reply readBatch(String to, String id) {
        return hub.post(Hub.ASSOCIATIONS + "deals/" + to + "/batch/read", "{'inputs':[{'id':'" + id + "'}]}");
    }

    private String addItem(String parent) {
        var item = hub.create("line_items", "{'name':'Seat'}");
        hub.associate("deals", parent, "line_items", item);
        return item;
    }
}
