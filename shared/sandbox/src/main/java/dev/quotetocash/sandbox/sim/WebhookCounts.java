package dev.quotetocash.sandbox.sim;

/// Probes count nowhere. `sent` is how many webhooks the simulator ever wanted to send, copies apart;
/// `failed` the attempts that failed; `lost` the webhooks that were given up or lost on the way.
public record WebhookCounts(int sent, int delivered, int failed, int lost) {

    static final WebhookCounts NONE = new WebhookCounts(0, 0, 0, 0);

    WebhookCounts oneSent() {
        return new WebhookCounts(sent + 1, delivered, failed, lost);
    }

    WebhookCounts oneDelivered() {
        return new WebhookCounts(sent, delivered + 1, failed, lost);
    }

    WebhookCounts oneFailed() {
        return new WebhookCounts(sent, delivered, failed + 1, lost);
    }

    WebhookCounts oneLost() {
        return new WebhookCounts(sent, delivered, failed, lost + 1);
    }
}
