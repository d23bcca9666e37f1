package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.aws.EmbeddedAws;
import dev.quotetocash.sandbox.host.HostOptions;
import dev.quotetocash.sandbox.host.TemplateHost;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.PlanLimits;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.WebhookSubscription;
import dev.quotetocash.sandbox.xero.XeroLimits;
import dev.quotetocash.sandbox.xero.XeroSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// Everything on one machine: both simulators over HTTP, the embedded AWS services, and the functions of
/// template.yaml.
public final class Sandbox implements AutoCloseable {

    static final long SEED = 20261123;

    /// How often Xero is asked to try an endpoint whose functions may just be starting.
    private static final int PROOFS_MAX = 3;
    private static final Duration PROOF_PAUSE = Duration.ofMillis(20);

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final SimulatedHubSpot hubspot;
    private final SimulatedXero xero;
    private final TemplateHost host;

    /// Ports of 0 take any free ones. `scheduleEvery` stands in for the template's rates, `settleSeconds` and
    /// `lookUpSeconds` for its delays. `seed` is the simulators'. `byConsent`: nothing is connected at first, and
    /// both connections are by OAuth.
    public record Options(
            Path root,
            int apiPort,
            int hubspotPort,
            int xeroPort,
            Duration scheduleEvery,
            int settleSeconds,
            int lookUpSeconds,
            long seed,
            SwitchOptions switches,
            boolean byConsent) {

        public static Options quick(Path root) {
            return new Options(root, 0, 0, 0, Duration.ofSeconds(2), 1, 2, SEED, SwitchOptions.NONE, false);
        }

        public Options withPorts(int api, int hubspot, int xero) {
            return new Options(
                    root, api, hubspot, xero, scheduleEvery, settleSeconds, lookUpSeconds, seed, switches, byConsent);
        }

        public Options withSeed(long value) {
            return new Options(
                    root,
                    apiPort,
                    hubspotPort,
                    xeroPort,
                    scheduleEvery,
                    settleSeconds,
                    lookUpSeconds,
                    value,
                    switches,
                    byConsent);
        }

        Options withSwitches(SwitchOptions value) {
            return new Options(
                    root,
                    apiPort,
                    hubspotPort,
                    xeroPort,
                    scheduleEvery,
                    settleSeconds,
                    lookUpSeconds,
                    seed,
                    value,
                    byConsent);
        }

        public Options withConsent() {
            return new Options(
                    root,
                    apiPort,
                    hubspotPort,
                    xeroPort,
                    scheduleEvery,
                    settleSeconds,
                    lookUpSeconds,
                    seed,
                    switches,
                    true);
        }
    }

    private Sandbox(Options options) {
        var api = options.apiPort() == 0 ? freePort() : options.apiPort();
        var clock = new SimClock(InstantSource.system());
        // Schedules run two hundred times as often as deployed, so the vendors' quotas would not last an hour.
        var access = new SandboxAccess(options.byConsent(), options.root(), "http://localhost:" + api);
        var hubspotSettings = access.hubspot(options.switches()
                .settle(HubSpotSettings.sandbox()
                        .withLimits(PlanLimits.enterprise())
                        .withSubscriptions(SimulatedHubSpot.subscriptions(options.root()))));
        var xeroSettings =
                access.xero(options.switches().settle(XeroSettings.sandbox().withLimits(XeroLimits.generous())));
        hubspot = opened(new SimulatedHubSpot(hubspotSettings, clock, options.seed(), options.hubspotPort()));
        xero = opened(new SimulatedXero(xeroSettings, clock, options.seed(), options.xeroPort()));
        hubspot.linkTo(xero.address());
        xero.linkTo(hubspot.address());

        var aws = opened(EmbeddedAws.start());
        host = opened(TemplateHost.start(
                aws,
                HostOptions.of(options.root())
                        .withPort(api)
                        .withScheduleEvery(options.scheduleEvery())
                        .withRetryAfter(Duration.ofSeconds(1))
                        .withSecret("HubSpotSecret", access.secret(hubspotSettings))
                        .withSecret("XeroSecret", access.secret(xeroSettings))
                        .withParameters(access.parameters(hubspot.address(), xero.address()))
                        .withParameters(Map.of(
                                "HubSpotPortalId",
                                Long.toString(hubspotSettings.portalId()),
                                "XeroTenantId",
                                xeroSettings.tenantId(),
                                "HubSpotApi",
                                hubspot.address(),
                                "XeroApi",
                                xero.address(),
                                "XeroIdentity",
                                xero.address(),
                                "TaxTypes",
                                "61001=OUTPUT2,61002=RROUTPUT",
                                "SettleSeconds",
                                Integer.toString(options.settleSeconds()),
                                "LookupSeconds",
                                Integer.toString(options.lookUpSeconds()),
                                "RecheckSeconds",
                                "5"))));
        hubspot.webhooks().sendTo(host.address() + "/hubspot/webhooks");
        xero.webhooks().sendTo(host.address() + "/xero/webhooks");
        awaitProof();
    }

    public static Sandbox start(Options options) {
        return new Sandbox(options);
    }

    public TemplateHost host() {
        return host;
    }

    public String hubspotAddress() {
        return hubspot.address();
    }

    public String xeroAddress() {
        return xero.address();
    }

    public HubSpotSettings hubspotSettings() {
        return hubspot.settings();
    }

    public XeroSettings xeroSettings() {
        return xero.settings();
    }

    /// Addresses and tokens, for whoever plays with it: `./bridge up --json` writes them.
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("api", host.address());
        facts.put("hubspot", hubspotAddress());
        facts.put("xero", xeroAddress());
        facts.put("hubspotToken", hubspotSettings().uiToken());
        facts.put("xeroToken", xeroSettings().financeToken());
        facts.put("xeroTenantId", xeroSettings().tenantId());
        facts.put("pipeline", "default");
        facts.put("wonStage", "closedwon");
        return facts;
    }

    /// No webhook is under way, no queue holds anything, no function runs.
    public boolean isQuiet() {
        return hubspot.webhooks().isQuiet() && xero.webhooks().isQuiet() && host.isQuiet();
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("The sandbox did not stop cleanly", e);
            }
        }
    }

    /// What the person does who enters the address in Xero's developer portal: tries until it is accepted.
    private void awaitProof() {
        var webhooks = xero.webhooks();
        for (var proof = 0; proof < PROOFS_MAX; proof++) {
            webhooks.enable();
            while (!webhooks.isQuiet()) pause();
            if (webhooks.report(0).subscription().is(WebhookSubscription.State.ENABLED)) return;
        }
        throw new IllegalStateException(
                "Xero's webhooks stay off: " + webhooks.report(0).subscription().why());
    }

    private static void pause() {
        try {
            Thread.sleep(PROOF_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sandbox was starting", e);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        closing.push(part);
        return part;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on this machine", e);
        }
    }
}
