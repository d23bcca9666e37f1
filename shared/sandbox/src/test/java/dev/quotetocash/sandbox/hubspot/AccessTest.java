package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final String DEALS = Hub.OBJECTS + "deals";

    @Test
    void refusesAMissingAndAWrongToken() {
        var hub = Hub.fresh();

        var missing = hub.send(Hub.request("GET", DEALS, Map.of(), ""));
        var wrong = hub.call("pat-wrong", "GET", DEALS, "");

        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.at("/category")).isEqualTo("INVALID_AUTHENTICATION");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.at("/correlationId")).hasSize(36);
    }

    @Test
    void namesTheMissingScopes() {
        var hub = Hub.with(HubSpotSettings.sandbox().withScopes(Set.of("crm.objects.deals.read", "e-commerce")));

        assertThat(hub.get(DEALS).status()).isEqualTo(200);
        assertThat(hub.get(Hub.OBJECTS + "line_items").status()).isEqualTo(200);
        assertThat(hub.get("/crm/pipelines/2026-09/deals").status()).isEqualTo(200);
        assertThat(hub.search("deals", "{}").status()).isEqualTo(200);
        var write = hub.post(DEALS, "{'properties':{}}");
        assertThat(write.status()).isEqualTo(403);
        assertThat(write.at("/category")).isEqualTo("MISSING_SCOPES");
        assertThat(write.at("/context/missingScopes/0")).isEqualTo("crm.objects.deals.write");
        assertThat(hub.get("/tax-rates/2026-09/tax-rates").at("/context/missingScopes/0"))
                .isEqualTo("tax_rates.read");
        assertThat(hub.post("/crm/properties/2026-09/deals", "{}").at("/context/missingScopes/0"))
                .isEqualTo("crm.schemas.deals.write");
        assertThat(hub.post(Hub.ASSOCIATIONS + "deals/contacts/batch/read", "{'inputs':[]}")
                        .at("/context/missingScopes/0"))
                .isEqualTo("crm.objects.contacts.read");
    }

    @Test
    void wantsTheScopesOfAssociationsThatAreReadAlong() {
        var hub = Hub.with(HubSpotSettings.sandbox().withScopes(Set.of("crm.objects.deals.read")));

        var reply = hub.get(DEALS + "?associations=contacts,line_items");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(Json.texts(reply.body().at("/context/missingScopes")))
                .containsExactly("crm.objects.contacts.read", "crm.objects.line_items.read");
    }

    @Test
    void readsCurrenciesByEitherOfTheirScopes() {
        var hub = Hub.with(HubSpotSettings.sandbox().withScopes(Set.of("settings.currencies.write")));

        assertThat(hub.get("/settings/currencies/2026-09/codes").status()).isEqualTo(200);
        assertThat(hub.get("/crm/owners/2026-09").at("/context/missingScopes/0"))
                .isEqualTo("crm.objects.owners.read");
        assertThat(hub.get("/account-info/2026-09/details").status()).isEqualTo(200);
    }

    @Test
    void letsAPersonDoEverything() {
        var hub = Hub.with(HubSpotSettings.sandbox().withScopes(Set.of("crm.objects.deals.read")));

        assertThat(hub.person("POST", DEALS, "{'properties':{}}").status()).isEqualTo(201);
    }

    @Test
    void refusesFormsForJsonAndJsonForForms() {
        var hub = Hub.fresh();
        var auth = "Bearer " + hub.settings.token();
        var form = "application/x-www-form-urlencoded";

        assertThat(hub.post("/oauth/2026-09/token", "{}").status()).isEqualTo(415);
        var request = Hub.request("POST", "/oauth/v3/token", Map.of("Content-Type", form), "grant_type=x");
        assertThat(hub.send(request).at("/status")).isEqualTo("BAD_CLIENT_ID");
        var mixed = Hub.request("POST", DEALS, Map.of("Authorization", auth, "Content-Type", form), "a=b");
        assertThat(hub.send(mixed).status()).isEqualTo(415);
    }

    @Test
    void refusesWhatIsNotJson() {
        var reply = Hub.fresh().post(DEALS, "{nonsense");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/message")).startsWith("Invalid input JSON");
    }
}
