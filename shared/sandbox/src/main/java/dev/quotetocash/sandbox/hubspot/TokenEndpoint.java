package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.hubspot.OAuthState.Challenge;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// `POST /oauth/{version}/token`: codes and refresh tokens against access tokens of 1800 seconds (section 13.1).
final class TokenEndpoint {

    private final Portal portal;
    private final OAuthApp app;
    private final Grants grants;

    TokenEndpoint(Portal portal, Grants grants) {
        this.portal = portal;
        this.app = portal.settings().oauthApp();
        this.grants = grants;
    }

    SimResponse token(Call call) {
        var form = OAuthForm.of(call);
        var clientError = form.clientError(app);
        if (clientError.isPresent()) return clientError.get().reply(call);
        return switch (form.field("grant_type")) {
            case "authorization_code" -> redeem(call, form);
            case "refresh_token" -> refresh(call, form);
            case "client_credentials" -> asApp(call, form);
            default -> OAuthError.BAD_GRANT_TYPE.reply(call);
        };
    }

    private SimResponse redeem(Call call, OAuthForm form) {
        var text = form.field("code");
        var code = grants.code(text);
        if (code.isEmpty()) return OAuthError.BAD_AUTH_CODE.reply(call);
        if (!form.field("redirect_uri").equals(code.get().redirectUri()))
            return OAuthError.BAD_REDIRECT_URI.reply(call);
        if (!meets(code.get().challenge(), form.field("code_verifier")))
            return OAuthError.BAD_CODE_VERIFIER.reply(call);
        grants.useUp(text);
        var scopes = code.get().scopes();
        return granted(call, scopes, grants.newRefreshToken(scopes));
    }

    /// Repeats the refresh token, or replaces it where tokens are said to rotate.
    private SimResponse refresh(Call call, OAuthForm form) {
        var old = form.field("refresh_token");
        var known = grants.refreshToken(old);
        if (known.isEmpty()) return OAuthError.BAD_REFRESH_TOKEN.reply(call);
        var scopes = known.get().scopes();
        if (!portal.is(Unconfirmed.REFRESH_TOKENS_ROTATE)) return granted(call, scopes, old);
        grants.revoke(old);
        return granted(call, scopes, grants.newRefreshToken(scopes));
    }

    private SimResponse granted(Call call, List<String> scopes, String refreshToken) {
        var body = issued(grants.newAccessToken(scopes, true)).put("refresh_token", refreshToken);
        if (call.version() == Version.V1) return call.json(200, body);
        body.put("token_use", "access_token").put("hub_id", portal.settings().portalId());
        body.put("user_id", Owners.USER_ID).set("scopes", Json.strings(scopes));
        return call.json(200, body);
    }

    /// A token of the app itself, for the scopes that it asks for.
    private SimResponse asApp(Call call, OAuthForm form) {
        var scopes = form.scopes("scope");
        if (scopes.isEmpty() || !allowed().containsAll(scopes)) return OAuthError.BAD_SCOPE.reply(call);
        var body = issued(grants.newAccessToken(scopes, false)).put("token_use", "client_credentials");
        body.set("scopes", Json.strings(scopes));
        return call.json(200, body);
    }

    private List<String> allowed() {
        var allowed = new ArrayList<>(app.requiredScopes());
        allowed.addAll(app.optionalScopes());
        return allowed;
    }

    private static ObjectNode issued(String token) {
        return Json.object()
                .put("token_type", "bearer")
                .put("access_token", token)
                .put("expires_in", Grants.ACCESS_LIFETIME.toSeconds());
    }

    private static boolean meets(Optional<Challenge> challenge, String verifier) {
        return challenge
                .map(asked -> asked.text().equals(asked.method().equals("S256") ? s256(verifier) : verifier))
                .orElse(true);
    }

    private static String s256(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
