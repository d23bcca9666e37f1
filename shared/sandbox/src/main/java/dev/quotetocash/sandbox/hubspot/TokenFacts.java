package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.hubspot.OAuthState.Access;
import dev.quotetocash.sandbox.hubspot.OAuthState.Refresh;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.List;

/// What a token is, and its end: introspection and revocation of sections 2 and 13.1, and the forms of v1 that
/// the Node client still calls.
final class TokenFacts {

    private final Portal portal;
    private final OAuthApp app;
    private final Grants grants;

    TokenFacts(Portal portal, Grants grants) {
        this.portal = portal;
        this.app = portal.settings().oauthApp();
        this.grants = grants;
    }

    /// A token that is unknown or expired is not active, and no more is told of it.
    SimResponse introspect(Call call) {
        var form = OAuthForm.of(call);
        var clientError = form.clientError(app);
        if (clientError.isPresent()) return clientError.get().reply(call);
        var text = form.field("token");
        var active = Json.object().put("active", true);
        var access = grants.accessToken(text).filter(token -> !token.isExpired(portal.now()));
        if (access.isPresent()) return call.json(200, addAccess(active, access.get()));
        var refresh = grants.refreshToken(text);
        if (refresh.isPresent()) return call.json(200, addRefresh(active, refresh.get()));
        return call.json(200, Json.object().put("active", false));
    }

    /// As RFC 7009 wants it, an unknown token is revoked too.
    SimResponse revoke(Call call) {
        var form = OAuthForm.of(call);
        var clientError = form.clientError(app);
        if (clientError.isPresent()) return clientError.get().reply(call);
        grants.revoke(form.field("token"));
        return SimResponse.empty(200);
    }

    /// `GET /oauth/v1/access-tokens/{token}`
    SimResponse accessToken(Call call) {
        var text = call.param("token");
        var token = grants.accessToken(text)
                .filter(found -> !found.isExpired(portal.now()))
                .orElseThrow(() ->
                        Problem.notFound("access token is unknown or expired").refused());
        var body = about(Json.object().put("token", text), token.scopes()).put("token_type", "access");
        body.put("app_id", app.appId()).put("expires_in", Grants.secondsLeft(token, portal.now()));
        return call.json(200, body);
    }

    /// `GET /oauth/v1/refresh-tokens/{token}`
    SimResponse refreshToken(Call call) {
        var body = about(
                Json.object().put("token", call.param("token")), known(call).scopes());
        return call.json(200, body.put("token_type", "refresh").put("client_id", app.clientId()));
    }

    /// `DELETE /oauth/v1/refresh-tokens/{token}`: access tokens that came of it live on.
    SimResponse deleteRefreshToken(Call call) {
        var token = call.param("token");
        if (grants.refreshToken(token).isEmpty()) throw unknown();
        grants.revoke(token);
        return call.noContent();
    }

    private Refresh known(Call call) {
        return grants.refreshToken(call.param("token")).orElseThrow(TokenFacts::unknown);
    }

    private static Refused unknown() {
        return Problem.notFound("refresh token is unknown").refused();
    }

    private ObjectNode addAccess(ObjectNode body, Access token) {
        body.put("token_use", token.userLevel() ? "access_token" : "client_credentials");
        body.put("expires_in", Grants.secondsLeft(token, portal.now()));
        if (token.userLevel()) about(body, token.scopes());
        else body.set("scopes", Json.strings(token.scopes()));
        return identified(body);
    }

    private ObjectNode addRefresh(ObjectNode body, Refresh token) {
        return identified(about(body.put("token_use", "refresh_token"), token.scopes()));
    }

    private ObjectNode identified(ObjectNode body) {
        return body.put("token_type", "Bearer").put("app_id", app.appId()).put("client_id", app.clientId());
    }

    private ObjectNode about(ObjectNode body, List<String> scopes) {
        var settings = portal.settings();
        body.put("hub_id", settings.portalId()).put("user_id", Owners.USER_ID);
        body.put("user", Owners.EMAIL).put("hub_domain", Owners.HUB_DOMAIN);
        body.set("scopes", Json.strings(scopes));
        return body;
    }
}
