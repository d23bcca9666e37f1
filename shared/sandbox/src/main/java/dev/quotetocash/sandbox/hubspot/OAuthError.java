package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;

/// What the token endpoints refuse: members of RFC 6749 and the legacy ones beside them (section 13.1). The
/// constant is the legacy `status`.
enum OAuthError {
    BAD_CLIENT_ID("invalid_client", "missing or unknown client id"),
    BAD_CLIENT_SECRET("invalid_client", "missing or invalid client secret"),
    BAD_GRANT_TYPE("unsupported_grant_type", "missing or unknown grant type"),
    BAD_AUTH_CODE("invalid_grant", "missing or unknown auth code"),
    BAD_REDIRECT_URI("invalid_grant", "missing or invalid redirect uri"),
    BAD_CODE_VERIFIER("invalid_grant", "missing or invalid code verifier"),
    BAD_REFRESH_TOKEN("invalid_grant", "refresh token is invalid, expired or revoked"),
    BAD_SCOPE("invalid_scope", "a scope is unknown to the app or missing");

    private final String error;
    private final String description;

    OAuthError(String error, String description) {
        this.error = error;
        this.description = description;
    }

    SimResponse reply(Call call) {
        return call.json(
                400,
                Json.object()
                        .put("error", error)
                        .put("error_description", description)
                        .put("status", name())
                        .put("message", description));
    }
}
