package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelEndpointsTest {

    private static final String LABELS = Hub.ASSOCIATIONS + "companies/deals/labels";

    private final Hub hub = Hub.fresh();

    @Test
    void createsALabelWithAnIdForEachDirection() {
        var created = create();

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.at("/results/0/category")).isEqualTo("USER_DEFINED");
        assertThat(created.body().findValuesAsText("typeId")).containsExactly("1", "2");
        assertThat(created.body().findValuesAsText("label")).containsExactly("Reseller", "Resold by");
        assertThat(hub.get("/crm/v4/associations/deals/companies/labels").body().findValuesAsText("label"))
                .contains("Resold by", "Primary");
        assertThat(create().status()).isEqualTo(400);
    }

    @Test
    void tellsAnOwnIdFromHubSpotsByItsCategory() {
        create();
        var company = hub.create("companies", "{}");
        var deal = hub.create("deals", "{}");
        var path = Hub.OBJECTS + "companies/" + company + "/associations/deals/" + deal;

        assertThat(hub.put(path, types("HUBSPOT_DEFINED", 1)).status()).isEqualTo(400);
        var put = hub.put(path, types("USER_DEFINED", 1));

        assertThat(put.status()).isEqualTo(201);
        assertThat(put.at("/labels/0")).isEqualTo("Reseller");
        var back = hub.get(Hub.OBJECTS + "deals/" + deal + "/associations/companies");
        assertThat(back.body().findValuesAsText("typeId")).containsExactly("341", "2");
        assertThat(back.body().findValuesAsText("category")).containsExactly("HUBSPOT_DEFINED", "USER_DEFINED");
    }

    @Test
    void tellsTheCategoryInWebhooks() {
        var told = Hub.subscribed(Subscription.to("object.associationChange", "deal"));
        told.post(LABELS, body("Reseller"));
        var deal = told.create("deals", "{}");
        var company = told.create("companies", "{}");

        told.put(Hub.OBJECTS + "deals/" + deal + "/associations/companies/" + company, types("USER_DEFINED", 2));

        assertThat(told.events())
                .hasSize(4)
                .anyMatch(event -> event.path("associationCategory").asText().equals("USER_DEFINED")
                        && event.path("associationTypeId").asInt() == 2);
    }

    @Test
    void renamesAndDeletesALabelButLeavesTheAssociation() {
        create();
        var company = hub.create("companies", "{}");
        var deal = hub.create("deals", "{}");
        hub.put(Hub.OBJECTS + "companies/" + company + "/associations/deals/" + deal, types("USER_DEFINED", 1));

        assertThat(hub.put(LABELS, "{'associationTypeId':1,'label':'Partner','inverseLabel':'Partner of'}")
                        .status())
                .isEqualTo(204);
        assertThat(hub.get(LABELS).body().findValuesAsText("label")).contains("Partner");
        assertThat(hub.delete(LABELS + "/1").status()).isEqualTo(204);

        assertThat(hub.get(Hub.OBJECTS + "companies/" + company + "/associations/deals")
                        .body()
                        .findValuesAsText("typeId"))
                .containsExactly("342");
        assertThat(hub.delete(LABELS + "/1").status()).isEqualTo(404);
    }

    @Test
    void knowsTheStandardTypesOfEveryPair() {
        assertThat(labels("quotes/contacts")).containsExactly("69", "702", "1226");
        assertThat(labels("contacts/quotes")).containsExactly("70", "703", "1227");
        assertThat(labels("quotes/companies")).containsExactly("71", "1334");
        assertThat(labels("invoices/line_items")).containsExactly("409");
        assertThat(labels("notes/deals")).containsExactly("214");
        assertThat(labels("tasks/quotes")).containsExactly("218");
        assertThat(labels("commerce_payments/deals")).containsExactly("391");
    }

    private List<String> labels(String pair) {
        return hub.get(Hub.ASSOCIATIONS + pair + "/labels").body().findValuesAsText("typeId");
    }

    private Hub.Reply create() {
        return hub.post(LABELS, body("Reseller"));
    }

    private static String body(String label) {
        return "{'label':'" + label + "','name':'reseller','inverseLabel':'Resold by'}";
    }

    private static String types(String category, int id) {
        return "[{'associationCategory':'" + category + "','associationTypeId':" + id + "}]";
    }
}
