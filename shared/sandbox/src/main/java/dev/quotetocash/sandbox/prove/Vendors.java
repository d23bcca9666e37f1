package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.Simulator;
import dev.quotetocash.sandbox.sim.WebhookPolicy;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Both simulators of a run with their webhooks, and the ways into them that people have.
final class Vendors {

    static final String HUBSPOT_WEBHOOKS = "https://bridge.example/hubspot/webhooks";
    static final String XERO_WEBHOOKS = "https://bridge.example/xero/webhooks";

    private static final int REQUESTS_AT_ONCE = 10;
    private static final Pattern ID =
            Pattern.compile("\"(?:InvoiceID|id|PaymentID|CreditNoteID|ContactID)\" ?: ?\"([0-9a-f-]+)\"");

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    final HubSpotSettings hubspotSettings;
    final XeroSettings xeroSettings;
    final HubSpotSimulator hubspot;
    final XeroSimulator xero;
    final WebhookQueue hubspotWebhooks;
    final WebhookQueue xeroWebhooks;

    private final Trace trace;
    private boolean shared;
    private boolean withdrawn;
    private Duration behind = Duration.ZERO;
    private Duration nextBehind = Duration.ZERO;

    Vendors(
            HubSpotSettings hubspotSettings,
            XeroSettings xeroSettings,
            Clockwork clockwork,
            Trace trace,
            Chance chance) {
        this.trace = trace;
        this.hubspotSettings = hubspotSettings.withWebhookUrl(HUBSPOT_WEBHOOKS);
        this.xeroSettings = xeroSettings.withWebhookUrl(XERO_WEBHOOKS);
        var clock = new SimClock(clockwork);
        var xeroClock = new SimClock(() -> clockwork.instant().minus(behind));
        hubspotWebhooks = new WebhookQueue(
                WebhookPolicy.hubspot(REQUESTS_AT_ONCE),
                HubSpotSimulator.webhookForm(this.hubspotSettings),
                clock,
                chance.seed());
        hubspotWebhooks.sendTo(HUBSPOT_WEBHOOKS);
        hubspot = new HubSpotSimulator(this.hubspotSettings, clock, chance.seed(), hubspotWebhooks);
        xeroWebhooks = new WebhookQueue(
                XeroSimulator.webhookPolicy(this.xeroSettings),
                XeroSimulator.webhookForm(this.xeroSettings),
                clock,
                chance.seed());
        xeroWebhooks.sendTo(XERO_WEBHOOKS);
        xero = new XeroSimulator(this.xeroSettings, xeroClock, chance.seed(), xeroWebhooks);
    }

    /// Others call with what the bridge may use: it cannot but run into a limit.
    void limitsAreShared() {
        shared = true;
    }

    /// Whether a vendor has refused a call because of a limit that only this bridge's calls can use up.
    boolean isOwnFault(SimResponse reply) {
        return reply.status() == 429 && !shared && !reply.text().contains("SECONDLY\"");
    }

    /// The next write of finance is stamped with a time that is so much behind, and shows all the same at once: it
    /// began
    /// earlier, or its server's clock is wrong. Not more than the bridge trails behind.
    void stampNextBehind(Duration by) {
        nextBehind = by;
    }

    /// A person lets the bridge into Xero; nothing while Xero does not answer.
    Optional<TokenGrant.Granted> consent() {
        var redirect = xeroSettings.redirectUris().getFirst();
        var scopes = "offline_access " + String.join(" ", xeroSettings.scopes());
        var asked = form(
                "/identity/connect/authorize",
                Map.of(),
                "response_type=code&client_id=" + xeroSettings.clientId() + "&redirect_uri=" + encoded(redirect)
                        + "&scope=" + encoded(scopes));
        var code = CODE.matcher(asked.headers().getOrDefault("Location", ""));
        if (!code.find()) return Optional.empty();
        var given = form(
                "/connect/token",
                basic(),
                "grant_type=authorization_code&code=" + code.group(1) + "&redirect_uri=" + encoded(redirect));
        var tokens = Api.parse(given.text());
        trace.say("person", "connects Xero");
        withdrawn = false;
        return Optional.of(new TokenGrant.Granted(
                tokens.path("access_token").asText(),
                Duration.ofSeconds(tokens.path("expires_in").asLong()),
                tokens.path("refresh_token").asText()));
    }

    /// A person takes the consent back: what was granted is dead.
    void revoke(String refreshToken) {
        form("/connect/revocation", basic(), "token=" + encoded(refreshToken));
        trace.say("person", "revokes the connection to Xero");
        withdrawn();
    }

    /// A person has ended what the bridge may do in Xero.
    void withdrawn() {
        withdrawn = true;
    }

    /// Until somebody connects again.
    boolean isWithdrawn() {
        return withdrawn;
    }

    private SimResponse form(String path, Map<String, String> headers, String form) {
        var all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return xero.handle(new SimRequest("POST", path, "", all, form.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, String> basic() {
        var app = xeroSettings.clientId() + ":" + xeroSettings.clientSecret();
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(app.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// A rep's way in. `called` is told after each write.
    Api rep(Runnable called) {
        return caller(hubspot, Map.of("Authorization", "Bearer " + hubspotSettings.uiToken()), called);
    }

    private Api.Reply stamped(Simulator simulator, Supplier<Api.Reply> write) {
        if (simulator != xero) return write.get();
        behind = nextBehind;
        nextBehind = Duration.ZERO;
        var reply = write.get();
        behind = Duration.ZERO;
        return reply;
    }

    /// The id of what was written.
    private static String named(String reply) {
        var id = ID.matcher(reply);
        return id.find() ? " -> " + id.group(1) : "";
    }

    /// The way in of finance.
    Api finance(Runnable called) {
        return caller(
                xero,
                Map.of(
                        "Authorization",
                        "Bearer " + xeroSettings.financeToken(),
                        "xero-tenant-id",
                        xeroSettings.tenantId()),
                called);
    }

    private Api caller(Simulator simulator, Map<String, String> headers, Runnable called) {
        var transport = Api.to(simulator, headers);
        return new Api((method, path, body) -> {
            if (method.equals("GET")) return transport.send(method, path, body);
            var reply = stamped(simulator, () -> transport.send(method, path, body));
            trace.say("person", method + " " + path + " " + reply.status() + named(reply.body()));
            called.run();
            return reply;
        });
    }
}
