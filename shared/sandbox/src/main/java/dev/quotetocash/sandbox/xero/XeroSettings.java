package dev.quotetocash.sandbox.xero;

import java.util.List;

/// One organisation, the app connected to it and the people who work in it. The finance client stands for
/// Xero's own user interface: it may do what only people may (bring a contact back from the archive, merge
/// contacts), is not rate limited, and what it creates was not created by the app. `financeToken` is accepted
/// for finance without asking the identity server, and never expires: a person's session is not part of the
/// API. `scopes` are those the app was granted; `webhookUrl` is empty when no webhooks are wanted.
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
        XeroSwitches switches) {

    public XeroSettings {
        scopes = List.copyOf(scopes);
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
                XeroSwitches.suggested());
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
                switches);
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
                switches);
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
                changed);
    }
}
