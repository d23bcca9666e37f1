package dev.quotetocash.hubspot;

import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.TokenGrant;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// HubSpot's token endpoint for an app that people consent to: docs/reference/hubspot-api.md, 13.1. Whether
/// refresh tokens change is not documented, so whatever comes back is kept.
public final class HubSpotGrant implements TokenGrant {

    private final OAuthEndpoint endpoint;

    /// `api` is HubSpot's host: `https://api.hubapi.com`.
    public HubSpotGrant(Http http, URI api, String version, Supplier<Credentials> secret) {
        this.endpoint = new OAuthEndpoint(http, api, version, "", secret);
    }

    @Override
    public Reply<Granted> ask(Map<String, String> form) {
        return endpoint.ask(
                form,
                body -> new Granted(
                        Json.text(body, "access_token"),
                        Duration.ofSeconds(body.path("expires_in").asLong()),
                        Json.text(body, "refresh_token")));
    }
}
