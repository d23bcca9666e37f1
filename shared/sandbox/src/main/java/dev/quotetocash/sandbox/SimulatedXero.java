package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.sim.Control;
import dev.quotetocash.sandbox.sim.ControlBody;
import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Xero over HTTP: the identity server, the API, its control surface and its webhooks, on one port.
public final class SimulatedXero implements AutoCloseable {

    private static final int HELD_MAX = 100;

    private final XeroSettings settings;
    private final WebhookQueue webhooks;
    private final Served served;
    private volatile String other = "";

    /// Port 0 takes any free one. Webhooks go to the settings' address, if there is one and it proves itself.
    public SimulatedXero(XeroSettings settings, SimClock clock, long seed, int port) {
        this.settings = settings;
        webhooks = new WebhookQueue(
                XeroSimulator.webhookPolicy(settings).faster(Served.RETRIES_FASTER),
                XeroSimulator.webhookForm(settings),
                clock,
                seed);
        webhooks.sendTo(settings.webhookUrl());
        var simulator = new XeroSimulator(settings, clock, seed, webhooks);
        served = new Served(
                new ControlledSimulator(simulator, webhooks, clock, controls(simulator)),
                "xero",
                this::pageValues,
                port);
    }

    /// Where the page's link to the other simulator leads.
    void linkTo(String address) {
        other = address;
    }

    private Map<String, String> pageValues() {
        return Map.of("token", settings.financeToken(), "tenant", settings.tenantId(), "other", other);
    }

    public String address() {
        return served.address();
    }

    public XeroSettings settings() {
        return settings;
    }

    public WebhookQueue webhooks() {
        return webhooks;
    }

    @Override
    public void close() {
        served.close();
    }

    private static List<Control> controls(XeroSimulator xero) {
        return List.of(
                Control.silent(
                        "POST",
                        "/sim/people/lock-period",
                        "refuses documents dated on or before {\"until\":\"2026-10-31\"}",
                        body -> xero.lockPeriod(body.only("until").date("until"))),
                Control.silent(
                        "POST",
                        "/sim/people/lock-year",
                        "the same as an adviser closes a financial year",
                        body -> xero.lockYear(body.only("until").date("until"))),
                act("/sim/people/disconnect", "disconnects the app: its present tokens answer 401", xero::disconnect),
                act("/sim/people/connect", "gives the app its custom connection again", xero::connect),
                act("/sim/offline", "the organisation answers 503", () -> xero.setOffline(true)),
                act("/sim/online", "the organisation answers again", () -> xero.setOffline(false)),
                act("/sim/keys/down", "calls with an idempotency key answer 500", () -> xero.setKeysDown(true)),
                act("/sim/keys/up", "the key service works again", () -> xero.setKeysDown(false)),
                Control.silent(
                        "POST",
                        "/sim/keys/slow",
                        "writes with an idempotency key are under way {\"for\":\"PT30S\"}; PT0S ends that",
                        body -> xero.slowKeys(body.only("for").duration("for"))),
                Control.silent(
                        "POST",
                        "/sim/hold",
                        "so many {\"calls\":5} of the app are under way and do not end; 0 ends them",
                        body -> xero.holdCalls(body.only("calls").number("calls", 0, HELD_MAX, 0))),
                Control.silent(
                        "POST",
                        "/sim/webhooks/event",
                        "tells an event of any {\"category\":\"..\",\"resourceId\":\"<guid>\"}, and, as needed,"
                                + " type (CREATE): Xero adds new ones",
                        body -> tell(xero, body.only("category", "resourceId", "type"))));
    }

    private static Control act(String path, String help, Runnable act) {
        return Control.silent("POST", path, help, body -> {
            body.only();
            act.run();
        });
    }

    private static void tell(XeroSimulator xero, ControlBody body) {
        xero.tell(
                body.text("category"),
                body.optionalText("type").orElse("CREATE"),
                UUID.fromString(body.text("resourceId")));
    }
}
