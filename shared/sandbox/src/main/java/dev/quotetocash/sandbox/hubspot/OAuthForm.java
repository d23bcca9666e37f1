package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form that a token endpoint is sent. Anything else is refused with 415 (section 13.1).
record OAuthForm(SimRequest fields) {

    private static final String TYPE = "application/x-www-form-urlencoded";

    static OAuthForm of(Call call) {
        var type = call.request().header("content-type").orElse("");
        if (!type.startsWith(TYPE))
            throw Problem.of(415, "VALIDATION_ERROR", "Unsupported Media Type").refused();
        var fields = new SimRequest("POST", "", call.request().text(), Map.of(), new byte[0]);
        if (!fields.decodes()) throw Problem.invalid("Malformed form").refused();
        return new OAuthForm(fields);
    }

    /// Empty when it is missing.
    String field(String name) {
        return fields.query(name).orElse("");
    }

    List<String> scopes(String name) {
        return words(field(name));
    }

    /// What is wrong with the client, which is looked at before the grant.
    Optional<OAuthError> clientError(OAuthApp app) {
        if (!field("client_id").equals(app.clientId())) return Optional.of(OAuthError.BAD_CLIENT_ID);
        if (!field("client_secret").equals(app.clientSecret())) return Optional.of(OAuthError.BAD_CLIENT_SECRET);
        return Optional.empty();
    }

    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
