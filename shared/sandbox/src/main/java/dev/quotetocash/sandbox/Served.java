package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.SimServer;
import dev.quotetocash.sandbox.sim.WebhookSender;

/// A simulator on a port of loopback, and the sender of its webhooks.
final class Served implements AutoCloseable {

    /// Half an hour between two attempts passes in a second: nobody waits for a webhook for a day.
    static final int RETRIES_FASTER = 1800;

    private final SimServer server;
    private final WebhookSender sender;

    Served(ControlledSimulator simulator, int port) {
        // Whatever else is served at the same address wraps the simulator here.
        server = new SimServer(simulator, port);
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
