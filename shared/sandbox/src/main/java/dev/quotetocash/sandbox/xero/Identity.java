package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// The identity server (reference section 11): consent, tokens, revocation and discovery. Not rate limited.
final class Identity {

    private final XeroSettings settings;
    private final Tokens tokens;
    private final Consent consent;

    Identity(XeroSettings settings, Draws draws, Grants grants, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
        this.consent = new Consent(settings, draws, grants);
    }

    /// Empty when the request is not for the identity server.
    Optional<SimResponse> answer(SimRequest request, Instant now) {
        return switch (request.method() + " " + request.path()) {
            case "POST /connect/token" -> Optional.of(formed(request, () -> tokens.issue(request, now)));
            case "POST /connect/revocation" -> Optional.of(formed(request, () -> tokens.revoke(request)));
            case "GET /identity/connect/authorize", "POST /identity/connect/authorize" ->
                Optional.of(formed(request, () -> consent.answer(request, now)));
            case "GET /.well-known/openid-configuration" -> Optional.of(Discovery.configuration(request, settings));
            case "GET /.well-known/openid-configuration/jwks" -> Optional.of(Discovery.keys(settings));
            default -> Optional.empty();
        };
    }

    private static SimResponse formed(SimRequest request, Supplier<SimResponse> answer) {
        return Form.bodyAndQuery(request).fields().decodes()
                ? answer.get()
                : SimResponse.json(400, Json.write(Json.object().put("error", "invalid_request")));
    }
}
