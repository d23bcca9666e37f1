package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The token endpoint: codes, refresh tokens and client credentials against access tokens of thirty minutes,
/// and their revocation (reference sections 4.1 and 11).
final class Tokens {

    static final Duration LIFETIME = Duration.ofMinutes(30);
    static final Duration REFRESH_LIFETIME = Duration.ofDays(60);
    static final Duration GRACE = Duration.ofMinutes(30);
    static final Duration ID_LIFETIME = Duration.ofMinutes(5);
    static final String ISSUER = "https://identity.xero.com";

    /// Who called, until when and with which scopes; without a user it is the app itself.
    record Token(
            String text,
            String clientId,
            Optional<UUID> userId,
            List<String> scopes,
            UUID authEventId,
            Instant expiresAt) {}

    /// What a bearer token turned out to be.
    sealed interface Check {
        record Valid(Token token) implements Check {}

        record Expired(Instant at) implements Check {}

        record Unknown() implements Check {}
    }

    private final XeroSettings settings;
    private final Draws draws;
    private final Grants grants;
    private final SigningKey key;

    Tokens(XeroSettings settings, Draws draws, Grants grants) {
        this.settings = settings;
        this.draws = draws;
        this.grants = grants;
        this.key = SigningKey.of(settings.keyBits());
    }

    SimResponse issue(SimRequest request, Instant now) {
        var form = Form.body(request);
        var clientId = client(request, form);
        if (clientId.isEmpty()) return failure("invalid_client");
        return switch (form.text("grant_type")) {
            case "client_credentials" -> credentials(form, clientId.get(), now);
            case "authorization_code" -> redeem(form, clientId.get(), now);
            case "refresh_token" -> refresh(form, clientId.get(), now);
            default -> failure("unsupported_grant_type");
        };
    }

    /// Answers 200 whether the token was known or not; all that the user gave to the app ends with it.
    SimResponse revoke(SimRequest request) {
        var form = Form.body(request);
        var clientId = client(request, form);
        if (clientId.isEmpty()) return failure("invalid_client");
        Optional.ofNullable(grants.refresh().get(form.text("token")))
                .filter(token -> token.clientId().equals(clientId.get()))
                .ifPresent(token -> grants.forget(token.clientId(), Optional.of(token.userId())));
        return SimResponse.empty(200);
    }

