package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Instant;
import java.util.List;

/// The addresses of OAuth and which version serves them (sections 1, 2, 13.1).
final class OAuthEndpoints {

    /// From this day on v1 is shut off (section 1).
    static final Instant V1_ENDS = Instant.parse("2027-02-16T00:00:00Z");

    private final Portal portal;
    private final Grants grants;

    OAuthEndpoints(Portal portal, Grants grants) {
        this.portal = portal;
        this.grants = grants;
    }

    List<Route> routes() {
        var authorize = new AuthorizeEndpoint(portal.settings(), grants);
        var tokens = new TokenEndpoint(portal, grants);
        var facts = new TokenFacts(portal, grants);
        return List.of(
                Route.of("GET /oauth/authorize", authorize::ask),
                Route.of("POST /oauth/authorize", authorize::allow),
                Route.of("POST /oauth/token", call -> unlessShutOff(call, tokens::token)),
                Route.of("POST /oauth/token/introspect", call -> notOnV1(call, facts::introspect)),
                Route.of("POST /oauth/token/revoke", call -> notOnV1(call, facts::revoke)),
                Route.of("GET /oauth/access-tokens/{token}", call -> onV1(call, facts::accessToken)),
                Route.of("GET /oauth/refresh-tokens/{token}", call -> onV1(call, facts::refreshToken)),
                Route.of("DELETE /oauth/refresh-tokens/{token}", call -> onV1(call, facts::deleteRefreshToken)),
                Route.of("DELETE /appinstalls/external-install", this::uninstall));
    }

    private SimResponse uninstall(Call call) {
        if (!call.actor().isOAuth())
            throw Problem.invalid("Only an OAuth app can be uninstalled by its token")
                    .refused();
        grants.uninstall();
        return call.noContent();
    }

    private SimResponse unlessShutOff(Call call, Route.Handler handler) {
        if (call.version() == Version.V1 && !portal.now().isBefore(V1_ENDS)) throw nothingThere(call);
        return handler.handle(call);
    }

    private SimResponse onV1(Call call, Route.Handler handler) {
        if (call.version() != Version.V1) throw nothingThere(call);
        return unlessShutOff(call, handler);
    }

    private static SimResponse notOnV1(Call call, Route.Handler handler) {
        if (call.version() == Version.V1) throw nothingThere(call);
        return handler.handle(call);
    }

    private static Refused nothingThere(Call call) {
        return Problem.notFound("No endpoint at " + call.request().method() + " "
                        + call.request().path())
                .refused();
    }
}
