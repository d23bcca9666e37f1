package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Consent;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Reply;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// HubSpot's consent page, and the account that a consent reaches, which is always one:
/// docs/reference/hubspot-api.md, 13.1.
public final class HubSpotConsent implements Consent {

    private final OAuthEndpoint introspection;
    private final String app;
    private final Supplier<Optional<String>> clientId;

    /// `app` is where people work: `https://app.hubspot.com`; `api` is `https://api.hubapi.com`.
    public HubSpotConsent(
            Http http,
            URI app,
            URI api,
            String version,
            Supplier<Credentials> secret,
            Supplier<Optional<String>> clientId) {
        this.introspection = new OAuthEndpoint(http, api, version, "/introspect", secret);
        this.app = app.toString().replaceAll("/+$", "");
        this.clientId = clientId;
    }

    @Override
    public Optional<URI> address(URI redirect, String state) {
        return clientId.get()
                .map(id -> URI.create(app + "/oauth/authorize?client_id=" + HubSpotCalls.encoded(id)
                        + "&redirect_uri=" + HubSpotCalls.encoded(redirect.toString())
                        + "&scope=" + HubSpotCalls.encoded(String.join(" ", HubSpotScopes.all()))
                        + "&state=" + HubSpotCalls.encoded(state)));
    }

    @Override
    public Reply<List<Account>> accounts(String accessToken) {
        var form = new LinkedHashMap<String, String>();
        form.put("token", accessToken);
        form.put("token_type_hint", "access_token");
        return introspection.ask(form, HubSpotConsent::account);
    }

    /// Of a token that is not active nothing is told.
    private static List<Account> account(JsonNode body) {
        if (!body.path("active").asBoolean()) return List.of();
        var id = Json.text(body, "hub_id");
        return List.of(new Account(id, Json.optional(body, "hub_domain").orElse(id)));
    }
}
