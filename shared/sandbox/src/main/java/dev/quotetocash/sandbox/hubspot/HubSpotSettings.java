package dev.quotetocash.sandbox.hubspot;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// What one simulated account and its installed app are like. `token` is the app's; `uiToken` acts as a person
/// in HubSpot's user interface. An empty `webhookUrl` sends nothing. An empty `scopes` grants everything.
/// `searchLag` is how long a write stays unseen by search; `associationPage` how many associations a reply
/// holds before it pages. `ungrantableScopes` are those that the account's plan cannot grant to an OAuth app.
public record HubSpotSettings(
        long portalId,
        long appId,
        String token,
        String uiToken,
        String clientSecret,
        String webhookUrl,
        List<Subscription> subscriptions,
        Set<String> scopes,
        Duration searchLag,
        String companyCurrency,
        List<String> additionalCurrencies,
        ZoneId timeZone,
        PlanLimits limits,
        CrmLimits crm,
        int associationPage,
        List<WriteRule> writeRules,
        Set<Unconfirmed> switches,
        OAuthApp oauthApp,
        Set<String> ungrantableScopes) {

    public HubSpotSettings {
        subscriptions = List.copyOf(subscriptions);
        scopes = Set.copyOf(scopes);
        additionalCurrencies = List.copyOf(additionalCurrencies);
        writeRules = List.copyOf(writeRules);
        switches = Set.copyOf(switches);
        ungrantableScopes = Set.copyOf(ungrantableScopes);
    }

    /// Fixed values for demos and tests: a British company on the Starter plan, without webhooks.
    public static HubSpotSettings sandbox() {
        return new HubSpotSettings(
                33_000_033,
                1_160_452,
                "pat-eu1-sandbox-app",
                "sandbox-ui-person",
                "sandbox-hubspot-client-secret",
                "",
                List.of(),
                Set.of(),
                Duration.ofSeconds(5),
                "GBP",
                List.of("EUR", "USD"),
                ZoneId.of("Europe/London"),
                PlanLimits.starter(),
                CrmLimits.usual(),
                100,
                List.of(),
                Unconfirmed.usuallyOn(),
                OAuthApp.sandbox(),
                Set.of());
    }

    public HubSpotSettings withToken(String value) {
        return Draft.of(this).token(value).settings();
    }

    public HubSpotSettings withUiToken(String value) {
        return Draft.of(this).uiToken(value).settings();
    }

    public HubSpotSettings withClientSecret(String value) {
        return Draft.of(this).clientSecret(value).settings();
    }

    public HubSpotSettings withWebhookUrl(String value) {
        return Draft.of(this).webhookUrl(value).settings();
    }

    public HubSpotSettings withSubscriptions(List<Subscription> value) {
        return Draft.of(this).subscriptions(value).settings();
    }

    /// Grants exactly these scopes; none at all means every scope.
    public HubSpotSettings withScopes(Set<String> value) {
        return Draft.of(this).scopes(value).settings();
    }

    public HubSpotSettings withSearchLag(Duration value) {
        return Draft.of(this).searchLag(value).settings();
    }

    public HubSpotSettings withCurrencies(String company, List<String> additional) {
        return Draft.of(this).currencies(company, additional).settings();
    }

    public HubSpotSettings withLimits(PlanLimits value) {
        return Draft.of(this).limits(value).settings();
    }

    public HubSpotSettings withCrm(CrmLimits value) {
        return Draft.of(this).crm(value).settings();
    }

    public HubSpotSettings withAssociationPage(int value) {
        return Draft.of(this).associationPage(value).settings();
    }

    public HubSpotSettings withWriteRules(WriteRule... value) {
        return Draft.of(this).writeRules(List.of(value)).settings();
    }

    public HubSpotSettings withOAuthApp(OAuthApp value) {
        return Draft.of(this).oauthApp(value).settings();
    }

    public HubSpotSettings withUngrantableScopes(Set<String> value) {
        return Draft.of(this).ungrantableScopes(value).settings();
    }

    /// Puts a switch into one position.
    public HubSpotSettings with(Unconfirmed which, boolean on) {
        return Draft.of(this).turn(which, on).settings();
    }

    public boolean is(Unconfirmed which) {
        return switches.contains(which);
    }
}
