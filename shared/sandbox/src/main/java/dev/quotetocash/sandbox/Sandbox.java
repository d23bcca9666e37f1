package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.aws.EmbeddedAws;
import dev.quotetocash.sandbox.host.HostOptions;
import dev.quotetocash.sandbox.host.TemplateHost;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.hubspot.PlanLimits;
import dev.quotetocash.sandbox.hubspot.Subscriptions;
import dev.quotetocash.sandbox.pages.Pages;
import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.Outbox;
import dev.quotetocash.sandbox.sim.SimServer;
import dev.quotetocash.sandbox.sim.Simulator;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookSender;
import dev.quotetocash.sandbox.xero.XeroLimits;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Everything on one machine: both simulators over HTTP, the embedded AWS services, and the functions of
/// template.yaml.
public final class Sandbox implements AutoCloseable {

    private static final long SEED = 20261123;

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final HubSpotSettings hubspotSettings;
    private final XeroSettings xeroSettings;
    private final String hubspotAddress;
    private final String xeroAddress;
    private final WebhookSender hubspotSender;
    private final WebhookSender xeroSender;
    private final TemplateHost host;

    /// Ports of 0 take any free ones. `scheduleEvery` stands in for the template's rates, `settleSeconds` and
    /// `lookUpSeconds` for its delays.
    public record Options(
            Path root,
            int apiPort,
            int hubspotPort,
            int xeroPort,
            Duration scheduleEvery,
            int settleSeconds,
            int lookUpSeconds) {

        public static Options quick(Path root) {
            return new Options(root, 0, 0, 0, Duration.ofSeconds(2), 1, 2);
        }

        public Options withPorts(int api, int hubspot, int xero) {
            return new Options(root, api, hubspot, xero, scheduleEvery, settleSeconds, lookUpSeconds);
        }
    }

    private Sandbox(Options options) {
        var api = options.apiPort() == 0 ? freePort() : options.apiPort();
        var webhooks = "http://127.0.0.1:" + api;
        // Schedules run two hundred times as often as deployed, so the vendors' quotas would not last an hour.
        hubspotSettings = HubSpotSettings.sandbox()
                .withLimits(PlanLimits.enterprise())
                .withSubscriptions(Subscriptions.parse(subscriptions(options.root())))
                .withWebhookUrl(webhooks + "/hubspot/webhooks");
        xeroSettings =
                XeroSettings.sandbox().withLimits(XeroLimits.generous()).withWebhookUrl(webhooks + "/xero/webhooks");
        var clock = InstantSource.system();

        var hubspotOutbox = new LateOutbox();
        var hubspot = new HubSpotSimulator(hubspotSettings, clock, SEED, hubspotOutbox);
        hubspotSender = opened(new WebhookSender(hubspot::resign));
        hubspotOutbox.to = new Outbox(hubspotSender, SEED);
        var hubspotControlled =
                new ControlledSimulator(hubspot, hubspot::endpoint, hubspot::dump, hubspotOutbox.to, hubspot::resign);
        hubspotAddress = serve(new Pages(hubspotControlled, "hubspot", this::hubspotPage), options.hubspotPort());

        var xeroOutbox = new LateOutbox();
        var xero = new XeroSimulator(xeroSettings, clock, SEED, xeroOutbox);
        xeroSender = opened(new WebhookSender(UnaryOperator.identity()));
        xeroOutbox.to = new Outbox(xeroSender, SEED);
        var xeroControlled =
                new ControlledSimulator(xero, xero::endpoint, xero::dump, xeroOutbox.to, UnaryOperator.identity());
        xeroAddress = serve(new Pages(xeroControlled, "xero", this::xeroPage), options.xeroPort());

        var aws = opened(EmbeddedAws.start());
        host = opened(TemplateHost.start(
                aws,
                HostOptions.of(options.root())
                        .withPort(api)
                        .withScheduleEvery(options.scheduleEvery())
                        .withRetryAfter(Duration.ofSeconds(1))
                        .withSecret(
                                "HubSpotSecret",
                                secret(
                                        "token",
                                        hubspotSettings.token(),
                                        "clientSecret",
                                        hubspotSettings.clientSecret()))
                        .withSecret(
                                "XeroSecret",
                                secret(
                                        "clientId",
                                        xeroSettings.clientId(),
                                        "clientSecret",
                                        xeroSettings.clientSecret(),
                                        "webhookKey",
                                        xeroSettings.webhookKey()))
                        .withParameters(Map.of(
                                "HubSpotPortalId",
                                Long.toString(hubspotSettings.portalId()),
                                "XeroTenantId",
                                xeroSettings.tenantId(),
                                "HubSpotApi",
                                hubspotAddress,
                                "XeroApi",
                                xeroAddress,
                                "XeroIdentity",
                                xeroAddress,
                                "TaxTypes",
                                "61001=OUTPUT2,61002=RROUTPUT",
                                "SettleSeconds",
                                Integer.toString(options.settleSeconds()),
                                "LookupSeconds",
                                Integer.toString(options.lookUpSeconds()),
                                "RecheckSeconds",
                                "5"))));
    }

    public static Sandbox start(Options options) {
        return new Sandbox(options);
    }

    public TemplateHost host() {
        return host;
    }

    public String hubspotAddress() {
        return hubspotAddress;
    }

    public String xeroAddress() {
        return xeroAddress;
    }

    public HubSpotSettings hubspotSettings() {
        return hubspotSettings;
    }

    public XeroSettings xeroSettings() {
        return xeroSettings;
    }

    /// No webhook is under way, no queue holds anything, no function runs.
    public boolean isQuiet() {
        return hubspotSender.underWay() == 0 && xeroSender.underWay() == 0 && host.isQuiet();
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

    private String serve(Simulator simulator, int port) {
        return opened(new SimServer(simulator, port)).address();
    }

    private Map<String, String> hubspotPage() {
        return Map.of("token", hubspotSettings.uiToken(), "tenant", "", "other", xeroAddress);
    }

    private Map<String, String> xeroPage() {
        return Map.of("token", xeroSettings.financeToken(), "tenant", xeroSettings.tenantId(), "other", hubspotAddress);
    }

    private <T extends AutoCloseable> T opened(T part) {
        closing.push(part);
        return part;
    }

    private static String secret(String... namesAndValues) {
        var json = new StringBuilder("{");
        for (var at = 0; at < namesAndValues.length; at += 2) {
            json.append(at == 0 ? "" : ",")
                    .append('"')
                    .append(namesAndValues[at])
                    .append("\":\"")
                    .append(namesAndValues[at + 1])
                    .append('"');
        }
        return json.append('}').toString();
    }

    /// The app's own file: what HubSpot is told to send is what the sandbox sends.
    private static String subscriptions(Path root) {
        var file = root.resolve("hubspot-app/src/app/webhooks/webhooks-hsmeta.json");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on this machine", e);
        }
    }

    /// A simulator is made with its way out, and the way out signs with the simulator.
    private static final class LateOutbox implements dev.quotetocash.sandbox.sim.Webhooks {
        private Outbox to = new Outbox(_ -> {}, SEED);

        @Override
        public void send(WebhookDelivery delivery) {
            to.send(delivery);
        }
    }
}
