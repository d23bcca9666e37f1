package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.Consenting.claims;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private final Office office = new Office();
    private final Consenting consent = new Consenting(office);

    @Test
    void listsTheConnectionOfAConsentByItsEvent() {
        var tokens = consent.tokens();
        var event = claims(tokens.path("access_token").asText())
                .path("authentication_event_id")
                .asText();
        var bearer =
                Map.of("Authorization", "Bearer " + tokens.path("access_token").asText());

        var found = json(consent.send("GET", "/Connections", "authEventId=" + event, "", bearer));
        var other = json(consent.send("GET", "/connections", "authEventId=" + new UUID(1, 2), "", bearer));

        assertThat(found).hasSize(1);
        assertThat(found.at("/0/tenantId").asText()).isEqualTo(office.settings.tenantId());
        assertThat(found.at("/0/authEventId").asText()).isEqualTo(event);
        assertThat(other).isEmpty();
    }

    @Test
    void renewsTheConnectionOnASecondConsent() {
        var first = json(consent.connections("GET", "", consent.tokens())).path(0);
        office.pass(Duration.ofMinutes(1));

        var second = json(consent.connections("GET", "", consent.tokens()));

        assertThat(second).hasSize(1);
        assertThat(second.at("/0/id")).isEqualTo(first.path("id"));
        assertThat(second.at("/0/createdDateUtc")).isEqualTo(first.path("createdDateUtc"));
        assertThat(second.at("/0/updatedDateUtc")).isNotEqualTo(first.path("updatedDateUtc"));
        assertThat(second.at("/0/authEventId")).isNotEqualTo(first.path("authEventId"));
    }

    @Test
    void endsAConnectionOnce() {
        var tokens = consent.tokens();
        var id = json(consent.connections("GET", "", tokens)).at("/0/id").asText();

        assertThat(consent.connections("DELETE", id, tokens).status()).isEqualTo(204);
        assertThat(consent.connections("DELETE", id, tokens).status()).isEqualTo(404);
        assertThat(json(consent.connections("GET", "", tokens))).isEmpty();
        var refused = consent.caller(tokens).get("/Contacts");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(json(refused).path("Detail").asText()).isEqualTo("AuthenticationUnsuccessful");
    }

    @Test
    void listsAndEndsAllConnectionsWithAppConnections() {
        consent.tokens();
        var app = credentials("app.connections");
        var plain = credentials("accounting.contacts");

        var all = json(consent.connections("GET", "", app));

        assertThat(all).hasSize(2);
        assertThat(json(consent.connections("GET", "", plain))).hasSize(1);
        assertThat(consent.connections("DELETE", office.settings.tenantId(), plain)
                        .status())
                .isEqualTo(403);
        for (var connection : all) {
            assertThat(consent.connections("DELETE", connection.path("id").asText(), app)
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void answers403ForADisconnectedTenantWhenSwitched() {
        var strange = Office.switched(switches -> switches.with(Unconfirmed.DISCONNECTED_IS_403, true));
        strange.xero.disconnect();
        office.xero.disconnect();

        assertThat(office.app.get("/Contacts").status()).isEqualTo(401);
        assertThat(strange.app.get("/Contacts").status()).isEqualTo(403);
        office.xero.connect();
        assertThat(office.app.get("/Contacts").status()).isEqualTo(200);
    }

    @Test
    void refusesTheTenantHeaderOfACustomConnectionWhenSwitched() {
        var strict = Office.switched(switches -> switches.with(Unconfirmed.TENANT_HEADER_HARMS, true));

        assertThat(office.app.get("/Organisation").status()).isEqualTo(200);
        assertThat(strict.app.get("/Organisation").status()).isEqualTo(403);
        assertThat(strict.finance.get("/Organisation").status()).isEqualTo(200);
    }

    @Test
    void namesItsEndpoints() {
        var id = new UUID(1, 2);

        assertThat(endpoint("DELETE", "/connections/" + id)).isEqualTo("DELETE /connections/{id}");
        assertThat(endpoint("GET", "/Connections")).isEqualTo("GET /connections");
        assertThat(endpoint("GET", "/api.xro/2.0/InvoiceReminders/Settings"))
                .isEqualTo("GET /InvoiceReminders/Settings");
    }

    private String endpoint(String method, String path) {
        return office.xero.endpoint(new SimRequest(method, path, "", Map.of(), new byte[0]));
    }

    private JsonNode credentials(String scope) {
        return json(consent.token("grant_type=client_credentials&scope=" + scope));
    }
}
