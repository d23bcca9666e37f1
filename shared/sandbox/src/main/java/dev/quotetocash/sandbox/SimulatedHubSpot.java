package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.hubspot.Subscription;
import dev.quotetocash.sandbox.hubspot.Subscriptions;
import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.WebhookPolicy;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// HubSpot over HTTP: the API, its control surface and its webhooks, on one port.
public final class SimulatedHubSpot implements AutoCloseable {

    private static final int CONCURRENT_REQUESTS = 10;

    private final HubSpotSettings settings;
    private final WebhookQueue webhooks;
    private final Served served;
    private volatile String other = "";

    /// Port 0 takes any free one. Webhooks go to the settings' address, if there is one.
    public SimulatedHubSpot(HubSpotSettings settings, SimClock clock, long seed, int port) {
        this.settings = settings;
        webhooks = new WebhookQueue(
                WebhookPolicy.hubspot(CONCURRENT_REQUESTS).faster(Served.RETRIES_FASTER),
                HubSpotSimulator.webhookForm(settings),
                clock,
                seed);
        webhooks.sendTo(settings.webhookUrl());
        var simulator = new HubSpotSimulator(settings, clock, seed, webhooks);
        served = new Served(
                new ControlledSimulator(simulator, webhooks, clock, List.of()), "hubspot", this::pageValues, port);
    }

    /// The app's own file below the project's `root`: what HubSpot is told to send is what is sent.
    public static List<Subscription> subscriptions(Path root) {
        var file = root.resolve("hubspot-app/src/app/webhooks/webhooks-hsmeta.json");
        try {
            return Subscriptions.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /// Where the page's link to the other simulator leads.
    void linkTo(String address) {
        other = address;
    }

    private Map<String, String> pageValues() {
        return Map.of("token", settings.uiToken(), "tenant", "", "other", other);
    }

    public String address() {
        return served.address();
    }

    public HubSpotSettings settings() {
        return settings;
    }

    public WebhookQueue webhooks() {
        return webhooks;
    }

    @Override
    public void close() {
        served.close();
    }
}
