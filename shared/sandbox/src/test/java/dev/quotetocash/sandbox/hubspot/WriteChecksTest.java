package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteChecksTest {

    private final Hub hub = Hub.fresh();

    @Test
    void refusesAnUnknownProperty() {
        var reply = deal("{'xero_nothing':'1'}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.at("/message")).startsWith("Property values were not valid: [{\"isValid\":false");
        assertThat(reply.at("/errors/0/code")).isEqualTo("PROPERTY_DOESNT_EXIST");
        assertThat(reply.at("/errors/0/context/propertyName/0")).isEqualTo("xero_nothing");
    }

    @Test
    void refusesValuesOfTheWrongType() {
        assertThat(code("{'amount':'a lot'}")).isEqualTo("INVALID_INTEGER");
        assertThat(code("{'amount':'1E999999999'}")).isEqualTo("INVALID_INTEGER");
        assertThat(code("{'closedate':'tomorrow'}")).isEqualTo("INVALID_DATE");
        assertThat(code("{'dealtype':'oldbusiness'}")).isEqualTo("INVALID_OPTION");
        assertThat(code("{'hs_is_closed':'true'}")).isEqualTo("READ_ONLY_VALUE");
        assertThat(code("{'deal_currency_code':'CHF'}")).isEqualTo("INVALID_OPTION");
        assertThat(code("{'dealstage':'98750002'}")).isEqualTo("INVALID_OPTION");
        assertThat(code("{'pipeline':'nowhere'}")).isEqualTo("INVALID_OPTION");
    }

    @Test
    void takesTimesInMillisecondsOrIso() {
        var one = deal("{'closedate':'1763596800000'}");
        var other = deal("{'closedate':'2025-11-20T01:00:00+01:00'}");

        assertThat(one.at("/properties/closedate")).isEqualTo("2025-11-20T00:00:00.000Z");
        assertThat(other.at("/properties/closedate")).isEqualTo("2025-11-20T00:00:00.000Z");
    }

    @Test
    void takesDatesOnlyAtMidnightUtc() {
        var item = hub.create("line_items", "{'hs_recurring_billing_start_date':'1763596800000'}");

        assertThat(hub.value("line_items", item, "hs_recurring_billing_start_date"))
                .isEqualTo("2025-11-20");
        assertThat(hub.update("line_items", item, "{'hs_recurring_billing_start_date':'1763596800001'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnEmailThatIsTaken() {
        var ada = hub.create("contacts", "{'email':'ada@acme.example'}");

        var reply = hub.post(Hub.OBJECTS + "contacts", "{'properties':{'email':'ADA@acme.example'}}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/category")).isEqualTo("CONFLICT");
        assertThat(reply.at("/message")).isEqualTo("Contact already exists. Existing ID: " + ada);
    }

    @Test
    void refusesAUniqueValueThatIsTakenInEitherOfTwoWays() {
        var strict = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.UNIQUE_VALUE_CONFLICT_IS_409, false));

        assertThat(secondWithTheSameKey(hub).status()).isEqualTo(409);
        var asValidation = secondWithTheSameKey(strict);
        assertThat(asValidation.status()).isEqualTo(400);
        assertThat(asValidation.at("/errors/0/code")).isEqualTo("CONFLICTING_UNIQUE_VALUE");
    }

    @Test
    void enforcesWriteRulesOnTheNewestVersionOnly() {
        var ruled =
                Hub.with(HubSpotSettings.sandbox().withWriteRules(WriteRule.requiredInStage("closedate", "closedwon")));
        var body = "{'properties':{'dealname':'Acme','dealstage':'closedwon'}}";

        var refused = ruled.post("/crm/objects/2026-09/deals", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/code")).isEqualTo("MISSING_CONDITIONAL_REQUIRED_PROPERTY");
        assertThat(ruled.post("/crm/objects/2026-03/deals", body).status()).isEqualTo(201);
        var everywhere = Hub.with(ruled.settings.with(Unconfirmed.WRITE_RULES_ON_OLDER_VERSIONS, true));
        assertThat(everywhere.post("/crm/objects/2026-03/deals", body).status()).isEqualTo(400);
    }

    @Test
    void refusesANegativePriceAndTwoDiscounts() {
        assertThat(item("{'price':'-1'}").status()).isEqualTo(400);
        assertThat(item("{'discount':'1','hs_discount_percentage':'5'}").status())
                .isEqualTo(400);
    }

    @Test
    void treatsSkusAsUniqueOnlyWhenSwitchedSo() {
        var strict = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.BUILT_IN_UNIQUE_IDS, true));

        assertThat(secondWithTheSameSku(hub).status()).isEqualTo(201);
        assertThat(secondWithTheSameSku(strict).status()).isEqualTo(409);
        assertThat(strict.read("products", "S-1", "idProperty=hs_sku").status()).isEqualTo(200);
        assertThat(hub.read("products", "S-1", "idProperty=hs_sku").status()).isEqualTo(400);
    }

    @Test
    void findsCompaniesByDomainOnlyWhenSwitchedSoAndNeverMakesItUnique() {
        var willing = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.COMPANY_DOMAIN_IS_AN_ID, true));
        var first = willing.create("companies", "{'domain':'kestrel.example'}");
        willing.create("companies", "{'domain':'kestrel.example'}");
        hub.create("companies", "{'domain':'kestrel.example'}");
        var upsert = "{'inputs':[{'id':'kestrel.example','idProperty':'domain','properties':{'name':'Kestrel'}}]}";

        assertThat(willing.read("companies", "kestrel.example", "idProperty=domain")
                        .id())
                .isEqualTo(first);
        assertThat(willing.post(Hub.OBJECTS + "companies/batch/upsert", upsert).at("/results/0/id"))
                .isEqualTo(first);
        assertThat(hub.read("companies", "kestrel.example", "idProperty=domain").status())
                .isEqualTo(400);
        assertThat(hub.post(Hub.OBJECTS + "companies/batch/upsert", upsert).status())
                .isEqualTo(207);
    }

    private static Hub.Reply secondWithTheSameSku(Hub hub) {
        hub.create("products", "{'hs_sku':'S-1'}");
        return hub.post(Hub.OBJECTS + "products", "{'properties':{'hs_sku':'S-1'}}");
    }

    private static Hub.Reply secondWithTheSameKey(Hub hub) {
        hub.post(
                "/crm/properties/2026-09/companies",
                "{'name':'key','label':'Key','type':'string','fieldType':'text',"
                        + "'groupName':'companyinformation','hasUniqueValue':true}");
        hub.create("companies", "{'key':'K-1'}");
        return hub.post(Hub.OBJECTS + "companies", "{'properties':{'key':'K-1'}}");
    }

    private Hub.Reply deal(String properties) {
        return hub.post(Hub.OBJECTS + "deals", "{'properties':" + properties + "}");
    }

    private Hub.Reply item(String properties) {
        return hub.post(Hub.OBJECTS + "line_items", "{'properties':" + properties + "}");
    }

    private String code(String properties) {
        return deal(properties).at("/errors/0/code");
    }
}
