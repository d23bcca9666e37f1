package dev.quotetocash.xero;

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

/// Xero's token endpoint for an app that people consent to: docs/reference/xero-api.md, 11. The refresh token
/// changes with each refresh; the old one is taken for 30 more minutes.
public final class XeroGrant implements TokenGrant {

    private final TokenEndpoint endpoint;
    private final InstantSource clock;

    /// `identity` is the host: `https://identity.xero.com`.
    public XeroGrant(Http http, URI identity, Supplier<Credentials> secret, InstantSource clock) {
        this.endpoint = new TokenEndpoint(http, identity, secret);
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
                        Duration.ofSeconds(Json.number(body, "expires_in").longValue()),
                        Json.text(body, "refresh_token")))) {
            case Reply.Ok<Granted>(var granted, Instant _) -> new Reply.Ok<>(granted, clock.instant());
            case Reply.Failed<Granted> failed -> failed;
        };
    }
}