    Check check(SimRequest request, Instant now) {
        var bearer = request.header("authorization").filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7));
        var text = bearer.map(header -> header.substring(7).strip());
        if (text.equals(Optional.of(settings.financeToken()))) {
            return new Check.Valid(new Token(
                    settings.financeToken(),
                    settings.financeClientId(),
                    Optional.empty(),
                    Scopes.ALL,
                    new UUID(0, 0),
                    Instant.MAX));
        }
        var token = text.map(grants.access()::get);
        if (token.isEmpty()) return text.map(sent -> forgotten(sent, now)).orElseGet(Check.Unknown::new);
        var expiresAt = token.get().expiresAt();
        return now.isBefore(expiresAt) ? new Check.Valid(token.get()) : new Check.Expired(expiresAt);
    }

    /// A token tells by itself when it ran out, long after it was dropped here.
    private Check forgotten(String text, Instant now) {
        return key.read(text)
                .filter(claims -> claims.path("aud").asText().equals(ISSUER + "/resources"))
                .map(claims -> Instant.ofEpochSecond(claims.path("exp").asLong()))
                .filter(at -> !now.isBefore(at))
                .<Check>map(Check.Expired::new)
                .orElseGet(Check.Unknown::new);
    }

    private SimResponse credentials(Form form, String clientId, Instant now) {
        if (isApp(clientId) && settings.clientSecret().isEmpty()) return failure("unauthorized_client");
        var granted = isApp(clientId) ? settings.scopes() : Scopes.ALL;
        var asked = form.words("scope");
        if (!asked.stream().allMatch(scope -> granted.contains(scope) || Scopes.ofTheApp(scope))) {
            return failure("invalid_scope", "Invalid scope for client");
        }
        var scopes = asked.isEmpty() ? granted : asked;
        return success(access(clientId, Optional.empty(), scopes, draws.guid(), now));
    }

    private SimResponse redeem(Form form, String clientId, Instant now) {
        var code = Optional.ofNullable(grants.codes().remove(form.text("code")));
        var good = code.filter(known -> known.clientId().equals(clientId))
                .filter(known -> now.isBefore(known.expiresAt()))
                .filter(known -> known.redirectUri().equals(form.text("redirect_uri")))
                .filter(known -> proven(known.challenge(), form.text("code_verifier")));
        if (good.isEmpty()) return failure("invalid_grant");
        var consent = good.get();
        return granted(
                clientId, consent.userId(), consent.scopes(), consent.authEventId(), Optional.of(consent.nonce()), now);
    }

    private SimResponse refresh(Form form, String clientId, Instant now) {
        var text = form.text("refresh_token");
        var known = Optional.ofNullable(grants.refresh().get(text))
                .filter(token -> token.clientId().equals(clientId))
                .filter(token -> token.worksAt(now));
        if (known.isEmpty()) return failure("invalid_grant");
        var token = known.get();
        grants.refresh().put(text, token.exchanged(now.plus(GRACE)));
        return granted(clientId, token.userId(), token.scopes(), token.authEventId(), Optional.empty(), now);
    }

    /// With a refresh token for `offline_access` and an id token for `openid`.
    private SimResponse granted(
            String clientId, UUID userId, List<String> scopes, UUID authEventId, Optional<String> nonce, Instant now) {
        grants.refresh().values().removeIf(token -> !token.worksAt(now));
        var reply = access(clientId, Optional.of(userId), scopes, authEventId, now);
        if (scopes.contains("openid")) reply.put("id_token", key.sign(identity(clientId, userId, nonce, now)));
        if (scopes.contains("offline_access")) {
            var text = draws.guid().toString().replace("-", "") + draws.entropy();
            var expiresAt = now.plus(REFRESH_LIFETIME);
            grants.refresh()
                    .put(text, new Grants.Refresh(clientId, userId, scopes, authEventId, expiresAt, Optional.empty()));
            reply.put("refresh_token", text);
        }
        return success(reply);
    }

    private ObjectNode access(
            String clientId, Optional<UUID> userId, List<String> scopes, UUID authEventId, Instant now) {
        grants.access()
                .values()
                .removeIf(token -> token.expiresAt().plus(LIFETIME).isBefore(now));
        var expiresAt = now.plus(LIFETIME);
        var claims = claims(now, expiresAt).put("aud", ISSUER + "/resources").put("client_id", clientId);
        userId.ifPresent(
                user -> claims.put("sub", user.toString().replace("-", "")).put("xero_userid", user.toString()));
        claims.put("jti", draws.guid().toString()).put("authentication_event_id", authEventId.toString());
        claims.set("scope", Json.array(scopes.stream().map(TextNode::valueOf).toList()));
        var text = key.sign(claims);
        grants.access().put(text, new Token(text, clientId, userId, scopes, authEventId, expiresAt));
        return Json.object()
                .put("access_token", text)
                .put("expires_in", LIFETIME.toSeconds())
                .put("token_type", "Bearer")
                .put("scope", String.join(" ", scopes));
    }

    private static ObjectNode identity(String clientId, UUID userId, Optional<String> nonce, Instant now) {
        var claims = claims(now, now.plus(ID_LIFETIME)).put("aud", clientId);
        claims.put("iat", now.getEpochSecond()).put("sub", userId.toString().replace("-", ""));
        claims.put("xero_userid", userId.toString()).put("preferred_username", Person.EMAIL);
        claims.put("email", Person.EMAIL).put("given_name", Person.FIRST_NAME).put("family_name", Person.LAST_NAME);
        nonce.filter(text -> !text.isEmpty()).ifPresent(text -> claims.put("nonce", text));
        return claims;
    }

    private static ObjectNode claims(Instant now, Instant expiresAt) {
        return Json.object().put("iss", ISSUER).put("nbf", now.getEpochSecond()).put("exp", expiresAt.getEpochSecond());
    }

    /// An app without a secret proves itself by its code verifier alone.
    private Optional<String> client(SimRequest request, Form form) {
        var sent = form.client(request);
        var app = sent.getKey().equals(settings.clientId()) && sent.getValue().equals(settings.clientSecret());
        var finance = sent.getKey().equals(settings.financeClientId())
                && sent.getValue().equals(settings.financeClientSecret());
        return app || finance ? Optional.of(sent.getKey()) : Optional.empty();
    }

    private boolean isApp(String clientId) {
        return clientId.equals(settings.clientId());
    }

    /// S256: the challenge is the verifier's hash.
    private static boolean proven(String challenge, String verifier) {
        if (challenge.isEmpty()) return verifier.isEmpty();
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(challenge);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static SimResponse success(ObjectNode reply) {
        return SimResponse.json(200, Json.write(reply));
    }

    private static SimResponse failure(String error) {
        return SimResponse.json(400, Json.write(Json.object().put("error", error)));
    }

    private static SimResponse failure(String error, String description) {
        return SimResponse.json(
                400, Json.write(Json.object().put("error", error).put("error_description", description)));
    }
}
