package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.encoded;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// A person and an app that go through consent, for a test.
final class Consenting {

    static final String REDIRECT = "https://bridge.example/oauth/xero/callback";
    static final String SCOPES = "openid offline_access accounting.contacts accounting.invoices";

    private final Office office;

    Consenting(Office office) {
        this.office = office;
    }

    String question(String scopes, String redirect) {
        return "response_type=code&client_id=" + office.settings.clientId() + "&redirect_uri=" + encoded(redirect)
                + "&scope=" + encoded(scopes) + "&state=" + encoded("a b&c");
    }

    SimResponse ask(String query) {
        return send("GET", "/identity/connect/authorize", query, "", Map.of());
    }

    SimResponse allow(String form) {
        return send("POST", "/identity/connect/authorize", "", form, Map.of());
    }

    /// The code of a consent to the usual scopes.
    String code() {
        return codeOf(allow(question(SCOPES, REDIRECT)));
    }

    static String codeOf(SimResponse redirect) {
        var location = redirect.headers().getOrDefault("Location", "");
        return new SimRequest("GET", "", location.substring(location.indexOf('?') + 1), Map.of(), new byte[0])
                .query("code")
                .orElseThrow();
    }

    SimResponse redeem(String code, String redirect) {
        return token("grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(redirect));
    }

    SimResponse refresh(String refreshToken) {
        return token("grant_type=refresh_token&refresh_token=" + refreshToken);
    }

    SimResponse token(String form) {
        return XeroCaller.requestToken(office.xero, office.settings.clientId(), office.settings.clientSecret(), form);
    }

    /// Consented and redeemed.
    JsonNode tokens() {
        return json(redeem(code(), REDIRECT));
    }

    XeroCaller caller(JsonNode tokens) {
        return XeroCaller.bearing(
                office.xero, office.settings, tokens.path("access_token").asText());
    }

    SimResponse connections(String method, String id, JsonNode tokens) {
        var bearer =
                Map.of("Authorization", "Bearer " + tokens.path("access_token").asText());
        return send(method, "/connections" + (id.isEmpty() ? "" : "/" + id), "", "", bearer);
    }

    SimResponse send(String method, String path, String query, String body, Map<String, String> headers) {
        return office.xero.handle(new SimRequest(method, path, query, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    static JsonNode claims(String jwt) {
        var middle = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        return Json.parse(new String(middle, StandardCharsets.UTF_8)).orElseThrow();
    }
}
