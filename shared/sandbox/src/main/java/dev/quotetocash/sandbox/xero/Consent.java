package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The page on which a person lets the app in (reference section 11). A GET shows it; the same parameters by
/// POST, as its button sends them, consent at once. What the app asks wrongly ends here, not at the app.
final class Consent {

    static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private final XeroSettings settings;
    private final Draws draws;
    private final Grants grants;

    Consent(XeroSettings settings, Draws draws, Grants grants) {
        this.settings = settings;
        this.draws = draws;
        this.grants = grants;
    }

    SimResponse answer(SimRequest request, Instant now) {
        var form = Form.bodyAndQuery(request);
        var wrong = problem(form);
        if (wrong.isPresent()) return ConsentPage.problem(wrong.get());
        if (!request.method().equals("POST")) return ConsentPage.question(settings, form);
        if (form.text("decision").equals("deny")) return back(form, Map.of("error", "access_denied"));
        return allowed(form, now);
    }

    private SimResponse allowed(Form form, Instant now) {
        var event = draws.guid();
        var code = draws.guid().toString().replace("-", "") + draws.entropy();
        grants.codes().values().removeIf(known -> !now.isBefore(known.expiresAt()));
        grants.codes()
                .put(
                        code,
                        new Grants.Code(
                                settings.clientId(),
                                Person.USER_ID,
                                form.words("scope"),
                                form.text("redirect_uri"),
                                form.text("code_challenge"),
                                form.text("nonce"),
                                event,
                                now.plus(CODE_LIFETIME)));
        connect(event, now);
        return back(form, Map.of("code", code));
    }

    /// A second consent renews the connection that there is.
    private void connect(UUID event, Instant now) {
        var user = Optional.of(Person.USER_ID);
        var connection = grants.of(settings.clientId(), user)
                .findFirst()
                .map(known -> known.renewed(event, now))
                .orElseGet(() -> new Grants.Connection(draws.guid(), event, settings.clientId(), user, now, now));
        grants.connections().put(connection.id(), connection);
    }

    private Optional<ConsentPage.Problem> problem(Form form) {
        if (!form.text("client_id").equals(settings.clientId())) {
            return wrong("unauthorized_client", "Unknown client or client not enabled");
        }
        if (!settings.redirectUris().contains(form.text("redirect_uri"))) {
            return wrong("unauthorized_client", "Invalid redirect_uri");
        }
        if (!form.text("response_type").equals("code")) {
            return wrong("unsupported_response_type", "Response type not supported");
        }
        var asked = form.words("scope");
        if (asked.isEmpty()
                || !asked.stream().allMatch(scope -> settings.scopes().contains(scope) || Scopes.ofPeople(scope))) {
            return wrong("invalid_scope", "Invalid scope for client");
        }
        var challenged = form.field("code_challenge").isPresent();
        if (challenged && !form.text("code_challenge_method").equals("S256")) {
            return wrong("invalid_request", "Transform algorithm not supported");
        }
        return challenged || !settings.clientSecret().isEmpty()
                ? Optional.empty()
                : wrong("invalid_request", "code challenge required");
    }

    private static Optional<ConsentPage.Problem> wrong(String error, String description) {
        return Optional.of(new ConsentPage.Problem(error, description));
    }

    /// To the app, with the state that it sent.
    private static SimResponse back(Form form, Map<String, String> told) {
        var parameters = new LinkedHashMap<>(told);
        if (told.containsKey("code")) parameters.put("scope", String.join(" ", form.words("scope")));
        form.field("state").ifPresent(state -> parameters.put("state", state));
        var address = new StringBuilder(form.text("redirect_uri"));
        var separator = address.indexOf("?") < 0 ? "?" : "&";
        for (var parameter : parameters.entrySet()) {
            address.append(separator)
                    .append(parameter.getKey())
                    .append("=")
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = "&";
        }
        return SimResponse.empty(302).with("Location", address.toString());
    }
}
