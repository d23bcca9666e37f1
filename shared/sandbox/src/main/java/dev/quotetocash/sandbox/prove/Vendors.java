package dev.quotetocash.sandbox.prove;

import dev.quotetocash.hubspot.HubSpotScopes;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.Simulator;
import dev.quotetocash.sandbox.sim.WebhookPolicy;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Both simulators of a run with their webhooks, and the ways into them that people have.
final class Vendors {

    static final String HUBSPOT_WEBHOOKS = "https://bridge.example/hubspot/webhooks";
    static final String XERO_WEBHOOKS = "https://bridge.example/xero/webhooks";

    private static final int REQUESTS_AT_ONCE = 10;
    private static final Pattern ID =
            Pattern.compile("\"(?:InvoiceID|id|PaymentID|CreditNoteID|ContactID)\" ?: ?\"([0-9a-f-]+)\"");

    final HubSpotSettings hubspotSettings;
    final XeroSettings xeroSettings;
    final HubSpotSimulator hubspot;
    final XeroSimulator xero;
    final WebhookQueue hubspotWebhooks;
    final WebhookQueue xeroWebhooks;
    final Consents consents;

    private final Trace trace;
    private boolean shared;
    private Duration behind = Duration.ZERO;
    private Duration nextBehind = Duration.ZERO;

    Vendors(
            HubSpotSettings hubspotSettings,
            XeroSettings xeroSettings,
            Clockwork clockwork,
            Trace trace,
            Chance chance) {
        this.trace = trace;
        this.hubspotSettings = hubspotSettings
                .withWebhookUrl(HUBSPOT_WEBHOOKS)
                .withOAuthApp(hubspotSettings
                        .oauthApp()
                        .withClientSecret(hubspotSettings.clientSecret())
                        .withScopes(HubSpotScopes.all(), List.of()));
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
        consents = new Consents(hubspot, this.hubspotSettings, xero, this.xeroSettings, trace);
    }

    /// Others call with what the bridge may use: it cannot but run into a limit.
    void limitsAreShared() {
        shared = true;
    }

    /// Whether a vendor has refused a call because of a limit that only this bridge's calls can use up. Whether
    /// Xero's day is over only Xero says: until then, invoices are tried.
    boolean isOwnFault(SimResponse reply) {
        return reply.status() == 429 && !shared && !"day".equals(reply.headers().get("X-Rate-Limit-Problem"));
    }

    /// The next write of finance is stamped with a time that is so much behind, and shows all the same at once: it
    /// began
    /// earlier, or its server's clock is wrong. Not more than the bridge trails behind.
    void stampNextBehind(Duration by) {
        nextBehind = by;
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
