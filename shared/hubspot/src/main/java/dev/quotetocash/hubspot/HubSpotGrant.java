package dev.quotetocash.hubspot;

import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.TokenGrant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// HubSpot's token endpoint for an app that people consent to: docs/reference/hubspot-api.md, 13.1. Whether
/// refresh tokens change is not documented, so whatever comes back is kept.
public final class HubSpotGrant implements TokenGrant {

    private final OAuthEndpoint endpoint;
    private final InstantSource clock;

    /// `api` is HubSpot's host: `https://api.hubapi.com`.
    public HubSpotGrant(Http http, URI api, String version, Supplier<Credentials> secret, InstantSource clock) {
        this.endpoint = new OAuthEndpoint(http, api, version, "", secret);
        this.clock = clock;
    }

    @Override
    public Reply<Granted> exchange(String code, URI redirect) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect.toString());
        return granted(form);
    }

    @Override
    public Reply<Granted> refresh(String refreshToken) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return granted(form);
    }

    private Reply<Granted> granted(Map<String, String> form) {
        return switch (endpoint.ask(
                form,
                body -> new Granted(
                        Json.text(body, "access_token"),
                        Duration.ofSeconds(body.path("expires_in").asLong()),
                        Json.text(body, "refresh_token")))) {
            case Reply.Ok<Granted>(var granted, Instant _) -> new Reply.Ok<>(granted, clock.instant());
            case Reply.Failed<Granted> failed -> failed;
        };
    }
}
