package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PropertyEndpointsTest {

    private static final String DEALS = "/crm/properties/2026-09/deals";

    private final Hub hub = Hub.fresh();

    @Test
    void createsAPropertyOnceAndThenAnswers409() {
        var first = hub.post(DEALS, text("xero_invoice_id", ""));
        var second = hub.post(DEALS, text("xero_invoice_id", ""));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.at("/fieldType")).isEqualTo("text");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/category")).isEqualTo("OBJECT_ALREADY_EXISTS");
        assertThat(second.at("/subCategory")).isEqualTo("Properties.PROPERTY_WITH_NAME_EXISTS");
    }

    @Test
    void answers404ForAnUnknownProperty() {
        var reply = hub.get(DEALS + "/xero_nothing");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/category")).isEqualTo("OBJECT_NOT_FOUND");
    }

    @Test
    void restoresAnArchivedNameWithItsValues() {
        hub.post(DEALS, text("xero_note", ""));
        var deal = hub.create("deals", "{'xero_note':'kept'}");
        hub.delete(DEALS + "/xero_note");

        assertThat(hub.update("deals", deal, "{'xero_note':'x'}").status()).isEqualTo(400);
        assertThat(hub.read("deals", deal, "properties=xero_note")
                        .body()
                        .path("properties")
                        .has("xero_note"))
                .isFalse();
        assertThat(hub.get(DEALS + "/xero_note?archived=true").status()).isEqualTo(200);

        assertThat(hub.post(DEALS, text("xero_note", "")).status()).isEqualTo(201);
        assertThat(hub.value("deals", deal, "xero_note")).isEqualTo("kept");
    }

    @Test
    void replacesAllOptions() {
        hub.post(DEALS, choice("xero_state", "{'label':'Draft','value':'DRAFT'}"));

        var patched = hub.patch(DEALS + "/xero_state", "{'options':[{'label':'Paid','value':'PAID'}]}");

        assertThat(patched.body().path("options").findValuesAsText("value")).containsExactly("PAID");
        var refused = hub.post(Hub.OBJECTS + "deals", "{'properties':{'xero_state':'DRAFT'}}");
        assertThat(refused.at("/errors/0/code")).isEqualTo("INVALID_OPTION");
    }

    @Test
    void allowsTenUniquePropertiesAndNoneOnProducts() {
        for (var i = 0; i < 10; i++)
            assertThat(hub.post(DEALS, text("key_" + i, ",'hasUniqueValue':true"))
                            .status())
                    .isEqualTo(201);

        assertThat(hub.post(DEALS, text("key_10", ",'hasUniqueValue':true")).status())
                .isEqualTo(400);
        var product = text("key", ",'hasUniqueValue':true").replace("dealinformation", "productinformation");
        assertThat(hub.post("/crm/properties/2026-09/products", product).status())
                .isEqualTo(400);
    }

    @Test
    void createsInBatchesAndNamesWhatExists() {
        hub.post(DEALS, text("one", ""));

        var reply = hub.post(DEALS + "/batch/create", "{'inputs':[" + text("one", "") + "," + text("two", "") + "]}");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.at("/results/0/name")).isEqualTo("two");
        assertThat(reply.at("/numErrors")).isEqualTo("1");
        assertThat(reply.at("/errors/0/category")).isEqualTo("OBJECT_ALREADY_EXISTS");
        var read = hub.post(DEALS + "/batch/read", "{'inputs':[{'name':'two'}]}");
        assertThat(read.status()).isEqualTo(200);
    }

    @Test
    void refusesToDeleteAGroupThatIsInUse() {
        assertThat(hub.post(DEALS + "/groups", "{'name':'xero','label':'Xero'}").status())
                .isEqualTo(201);
        hub.post(DEALS, text("one", "").replace("dealinformation", "xero"));

        var refused = hub.delete(DEALS + "/groups/xero");
        assertThat(refused.at("/subCategory")).isEqualTo("PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES");

        hub.delete(DEALS + "/one");
        assertThat(hub.delete(DEALS + "/groups/xero").status()).isEqualTo(204);
    }

    @Test
    void refusesWhatIsIncompleteOrDoesNotFit() {
        assertThat(hub.post(DEALS, "{'name':'x'}").status()).isEqualTo(400);
        assertThat(hub.post(DEALS, text("Not_Lower", "")).status()).isEqualTo(400);
        assertThat(hub.post(DEALS, text("x", "").replace("'string'", "'date'")).status())
                .isEqualTo(400);
        assertThat(hub.post(DEALS, text("x", "").replace("dealinformation", "nowhere"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void listsEveryStandardPropertyOfDeals() {
        var names = hub.get(DEALS).body().path("results").findValuesAsText("name");

        assertThat(names).contains("dealname", "dealstage", "deal_currency_code", "hs_is_closed_won");
    }

    @Test
    void refusesToDeleteAPropertyInUse() {
        var ruled = Hub.with(HubSpotSettings.sandbox().withWriteRules(WriteRule.required("deal", "one")));
        ruled.post(DEALS, text("one", ""));
        ruled.post(DEALS, text("two", ""));
        ruled.post(
                DEALS,
                "{'name':'sum','label':'Sum','type':'number','fieldType':'calculation_equation','groupName':"
                        + "'dealinformation','calculationFormula':'two + amount'}");

        var refused = ruled.delete(DEALS + "/one");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/subCategory")).isEqualTo("PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE");
        assertThat(ruled.delete(DEALS + "/two").status()).isEqualTo(400);
        ruled.delete(DEALS + "/sum");
        assertThat(ruled.delete(DEALS + "/two").status()).isEqualTo(204);
    }

    @Test
    void allowsOnlySoManyCustomProperties() {
        var small = Hub.with(HubSpotSettings.sandbox().withCrm(new CrmLimits(false, 1)));

        assertThat(small.post(DEALS, text("one", "")).status()).isEqualTo(201);
        assertThat(small.post(DEALS, text("two", "")).status()).isEqualTo(400);
        small.delete(DEALS + "/one");
        assertThat(small.post(DEALS, text("two", "")).status()).isEqualTo(201);
    }

    @Test
    void keepsHintsAndNeverChangesWhatIsFixed() {
        hub.post(DEALS, text("one", ",'textDisplayHint':'domain_name','dataSensitivity':'non_sensitive'"));

        var patched = hub.patch(
                DEALS + "/one",
                "{'name':'other','hasUniqueValue':true,'externalOptions':true,'dataSensitivity':'sensitive',"
                        + "'referencedObjectType':'OWNER','showCurrencySymbol':true,'label':'New'}");

        assertThat(patched.at("/label")).isEqualTo("New");
        assertThat(patched.at("/name")).isEqualTo("one");
        assertThat(patched.body().path("hasUniqueValue").asBoolean()).isFalse();
        assertThat(patched.body().path("externalOptions").asBoolean()).isFalse();
        assertThat(patched.at("/dataSensitivity")).isEqualTo("non_sensitive");
        assertThat(patched.body().has("referencedObjectType")).isFalse();
        assertThat(patched.at("/textDisplayHint")).isEqualTo("domain_name");
        assertThat(patched.body().path("showCurrencySymbol").asBoolean()).isTrue();
    }

    @Test
    void hasUniquePropertiesOnInvoicesButNotOnQuotesUnlessSwitched() {
        var strict = Hub.with(HubSpotSettings.sandbox()
                .with(Unconfirmed.UNIQUE_PROPERTIES_ON_INVOICES, false)
                .with(Unconfirmed.UNIQUE_PROPERTIES_ON_QUOTES, true));

        assertThat(unique(hub, "invoice")).isEqualTo(201);
        assertThat(unique(hub, "quote")).isEqualTo(400);
        assertThat(unique(strict, "invoice")).isEqualTo(400);
        assertThat(unique(strict, "quote")).isEqualTo(201);
    }

    private static int unique(Hub hub, String type) {
        return hub.post(
                        "/crm/properties/2026-09/" + type + "s",
                        text("key", ",'hasUniqueValue':true").replace("dealinformation", type + "information"))
                .status();
    }

    private static String text(String name, String more) {
        return "{'name':'" + name + "','label':'A label','type':'string','fieldType':'text',"
                + "'groupName':'dealinformation'" + more + "}";
    }

    private static String choice(String name, String options) {
        return "{'name':'" + name + "','label':'A label','type':'enumeration','fieldType':'select',"
                + "'groupName':'dealinformation','options':[" + options + "]}";
    }
}
