package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;

/// The account's OAuth app as it is configured (sections 10.2, 13.1). It is another app than the static one and
/// has limits of its own. An authorisation must ask for exactly `requiredScopes` (the scope `oauth` is in every
/// app and may be left out) and for `optionalScopes` at will. App Governance refuses an app that is not
/// `approved` (13.2).
public record OAuthApp(
        long appId,
        String clientId,
        String clientSecret,
        String name,
        Distribution distribution,
        List<String> redirectUris,
        List<String> requiredScopes,
        List<String> optionalScopes,
        boolean approved) {

    /// The scope that every app has by default.
    static final String BASIC_SCOPE = "oauth";

    /// How an app reaches accounts, which decides on its rate limits (section 14).
    public enum Distribution {
        PRIVATE,
        MARKETPLACE
    }

    public OAuthApp {
        redirectUris = List.copyOf(redirectUris);
        requiredScopes = List.copyOf(requiredScopes);
        optionalScopes = List.copyOf(optionalScopes);
    }

    public static OAuthApp sandbox() {
        return new OAuthApp(
                1_160_453,
                "sandbox-oauth-client-id",
                "sandbox-oauth-client-secret",
                "Quote to cash",
                Distribution.PRIVATE,
                List.of("http://127.0.0.1:8080/oauth/callback"),
                scopes("deals", "companies", "contacts", "line_items"),
                List.of("crm.objects.invoices.read", "crm.objects.invoices.write", "automation"),
                true);
    }

    public OAuthApp withDistribution(Distribution value) {
        return new OAuthApp(
                appId, clientId, clientSecret, name, value, redirectUris, requiredScopes, optionalScopes, approved);
    }

    public OAuthApp withClientSecret(String value) {
        return new OAuthApp(
                appId, clientId, value, name, distribution, redirectUris, requiredScopes, optionalScopes, approved);
    }

    public OAuthApp withRedirectUris(String... value) {
        return new OAuthApp(
                appId,
                clientId,
                clientSecret,
                name,
                distribution,
                List.of(value),
                requiredScopes,
                optionalScopes,
                approved);
    }

    public OAuthApp withScopes(List<String> required, List<String> optional) {
        return new OAuthApp(
                appId, clientId, clientSecret, name, distribution, redirectUris, required, optional, approved);
    }

    public OAuthApp withApproval(boolean value) {
        return new OAuthApp(
                appId, clientId, clientSecret, name, distribution, redirectUris, requiredScopes, optionalScopes, value);
    }

    private static List<String> scopes(String... objects) {
        var scopes = new ArrayList<String>();
        scopes.add(BASIC_SCOPE);
        for (var object : objects) {
            scopes.add("crm.objects." + object + ".read");
            scopes.add("crm.objects." + object + ".write");
        }
        return scopes;
    }
}
