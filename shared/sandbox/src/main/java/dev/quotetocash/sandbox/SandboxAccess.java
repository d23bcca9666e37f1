package dev.quotetocash.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.xero.XeroSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How the stack of a sandbox is let into the simulators: by a static token and a custom connection, or, with
/// `byConsent`, by people on the simulators' consent pages. What the vendors know of the apps is then what a
/// person would have entered: the redirect addresses below `bridge`, and the scopes.
record SandboxAccess(boolean byConsent, Path root, String bridge) {

    private static final ObjectMapper JSON = new ObjectMapper();

    HubSpotSettings hubspot(HubSpotSettings settings) {
        if (!byConsent) return settings;
        // One app, as in HubSpot: the secret that signs the webhooks is the one for tokens.
        return settings.withOAuthApp(settings.oauthApp()
                .withClientSecret(settings.clientSecret())
                .withRedirectUris(bridge + "/connect/hubspot/callback")
                .withScopes(requiredScopes(), List.of()));
    }

    XeroSettings xero(XeroSettings settings) {
        if (!byConsent) return settings;
        return settings.withApp(settings.clientSecret(), settings.scopes(), List.of(bridge + "/connect/xero/callback"));
    }

    String secret(HubSpotSettings settings) {
        var secret = JSON.createObjectNode();
        if (byConsent) secret.put("clientId", settings.oauthApp().clientId());
        else secret.put("token", settings.token());
        return secret.put("clientSecret", settings.clientSecret()).toString();
    }

    String secret(XeroSettings settings) {
        return JSON.createObjectNode()
                .put("clientId", settings.clientId())
                .put("clientSecret", settings.clientSecret())
                .put("webhookKey", settings.webhookKey())
                .toString();
    }

    /// HubSpot's consent page is where people work in HubSpot.
    Map<String, String> parameters(String hubspot, String xero) {
        if (!byConsent) return Map.of();
        return Map.of(
                "HubSpotConnection", "oauth", "HubSpotApp", hubspot, "XeroConnection", "oauth", "XeroLogin", xero);
    }

    /// From the app's own file: what HubSpot is told that the app wants.
    private List<String> requiredScopes() {
        var file = root.resolve("hubspot-app/src/app/app-hsmeta.json");
        try {
            return JSON.readTree(file.toFile())
                    .at("/config/auth/requiredScopes")
                    .valueStream()
                    .map(scope -> scope.asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
