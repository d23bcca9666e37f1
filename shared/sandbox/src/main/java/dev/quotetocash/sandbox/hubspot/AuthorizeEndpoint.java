package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.hubspot.OAuthState.Challenge;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/oauth/authorize`, which HubSpot serves at `app.hubspot.com`: a page that asks the person, and the form
/// behind its button (section 13.1). What is wrong with the request is shown to the person and never sent to the
/// redirect address.
final class AuthorizeEndpoint {

    private final HubSpotSettings settings;
    private final OAuthApp app;
    private final Grants grants;

    AuthorizeEndpoint(HubSpotSettings settings, Grants grants) {
        this.settings = settings;
        this.app = settings.oauthApp();
        this.grants = grants;
    }

    SimResponse ask(Call call) {
        var wrong = wrong(call.request());
        if (wrong.isPresent()) return ConsentPage.refusal(wrong.get());
        return ConsentPage.question(app, settings.portalId(), granted(call.request()), call.request());
    }

    /// The form carries the parameters of the page.
    SimResponse allow(Call call) {
        var form = OAuthForm.of(call).fields();
        var wrong = wrong(form);
        if (wrong.isPresent()) return ConsentPage.refusal(wrong.get());
        var redirect = form.query("redirect_uri").orElse("");
        var code = grants.newCode(redirect, granted(form), challenge(form));
        var location = new StringBuilder(redirect).append(redirect.contains("?") ? '&' : '?');
        location.append("code=").append(encode(code));
        form.query("state").ifPresent(state -> location.append("&state=").append(encode(state)));
        return new SimResponse(302, Map.of("Location", location.toString()), new byte[0]);
    }

    private Optional<String> wrong(SimRequest asked) {
        if (!asked.query("client_id").equals(Optional.of(app.clientId())))
            return Optional.of("missing or unknown client id");
        if (!app.redirectUris().contains(asked.query("redirect_uri").orElse("")))
            return Optional.of("the redirect URL does not match one of the app's redirect URLs");
        if (!matches(scopes(asked, "scope")) || !app.optionalScopes().containsAll(scopes(asked, "optional_scope")))
            return Optional.of("the scopes in the install URL do not match the scopes that the app is configured with");
        if (!app.approved()) return Optional.of("this app hasn't been approved to access the required scopes");
        if (scopes(asked, "scope").stream().anyMatch(settings.ungrantableScopes()::contains))
            return Optional.of("this account cannot grant all required scopes");
        return Optional.empty();
    }

    private boolean matches(List<String> scopes) {
        var asked = new HashSet<>(scopes);
        var required = new HashSet<>(app.requiredScopes());
        asked.add(OAuthApp.BASIC_SCOPE);
        required.add(OAuthApp.BASIC_SCOPE);
        return asked.equals(required);
    }

    /// The required scopes, and the optional ones that the account can grant: the others are dropped.
    private List<String> granted(SimRequest asked) {
        var granted = new ArrayList<>(List.of(OAuthApp.BASIC_SCOPE));
        for (var scope : app.requiredScopes()) if (!granted.contains(scope)) granted.add(scope);
        for (var scope : scopes(asked, "optional_scope")) {
            if (!settings.ungrantableScopes().contains(scope) && !granted.contains(scope)) granted.add(scope);
        }
        return List.copyOf(granted);
    }

    private static Optional<Challenge> challenge(SimRequest asked) {
        return asked.query("code_challenge")
                .filter(text -> !text.isEmpty())
                .map(text -> new Challenge(
                        asked.query("code_challenge_method")
                                .filter(m -> !m.isEmpty())
                                .orElse("plain"),
                        text));
    }

    private static List<String> scopes(SimRequest asked, String name) {
        return OAuthForm.words(asked.query(name).orElse(""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
