package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimRequest;

/// Tells from the bearer token who calls (section 13.1).
final class Access {

    private Access() {}

    static Actor actor(HubSpotSettings settings, SimRequest request) {
        var header = request.header("authorization").orElse("");
        if (header.equals("Bearer " + settings.token())) return Actor.app(settings.appId());
        if (header.equals("Bearer " + settings.uiToken())) return Actor.person();
        var message = header.isEmpty()
                ? "Authentication credentials not found. This API supports OAuth 2.0 authentication."
                : "Authentication credentials are invalid or the app is not installed.";
        throw Problem.of(401, "INVALID_AUTHENTICATION", message).refused();
    }
}
