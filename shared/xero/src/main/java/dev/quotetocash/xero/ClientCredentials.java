package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.Http.HttpReply.Broken;
import dev.quotetocash.engine.Http.HttpReply.NotSent;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/// Tokens of a Xero custom connection: the client-credentials grant, without a refresh token
/// (docs/reference/xero-api.md, 11.5). A token is kept in memory until shortly before it expires.
///
/// Safe for several threads, without a lock around the request: two that find no token both ask for one, and
/// either token is good.
public final class ClientCredentials implements Tokens {

    static final String SCOPES =
            "accounting.invoices accounting.contacts accounting.settings.read accounting.payments.read";

    /// A token this close to its end is renewed, so that none expires on its way.
    private static final Duration EARLY = Duration.ofMinutes(5);

    /// Xero issues tokens for 30 minutes; an answer that claims more than a day is not believed.
    private static final Duration LIFETIME_MAX = Duration.ofDays(1);

    private final Http http;
    private final URI tokenEndpoint;
    private final Supplier<Credentials> secret;
    private final InstantSource clock;
    private volatile Optional<Issued> issued = Optional.empty();

    /// `identity` is the host: `https://identity.xero.com`. The supplier is asked for each new token. The
    /// clock only measures the token's age.
    public ClientCredentials(Http http, URI identity, Supplier<Credentials> secret, InstantSource clock) {
        this.http = http;
        this.tokenEndpoint = URI.create(identity.toString().replaceAll("/+$", "") + "/connect/token");
        this.secret = secret;
        this.clock = clock;
    }

    /// No failure of this request can have executed anything.
    @Override
    public Reply<String> current() {
        var now = clock.instant();
        var kept = issued.filter(token -> now.isBefore(token.renewAt()));
        if (kept.isPresent())
            return new Reply.Ok<>(kept.get().token(), kept.get().issuedAt());
        return switch (http.send(request())) {
            case Answered reply when reply.status() == 200 -> keep(reply, now);
            case Answered reply -> new Reply.Failed<>(failure(reply));
            case NotSent _, Broken _ -> unavailable();
        };
    }

    @Override
    public void refused() {
        issued = Optional.empty();
    }

    private Reply<String> keep(Answered reply, Instant now) {
        try {
            var token = Issued.parse(Json.parse(reply.body()), now);
            issued = Optional.of(token);
            return new Reply.Ok<>(token.token(), now);
        } catch (UnreadableReply unreadable) {
            return unavailable();
        }
    }

    /// Identity answers 400 to an unknown client, a wrong secret or a scope outside the app's set: each of
    /// them needs a person.
    private static RemoteFailure failure(Answered reply) {
        return switch (reply.status()) {
            case 400, 401, 403 -> new RemoteFailure.Unauthorized();
            case 429 -> new RemoteFailure.RateLimited(XeroFailure.retryAfter(reply));
            default -> new RemoteFailure.Unavailable(false);
        };
    }

    private static Reply<String> unavailable() {
        return new Reply.Failed<>(new RemoteFailure.Unavailable(false));
    }

    private Http.Request request() {
        var credentials = secret.get();
        var basic = credentials.clientId() + ":" + credentials.clientSecret();
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        var form = "grant_type=client_credentials&scope=" + URLEncoder.encode(SCOPES, StandardCharsets.UTF_8);
        return new Http.Request("POST", tokenEndpoint, headers, form.getBytes(StandardCharsets.UTF_8));
    }

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
