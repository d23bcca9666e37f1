package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/// Tokens of a Xero custom connection: the client-credentials grant, without a refresh token
/// (docs/reference/xero-api.md, 11.5). A token is kept in memory until shortly before it expires.
///
/// Safe for several threads, without a lock around the request: two that find no token both ask for one, and
/// either token is good.
public final class ClientCredentials implements Tokens {

    /// A token this close to its end is renewed, so that none expires on its way.
    private static final Duration EARLY = Duration.ofMinutes(5);

    /// Xero issues tokens for 30 minutes; an answer that claims more than a day is not believed.
    private static final Duration LIFETIME_MAX = Duration.ofDays(1);

    private final TokenEndpoint endpoint;
    private final InstantSource clock;
    private volatile Optional<Issued> issued = Optional.empty();

    /// `identity` is the host: `https://identity.xero.com`. The supplier is asked for each new token. The
    /// clock only measures the token's age.
    public ClientCredentials(Http http, URI identity, Supplier<Credentials> secret, InstantSource clock) {
        this.endpoint = new TokenEndpoint(http, identity, secret);
        this.clock = clock;
    }

    /// No failure of this request can have executed anything.
    @Override
    public Reply<String> current() {
        var now = clock.instant();
        var kept = issued.filter(token -> now.isBefore(token.renewAt()));
        if (kept.isPresent())
            return new Reply.Ok<>(kept.get().token(), kept.get().issuedAt());
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.put("scope", String.join(" ", XeroScopes.ofCustomConnection()));
        return switch (endpoint.ask(form, body -> Issued.parse(body, now))) {
            case Reply.Ok<Issued>(Issued token, Instant _) -> {
                issued = Optional.of(token);
                yield new Reply.Ok<>(token.token(), now);
            }
            case Reply.Failed<Issued>(RemoteFailure.Unavailable _) ->
                new Reply.Failed<>(new RemoteFailure.Unavailable(false));
            case Reply.Failed<Issued>(var failure) -> new Reply.Failed<>(failure);
        };
    }

    @Override
    public void refused() {
        issued = Optional.empty();
    }

    @Override
    public void accepted() {}

    private record Issued(String token, Instant issuedAt, Instant renewAt) {

        static Issued parse(JsonNode body, Instant now) {
            var lifetime = Math.min(Json.number(body, "expires_in").longValue(), LIFETIME_MAX.toSeconds());
            return new Issued(
                    Json.text(body, "access_token"),
                    now,
                    now.plusSeconds(lifetime).minus(EARLY));
        }

        @Override
        public String toString() {
            return "Issued[until " + renewAt + "]";
        }
    }
}
