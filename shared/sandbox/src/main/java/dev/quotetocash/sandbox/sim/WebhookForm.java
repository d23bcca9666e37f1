package dev.quotetocash.sandbox.sim;

/// How a vendor puts events into the body of a request, and signs it. A pure function.
public interface WebhookForm {

    WebhookDelivery sign(WebhookRequest request);
}
