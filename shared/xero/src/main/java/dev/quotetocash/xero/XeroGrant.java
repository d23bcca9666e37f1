package dev.quotetocash.xero;

import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.TokenGrant;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// Xero's token endpoint for an app that people consent to: docs/reference/xero-api.md, 11. The refresh token
/// changes with each refresh; the old one is taken for 30 more minutes.
public final class XeroGrant implements TokenGrant {

    private final TokenEndpoint endpoint;

    /// `identity` is the host: `https://identity.xero.com`.
    public XeroGrant(Http http, URI identity, Supplier<Credentials> secret) {
        this.endpoint = new TokenEndpoint(http, identity, secret);
    }

    @Override
    public Reply<Granted> ask(Map<String, String> form) {
        return endpoint.ask(
                form,
                body -> new Granted(
                        Json.text(body, "access_token"),
                        Duration.ofSeconds(Json.number(body, "expires_in").longValue()),
                        Json.text(body, "refresh_token")));
    }
}
