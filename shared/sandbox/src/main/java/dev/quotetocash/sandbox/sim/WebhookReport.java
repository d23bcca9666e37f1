package dev.quotetocash.sandbox.sim;

import java.util.List;

/// What a queue looks like from outside. `pending` are webhooks that are neither delivered nor lost yet;
/// `last` are the last ones made, probes among them, oldest first.
public record WebhookReport(
        String address,
        WebhookSubscription subscription,
        boolean losing,
        WebhookChances chances,
        WebhookCounts counts,
        int pending,
        List<Webhook> last) {}
