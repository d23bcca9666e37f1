package dev.quotetocash.sandbox.sim;

/// One event as it stands in the body of a webhook. `sequence` numbers the app's events without gaps where
/// the vendor numbers them, otherwise it is 0. Only events of one `pipeline` go into one request: Xero's two
/// write their bodies differently (xero-api.md, 10.3).
public record WebhookEvent(long sequence, String pipeline, String json) {}
