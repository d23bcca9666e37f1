package dev.quotetocash.sandbox.sim;

import java.util.Map;

/// One signed webhook request, ready to be sent. The headers and body are exactly what was signed, so sending it
/// again is a duplicate.
public record WebhookDelivery(String url, Map<String, String> headers, byte[] body) {}
