package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Tells from the bearer token who calls (section 13.1).
final class Access {

    private Access() {}

    static Actor actor(HubSpotSettings settings, Grants grants, SimRequest request, Instant now) {
        var header = request.header("authorization").orElse("");
        var bearer = header.startsWith("Bearer ") ? header.substring(7) : "";
        if (bearer.isEmpty())
            throw unauthenticated("Authentication credentials not found. This API supports OAuth 2.0 authentication.");
        if (bearer.equals(settings.token())) return Actor.app(settings.appId(), settings.scopes());
        if (bearer.equals(settings.uiToken())) return Actor.person();
        var token = grants.accessToken(bearer)
                .filter(OAuthState.Access::userLevel)
                .orElseThrow(
                        () -> unauthenticated("Authentication credentials are invalid or the app is not installed."));
        if (token.isExpired(now)) throw expired(token, now);
        return Actor.oauth(settings.oauthApp().appId(), token.scopes());
    }

    private static Refused unauthenticated(String message) {
        return Problem.of(401, "INVALID_AUTHENTICATION", message).refused();
    }

    private static Refused expired(OAuthState.Access token, Instant now) {
        var seconds = Duration.between(token.expiresAt(), now).toSeconds();
        return Problem.of(
                        401,
                        "EXPIRED_AUTHENTICATION",
                        "The OAuth token used to make this call expired " + seconds + " second(s) ago.")
                .withContext(Map.of("expire time", List.of(Times.format(token.expiresAt()))))
                .refused();
    }
}
