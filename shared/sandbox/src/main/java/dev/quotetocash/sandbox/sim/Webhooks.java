package dev.quotetocash.sandbox.sim;

/// Where a simulator puts the webhooks that it wants delivered. In the sandbox a sender posts them; a test may
/// keep them. Must not block: the simulator calls it while it applies a request.
public interface Webhooks {

    void send(WebhookDelivery delivery);
}
