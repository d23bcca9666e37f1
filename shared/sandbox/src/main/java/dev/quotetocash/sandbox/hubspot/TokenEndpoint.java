package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.List;

/// The OAuth token address, as far as an account without OAuth apps answers it: forms only, and no client is
/// known (section 13.1).
final class TokenEndpoint {

    List<Route> routes() {
        return List.of(Route.of("POST /oauth/token", TokenEndpoint::token));
    }

    private static SimResponse token(Call call) {
        var type = call.request().header("content-type").orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded"))
            throw Problem.of(415, "VALIDATION_ERROR", "Unsupported Media Type").refused();
        return call.json(
                400,
                Json.object()
                        .put("error", "invalid_client")
                        .put("error_description", "missing or unknown client id")
                        .put("status", "BAD_CLIENT_ID")
                        .put("message", "missing or unknown client id"));
    }
}
