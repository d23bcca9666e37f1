package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The identity server: client credentials against access tokens of thirty minutes (reference sections 4.1 and
/// 11).
final class Tokens {

    static final Duration LIFETIME = Duration.ofMinutes(30);

    /// Who called, until when and with which scopes.
    record Token(String text, String clientId, List<String> scopes, Instant expiresAt) {}

    /// What a bearer token turned out to be.
    sealed interface Check {
        record Valid(Token token) implements Check {}

        record Expired(Instant at) implements Check {}

        record Unknown() implements Check {}
    }

    private final XeroSettings settings;
    private final Draws draws;
    private final Map<String, Token> issued = new LinkedHashMap<>();

    Tokens(XeroSettings settings, Draws draws) {
        this.settings = settings;
        this.draws = draws;
    }

    SimResponse issue(SimRequest request, Instant now) {
        var clientId = client(request);
        if (clientId.isEmpty()) return failure("invalid_client");
        var form = new SimRequest("POST", "", request.text(), Map.of(), new byte[0]);
        var grant = form.query("grant_type").orElse("");
        if (grant.equals("refresh_token") || grant.equals("authorization_code")) return failure("invalid_grant");
        if (!grant.equals("client_credentials")) return failure("unsupported_grant_type");
        var granted = granted(clientId.get());
        var asked = form.query("scope").filter(text -> !text.isBlank());
        var scopes = asked.map(text -> List.of(text.strip().split("\\s+"))).orElse(granted);
        if (!granted.containsAll(scopes)) {
            return failure("invalid_scope", "Invalid scope for client");
        }
        return issued(clientId.get(), scopes, now);
    }

    Check check(SimRequest request, Instant now) {
        var bearer = request.header("authorization").filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7));
        var text = bearer.map(header -> header.substring(7).strip());
        if (text.equals(Optional.of(settings.financeToken()))) {
            return new Check.Valid(
                    new Token(settings.financeToken(), settings.financeClientId(), Scopes.ALL, Instant.MAX));
        }
        var token = text.map(issued::get);
        if (token.isEmpty()) return new Check.Unknown();
        var expiresAt = token.get().expiresAt();
        return now.isBefore(expiresAt) ? new Check.Valid(token.get()) : new Check.Expired(expiresAt);
    }

    /// As when a person disconnects the app: its tokens are no longer accepted.
    void revoke(String clientId) {
        issued.values().removeIf(token -> token.clientId().equals(clientId));
    }

    private SimResponse issued(String clientId, List<String> scopes, Instant now) {
        issued.values().removeIf(token -> token.expiresAt().plus(LIFETIME).isBefore(now));
        var scope = String.join(" ", scopes);
        var expiresAt = now.plus(LIFETIME);
        var claims = Json.object().put("client_id", clientId).put("exp", expiresAt.getEpochSecond());
        claims.put("jti", draws.guid().toString())
                .put("authentication_event_id", draws.guid().toString());
        claims.set("scope", Json.array(scopes.stream().map(TextNode::valueOf).toList()));
        var text = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(Json.write(claims)) + "."
                + encode(draws.guid().toString());
        issued.put(text, new Token(text, clientId, scopes, expiresAt));
        var reply = Json.object().put("access_token", text).put("expires_in", LIFETIME.toSeconds());
        return SimResponse.json(
                200, Json.write(reply.put("token_type", "Bearer").put("scope", scope)));
    }

    private List<String> granted(String clientId) {
        return clientId.equals(settings.clientId()) ? settings.scopes() : Scopes.ALL;
    }

    private Optional<String> client(SimRequest request) {
        var header = request.header("authorization").orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) return Optional.empty();
        var pairs = Map.of(
                basic(settings.clientId(), settings.clientSecret()), settings.clientId(),
                basic(settings.financeClientId(), settings.financeClientSecret()), settings.financeClientId());
        return Optional.ofNullable(pairs.get(header.substring(6).strip()));
    }

    private static String basic(String id, String secret) {
        return Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SimResponse failure(String error) {
        return SimResponse.json(400, Json.write(Json.object().put("error", error)));
    }

    private static SimResponse failure(String error, String description) {
        return SimResponse.json(
                400, Json.write(Json.object().put("error", error).put("error_description", description)));
    }

    /// The access tokens that were issued and not forgotten.
    record State(List<Token> issued) {

        State {
            issued = List.copyOf(issued);
        }
    }

    State snapshot() {
        return new State(List.copyOf(issued.values()));
    }

    void restore(State state) {
        issued.clear();
        state.issued().forEach(token -> issued.put(token.text(), token));
    }
}
