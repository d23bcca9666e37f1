package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.pages.Pages;
import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.SimServer;
import dev.quotetocash.sandbox.sim.WebhookSender;
import java.util.Map;
import java.util.function.Supplier;

/// A simulator and its page on a port of loopback, and the sender of its webhooks.
final class Served implements AutoCloseable {

    /// Half an hour between two attempts passes in a second: nobody waits for a webhook for a day.
    static final int RETRIES_FASTER = 1800;

    private final SimServer server;
    private final WebhookSender sender;

    /// With its page for people; `values` is what [Pages] wants to know.
    Served(ControlledSimulator simulator, String page, Supplier<Map<String, String>> values, int port) {
        server = new SimServer(new Pages(simulator, page, values), port);
        sender = new WebhookSender(simulator.webhooks());
    }

    String address() {
        return server.address();
    }

    @Override
    public void close() {
        sender.close();
        server.close();
    }
}
