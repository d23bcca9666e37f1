package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.hubspot.Unconfirmed;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.VendorSimulator;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people do on the vendors' own pages: they let the bridge in, and take that back.
final class Consents {

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HubSpotSimulator hubspot;
    private final HubSpotSettings hubspotSettings;
    private final XeroSimulator xero;
    private final XeroSettings xeroSettings;
    private final Trace trace;
    private final Map<Vendor, Integer> withdrawals = new EnumMap<>(Vendor.class);

    Consents(
            HubSpotSimulator hubspot,
            HubSpotSettings hubspotSettings,
            XeroSimulator xero,
            XeroSettings xeroSettings,
            Trace trace) {
        this.hubspot = hubspot;
        this.hubspotSettings = hubspotSettings;
        this.xero = xero;
        this.xeroSettings = xeroSettings;
        this.trace = trace;
    }

    /// A person lets the bridge in; nothing while the vendor does not answer.
    Optional<TokenGrant.Granted> consent(Vendor vendor) {
        var granted = switch (vendor) {
            case HUBSPOT -> intoHubSpot();
            case XERO -> intoXero();
        };
        if (granted.isPresent()) trace.say("person", "connects " + vendor.label());
        return granted;
    }

    /// A person takes the consent back: all that came of it is dead.
    void revokeXero(String refreshToken) {
        form(xero, "/connect/revocation", basic(), Map.of("token", refreshToken));
        withdrawn(Vendor.XERO, "revokes the connection to Xero");
    }

    /// A person disconnects the organisation: tokens are still given, and reach nothing.
    void disconnectXero() {
        xero.disconnect();
        withdrawn(Vendor.XERO, "disconnects the app in Xero");
    }

    /// A person takes the app out of the account: all that was granted is dead.
    void uninstallFromHubSpot() {
        hubspot.uninstallOAuthApp();
        withdrawn(Vendor.HUBSPOT, "uninstalls the app in HubSpot");
    }

    /// How often people have ended what the bridge may do there.
    int withdrawals(Vendor vendor) {
        return withdrawals.getOrDefault(vendor, 0);
    }

    /// Whether a refresh ends the refresh token that was sent, now or soon.
    boolean changesRefreshTokens(Vendor vendor) {
        return switch (vendor) {
            case HUBSPOT -> hubspotSettings.is(Unconfirmed.REFRESH_TOKENS_ROTATE);
            case XERO -> true;
        };
    }

    private void withdrawn(Vendor vendor, String what) {
        withdrawals.merge(vendor, 1, Integer::sum);
        trace.say("person", what);
    }

    private Optional<TokenGrant.Granted> intoHubSpot() {
        var app = hubspotSettings.oauthApp();
        var asked = new LinkedHashMap<String, String>();
        asked.put("client_id", app.clientId());
        asked.put("redirect_uri", app.redirectUris().getFirst());
        asked.put("scope", String.join(" ", app.requiredScopes()));
        return code(form(hubspot, "/oauth/authorize", Map.of(), asked)).map(code -> {
            var exchange = exchange(code, app.redirectUris().getFirst());
            exchange.put("client_id", app.clientId());
            exchange.put("client_secret", app.clientSecret());
            return granted(form(hubspot, "/oauth/2026-09/token", Map.of(), exchange));
        });
    }

    private Optional<TokenGrant.Granted> intoXero() {
        var redirect = xeroSettings.redirectUris().getFirst();
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", xeroSettings.clientId());
        asked.put("redirect_uri", redirect);
        asked.put("scope", "offline_access " + String.join(" ", xeroSettings.scopes()));
        return code(form(xero, "/identity/connect/authorize", Map.of(), asked))
                .map(code -> granted(form(xero, "/connect/token", basic(), exchange(code, redirect))));
    }

    private static Optional<String> code(SimResponse sentBack) {
        var code = CODE.matcher(sentBack.headers().getOrDefault("Location", ""));
        return code.find() ? Optional.of(URLDecoder.decode(code.group(1), StandardCharsets.UTF_8)) : Optional.empty();
    }

    private static Map<String, String> exchange(String code, String redirect) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", redirect);
        return fields;
    }

    private static TokenGrant.Granted granted(SimResponse reply) {
        var tokens = Api.parse(reply.text());
        return new TokenGrant.Granted(
                tokens.path("access_token").asText(),
                Duration.ofSeconds(tokens.path("expires_in").asLong()),
                tokens.path("refresh_token").asText());
    }

    private static SimResponse form(
            VendorSimulator simulator, String path, Map<String, String> headers, Map<String, String> fields) {
        var all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return simulator.handle(new SimRequest("POST", path, "", all, Http.form(fields)));
    }

    private Map<String, String> basic() {
        var app = xeroSettings.clientId() + ":" + xeroSettings.clientSecret();
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(app.getBytes(StandardCharsets.UTF_8)));
    }
}
