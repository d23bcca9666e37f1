package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.xero.Region;
import dev.quotetocash.sandbox.xero.XeroSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// One simulator and nothing else, with the limits that the vendor has, for whoever writes a client of it.
final class OneVendor implements AutoCloseable {

    enum Vendor {
        hubspot,
        xero
    }

    private final AutoCloseable simulator;
    private final Map<String, String> facts;
    private final String guide;

    private OneVendor(AutoCloseable simulator, Map<String, String> facts, String guide) {
        this.simulator = simulator;
        this.facts = facts;
        this.guide = guide;
    }

    /// An empty `webhookUrl` sends no webhooks. `root` is the project's folder, whose app says what HubSpot
    /// tells. `region` is where Xero's organisation is at home.
    record Options(
            Vendor vendor, Path root, int port, long seed, String webhookUrl, Region region, SwitchOptions switches) {}

    static OneVendor start(Options options) {
        var clock = new SimClock(InstantSource.system());
        return switch (options.vendor()) {
            case hubspot -> {
                var settings = HubSpotSettings.sandbox()
                        .withSubscriptions(SimulatedHubSpot.subscriptions(options.root()))
                        .withWebhookUrl(options.webhookUrl());
                yield hubspot(new SimulatedHubSpot(
                        options.switches().settle(settings), clock, options.seed(), options.port()));
            }
            case xero -> {
                var settings =
                        XeroSettings.sandbox().withRegion(options.region()).withWebhookUrl(options.webhookUrl());
                yield xero(
                        new SimulatedXero(options.switches().settle(settings), clock, options.seed(), options.port()));
            }
        };
    }

    /// Addresses and secrets, by the names that `up` without `--only` uses too.
    Map<String, String> facts() {
        return facts;
    }

    /// What a person wants to know first.
    String guide() {
        return guide;
    }

    @Override
    public void close() throws Exception {
        simulator.close();
    }

    private static OneVendor hubspot(SimulatedHubSpot hubspot) {
        var settings = hubspot.settings();
        var facts = new LinkedHashMap<String, String>();
        facts.put("hubspot", hubspot.address());
        facts.put("hubspotToken", settings.uiToken());
        facts.put("hubspotAppToken", settings.token());
        facts.put("hubspotClientSecret", settings.clientSecret());
        facts.put("webhookUrl", settings.webhookUrl());
        var guide = """
                HubSpot  %1$s
                         Authorization: Bearer %2$s   (the app)
                         Authorization: Bearer %3$s   (a person)
                         webhooks to %4$s, signed with %5$s

                curl -s %1$s/crm/objects/2026-09/deals -H 'Authorization: Bearer %2$s'
                curl -s %1$s/crm/objects/2026-09/deals -H 'Authorization: Bearer %2$s' \
                -H 'Content-Type: application/json' -d '{"properties":{"dealname":"Kestrel"}}'
                curl -s %1$s/sim

                Ctrl-C ends it.""".formatted(
                        hubspot.address(),
                        settings.token(),
                        settings.uiToken(),
                        shown(settings.webhookUrl()),
                        settings.clientSecret());
        return new OneVendor(hubspot, facts, guide);
    }

    private static OneVendor xero(SimulatedXero xero) {
        var settings = xero.settings();
        var facts = new LinkedHashMap<String, String>();
        facts.put("xero", xero.address());
        facts.put("xeroToken", settings.financeToken());
        facts.put("xeroTenantId", settings.tenantId());
        facts.put("xeroClientId", settings.clientId());
        facts.put("xeroClientSecret", settings.clientSecret());
        facts.put("xeroWebhookKey", settings.webhookKey());
        facts.put("webhookUrl", settings.webhookUrl());
        var guide = """
                Xero     %1$s
                         Authorization: Bearer %2$s   (a person)
                         xero-tenant-id: %3$s
                         client %4$s, secret %5$s   (the app)
                         webhooks to %6$s, signed with %7$s

                curl -s %1$s/api.xro/2.0/Organisation -H 'Authorization: Bearer %2$s' -H 'xero-tenant-id: %3$s' \
                -H 'Accept: application/json'
                curl -s %1$s/connect/token -u %4$s:%5$s -d grant_type=client_credentials
                curl -s %1$s/sim

                Ctrl-C ends it.""".formatted(
                        xero.address(),
                        settings.financeToken(),
                        settings.tenantId(),
                        settings.clientId(),
                        settings.clientSecret(),
                        shown(settings.webhookUrl()),
                        settings.webhookKey());
        return new OneVendor(xero, facts, guide);
    }

    private static String shown(String webhookUrl) {
        return webhookUrl.isEmpty() ? "nobody (POST /sim/webhooks/address)" : webhookUrl;
    }
}
