package dev.quotetocash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.WebhookPolicy;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HubSpotControlsTest {

    private static final String OBJECTS = "/crm/objects/2026-09/";
    private static final String DEALS = OBJECTS + "deals";
    private static final String REDIRECT = "http://127.0.0.1:8080/oauth/callback";

    private final HubSpotSettings settings = HubSpotSettings.sandbox();
    private final ControlledSimulator hub = simulator(settings);

    @Test
    void restoresARecordFromTheRecycleBin() {
        var deal = create("deals", "{}");
        call("DELETE", DEALS + "/" + deal, "");
        assertThat(call("GET", DEALS + "/" + deal, "").status()).isEqualTo(404);

        assertThat(control("people/restore", "{'type':'deals','id':'" + deal + "'}"))
                .isEqualTo(204);

        assertThat(call("GET", DEALS + "/" + deal, "").status()).isEqualTo(200);
        assertThat(control("people/restore", "{'type':'deals','id':'" + deal + "'}"))
                .isEqualTo(400);
    }

    @Test
    void letsTheBuyerSignAPublishedQuote() {
        var quote = create("quotes", "{'hs_esign_enabled':'true','hs_esign_num_signers_required':'1'}");
        assertThat(control("people/accept-quote", "{'id':'" + quote + "'}")).isEqualTo(400);
        call("PATCH", OBJECTS + "quotes/" + quote, "{'properties':{'hs_status':'APPROVAL_NOT_NEEDED'}}");

        assertThat(control("people/accept-quote", "{'id':'" + quote + "'}")).isEqualTo(204);

        var read = call("GET", OBJECTS + "quotes/" + quote, "properties=hs_esign_num_signers_completed", "");
        assertThat(json(read).at("/properties/hs_esign_num_signers_completed").asText())
                .isEqualTo("1");
    }

    @Test
    void migratesTheAccountUntilToldOtherwise() {
        assertThat(control("account/migrate", "{'for':'PT1H'}")).isEqualTo(204);
        var migrating = call("GET", DEALS, "");
        control("account/migrate", "{'for':'PT0S'}");

        assertThat(migrating.status()).isEqualTo(477);
        assertThat(migrating.headers()).containsEntry("Retry-After", "3600");
        assertThat(call("GET", DEALS, "").status()).isEqualTo(200);
        assertThat(control("account/migrate", "{'for':'PT25H'}")).isEqualTo(400);
    }

    @Test
    void locksARecordForAWhile() {
        var deal = create("deals", "{}");

        assertThat(control("account/lock", "{'type':'0-3','id':'" + deal + "','for':'PT10S'}"))
                .isEqualTo(204);

        assertThat(call("PATCH", DEALS + "/" + deal, "{'properties':{}}").status())
                .isEqualTo(423);
        control("clock", "{'advance':'PT10S'}");
        assertThat(call("PATCH", DEALS + "/" + deal, "{'properties':{}}").status())
                .isEqualTo(200);
        assertThat(control("account/lock", "{'type':'dreams','id':'1','for':'PT10S'}"))
                .isEqualTo(400);
    }

    @Test
    void failsTheNextCalls() {
        assertThat(control("account/fail", "{'calls':1,'status':524}")).isEqualTo(204);
        assertThat(control("account/fail", "{}")).isEqualTo(204);

        assertThat(call("GET", DEALS, "").status()).isEqualTo(524);
        assertThat(call("GET", DEALS, "").status()).isEqualTo(503);
        assertThat(call("GET", DEALS, "").status()).isEqualTo(200);
        assertThat(control("account/fail", "{'status':510}")).isEqualTo(400);
    }

    @Test
    void letsOtherAppsUseUpTheAccountsLimits() {
        assertThat(control("account/other-apps", "{'searches':5}")).isEqualTo(204);
        var search = call("POST", DEALS + "/search", "{}");
        assertThat(search.status()).isEqualTo(429);
        assertThat(json(search).path("policyName").asText()).isEqualTo("SECONDLY");

        assertThat(control("account/other-apps", "{'calls':250000}")).isEqualTo(204);
        var list = call("GET", DEALS, "");
        assertThat(list.status()).isEqualTo(429);
        assertThat(json(list).path("policyName").asText()).isEqualTo("DAILY");
        assertThat(control("account/other-apps", "{}")).isEqualTo(400);
    }

    @Test
    void uninstallsTheOAuthApp() {
        var token = oauthToken();
        assertThat(as(token, "GET", DEALS, "").status()).isEqualTo(200);

        assertThat(control("people/uninstall", "")).isEqualTo(204);

        assertThat(as(token, "GET", DEALS, "").status()).isEqualTo(401);
        assertThat(call("GET", DEALS, "").status()).isEqualTo(200);
    }

    @Test
    void takesAndGivesThePermissionToEditAssociations() {
        var token = oauthToken();
        var path = DEALS + "/" + create("deals", "{}") + "/associations/default/contacts/" + create("contacts", "{}");

        assertThat(control("people/association-permission", "{'permission':'none'}"))
                .isEqualTo(204);
        assertThat(as(token, "PUT", path, "").status()).isEqualTo(403);
        control("people/association-permission", "{'permission':'edit'}");
        assertThat(as(token, "PUT", path, "").status()).isEqualTo(200);
    }

    private static ControlledSimulator simulator(HubSpotSettings settings) {
        var clock = new SimClock(() -> Instant.parse("2026-11-20T10:00:00Z"));
        var queue = new WebhookQueue(WebhookPolicy.hubspot(10), HubSpotSimulator.webhookForm(settings), clock, 7);
        var simulator = new HubSpotSimulator(settings, clock, 7, queue);
        return new ControlledSimulator(simulator, queue, clock, HubSpotControls.of(simulator));
    }

    private int control(String path, String json) {
        return call("POST", "/sim/" + path, json).status();
    }

    private String create(String type, String properties) {
        return json(call("POST", OBJECTS + type, "{'properties':" + properties + "}"))
                .path("id")
                .asText();
    }

    private SimResponse call(String method, String path, String json) {
        return as(settings.token(), method, path, json);
    }

    private SimResponse call(String method, String path, String query, String json) {
        return send(method, path, query, "application/json", settings.token(), json);
    }

    private SimResponse as(String token, String method, String path, String json) {
        return send(method, path, "", "application/json", token, json.replace('\'', '"'));
    }

    /// Of a person who allows the app what it asks for.
    private String oauthToken() {
        var app = settings.oauthApp();
        var install = "client_id=" + app.clientId() + "&redirect_uri=" + REDIRECT + "&scope="
                + String.join("+", app.requiredScopes());
        var location = form("/oauth/authorize", install).headers().getOrDefault("Location", "");
        var reply = form(
                "/oauth/2026-09/token",
                "grant_type=authorization_code&client_id=" + app.clientId() + "&client_secret=" + app.clientSecret()
                        + "&redirect_uri=" + REDIRECT + "&code=" + location.replaceFirst(".*code=", ""));
        return json(reply).path("access_token").asText();
    }

    private SimResponse form(String path, String fields) {
        return send("POST", path, "", "application/x-www-form-urlencoded", "", fields);
    }

    private SimResponse send(String method, String path, String query, String type, String token, String body) {
        var headers = Map.of("Authorization", "Bearer " + token, "Content-Type", type);
        return hub.handle(new SimRequest(method, path, query, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(SimResponse reply) {
        try {
            return new ObjectMapper().readTree(reply.text());
        } catch (JsonProcessingException e) {
            throw new AssertionError(reply.text(), e);
        }
    }
}
