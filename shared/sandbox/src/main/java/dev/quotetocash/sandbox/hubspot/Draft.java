package dev.quotetocash.sandbox.hubspot;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Settings on their way to the next settings, so that each `with...` names one member and not all of them.
final class Draft {

    private final HubSpotSettings from;
    private String token;
    private String uiToken;
    private String clientSecret;
    private String webhookUrl;
    private List<Subscription> subscriptions;
    private Set<String> scopes;
    private Duration searchLag;
    private String companyCurrency;
    private List<String> additionalCurrencies;
    private PlanLimits limits;
    private CrmLimits crm;
    private int associationPage;
    private List<WriteRule> writeRules;
    private final Set<Unconfirmed> switches;
    private OAuthApp oauthApp;
    private Set<String> ungrantableScopes;

    private Draft(HubSpotSettings from) {
        this.from = from;
        token = from.token();
        uiToken = from.uiToken();
        clientSecret = from.clientSecret();
        webhookUrl = from.webhookUrl();
        subscriptions = from.subscriptions();
        scopes = from.scopes();
        searchLag = from.searchLag();
        companyCurrency = from.companyCurrency();
        additionalCurrencies = from.additionalCurrencies();
        limits = from.limits();
        crm = from.crm();
        associationPage = from.associationPage();
        writeRules = from.writeRules();
        switches = new HashSet<>(from.switches());
        oauthApp = from.oauthApp();
        ungrantableScopes = from.ungrantableScopes();
    }

    static Draft of(HubSpotSettings settings) {
        return new Draft(settings);
    }

    Draft token(String value) {
        token = value;
        return this;
    }

    Draft uiToken(String value) {
        uiToken = value;
        return this;
    }

    Draft clientSecret(String value) {
        clientSecret = value;
        return this;
    }

    Draft webhookUrl(String value) {
        webhookUrl = value;
        return this;
    }

    Draft subscriptions(List<Subscription> value) {
        subscriptions = value;
        return this;
    }

    Draft scopes(Set<String> value) {
        scopes = value;
        return this;
    }

    Draft searchLag(Duration value) {
        searchLag = value;
        return this;
    }

    Draft currencies(String company, List<String> additional) {
        companyCurrency = company;
        additionalCurrencies = additional;
        return this;
    }

    Draft limits(PlanLimits value) {
        limits = value;
        return this;
    }

    Draft crm(CrmLimits value) {
        crm = value;
        return this;
    }

    Draft associationPage(int value) {
        associationPage = value;
        return this;
    }

    Draft writeRules(List<WriteRule> value) {
        writeRules = value;
        return this;
    }

    Draft turn(Unconfirmed which, boolean on) {
        if (on) switches.add(which);
        else switches.remove(which);
        return this;
    }

    Draft oauthApp(OAuthApp value) {
        oauthApp = value;
        return this;
    }

    Draft ungrantableScopes(Set<String> value) {
        ungrantableScopes = value;
        return this;
    }

    HubSpotSettings settings() {
        return new HubSpotSettings(
                from.portalId(),
                from.appId(),
                token,
                uiToken,
                clientSecret,
                webhookUrl,
                subscriptions,
                scopes,
                searchLag,
                companyCurrency,
                additionalCurrencies,
                from.timeZone(),
                limits,
                crm,
                associationPage,
                writeRules,
                switches,
                oauthApp,
                ungrantableScopes);
    }
}
