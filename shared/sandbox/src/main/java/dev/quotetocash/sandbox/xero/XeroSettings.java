package dev.quotetocash.sandbox.xero;

import java.util.List;

/// One organisation, the app connected to it and the people who work in it. The finance client stands for
/// Xero's own user interface: it may do what only people may (bring a contact back from the archive, merge
/// contacts), is not rate limited, and what it creates was not created by the app. `financeToken` is accepted
/// for finance without asking the identity server, and never expires: a person's session is not part of the
/// API. `scopes` are those the app was granted; `webhookUrl` is empty when no webhooks are wanted.
/// `redirectUris` are where a consent may lead back to. `keyBits` is the length of the RSA key that signs tokens:
/// a short one proves nothing to anybody and signs 30 times as fast.
public record XeroSettings(
        String tenantId,
        String clientId,
        String clientSecret,
        String financeClientId,
        String financeClientSecret,
        String financeToken,
        List<String> scopes,
        String webhookKey,
        String webhookUrl,
        XeroLimits limits,
        XeroSwitches switches,
        OrganisationProfile organisation,
        List<String> redirectUris,
        int keyBits) {

    public XeroSettings {
        scopes = List.copyOf(scopes);
        redirectUris = List.copyOf(redirectUris);
        redirectUris.forEach(XeroSettings::checkRedirect);
        if (clientId.equals(financeClientId)) {
            throw new IllegalArgumentException("The app and finance need different client ids");
        }
    }

    /// The fixed values of the sandbox, without webhooks.
    public static XeroSettings sandbox() {
        return new XeroSettings(
                "7a1d6f0e-3c58-4b7e-9a55-2f6c8d10b3e4",
                "SANDBOXAPP0000000000000000000001",
                "sandbox-app-secret",
                "SANDBOXFINANCE000000000000000001",
                "sandbox-finance-secret",
                "sandbox-finance-person",
                List.of(
                        "accounting.invoices",
                        "accounting.contacts",
                        "accounting.payments",
                        "accounting.payments.read",
                        "accounting.settings.read",
                        "accounting.attachments"),
                "sandbox-xero-webhook-key",
                "",
                XeroLimits.starter(),
                XeroSwitches.suggested(),
                OrganisationProfile.sandbox(),
                List.of("https://bridge.example/oauth/xero/callback", "http://localhost:8080/oauth/xero/callback"),
                2048);
    }

    public XeroSettings withWebhookUrl(String url) {
        return new XeroSettings(
                tenantId,
                clientId,
                clientSecret,
                financeClientId,
                financeClientSecret,
                financeToken,
                scopes,
                webhookKey,
                url,
                limits,
                switches,
                organisation,
                redirectUris,
                keyBits);
    }

    public XeroSettings withLimits(XeroLimits changed) {
        return new XeroSettings(
                tenantId,
                clientId,
                clientSecret,
                financeClientId,
                financeClientSecret,
                financeToken,
                scopes,
                webhookKey,
                webhookUrl,
                changed,
                switches,
                organisation,
                redirectUris,
                keyBits);
    }

    public XeroSettings withSwitches(XeroSwitches changed) {
        return new XeroSettings(
                tenantId,
                clientId,
                clientSecret,
                financeClientId,
                financeClientSecret,
                financeToken,
                scopes,
                webhookKey,
                webhookUrl,
                limits,
                changed,
                organisation,
                redirectUris,
                keyBits);
    }

    public XeroSettings withKeyBits(int bits) {
        return new XeroSettings(
                tenantId,
                clientId,
                clientSecret,
                financeClientId,
                financeClientSecret,
                financeToken,
                scopes,
                webhookKey,
                webhookUrl,
                limits,
                switches,
                organisation,
                redirectUris,
                bits);
    }

    public boolean is(Unconfirmed which) {
        return switches.is(which);
    }

    XeroLimits customLimits() {
        return is(Unconfirmed.CUSTOM_CONNECTION_HAS_5000_CALLS) ? limits.ofCustomConnection() : limits;
    }

    public XeroSettings withOrganisation(OrganisationProfile changed) {
        return new XeroSettings(
                tenantId,
                clientId,
                clientSecret,
                financeClientId,
                financeClientSecret,
                financeToken,
                scopes,
                webhookKey,
                webhookUrl,
                limits,
                switches,
                changed,
                redirectUris,
                keyBits);
    }

    public XeroSettings withRegion(Region region) {
        return withOrganisation(organisation.in(region));
    }

    /// With what the developer portal knows of the app: its secret (empty for one that uses PKCE), its scopes
    /// and where consent may lead back to.
    public XeroSettings withApp(String secret, List<String> appScopes, List<String> redirects) {
        return new XeroSettings(
                tenantId,
                clientId,
                secret,
                financeClientId,
                financeClientSecret,
                financeToken,
                appScopes,
                webhookKey,
                webhookUrl,
                limits,
                switches,
                organisation,
                redirects,
                keyBits);
    }

    /// As the developer portal has them: https or http://localhost, never http://127.0.0.1 (reference 11.1).
    private static void checkRedirect(String uri) {
        if (!uri.matches("https://[^/]+.*|http://localhost([:/].*)?")) {
            throw new IllegalArgumentException("A redirect must be https or http://localhost: " + uri);
        }
    }
}
