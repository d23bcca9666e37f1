package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookEvent;
import dev.quotetocash.sandbox.sim.WebhookForm;
import dev.quotetocash.sandbox.sim.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/// A webhook is an array of events, signed with the time of the attempt; each event counts the attempts
/// (sections 9.1, 9.2, 12).
record SignedEvents(HubSpotSettings settings) implements WebhookForm {

    @Override
    public WebhookDelivery sign(WebhookRequest request) {
        var body = request.events().stream()
                .map(event -> attempted(event, request.attempt()))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
        var timestamp = request.at().toEpochMilli();
        var secret = settings.clientSecret();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("X-HubSpot-Signature", Signatures.v1(secret, body));
        headers.put("X-HubSpot-Signature-Version", "v1");
        if (settings.is(Unconfirmed.WEBHOOKS_SIGNED_V3)) {
            headers.put("X-HubSpot-Signature-v3", Signatures.v3(secret, "POST", request.url(), body, timestamp));
            headers.put("X-HubSpot-Request-Timestamp", Long.toString(timestamp));
        }
        return new WebhookDelivery(request.url(), headers, body);
    }

    /// An event is made with the number of its first attempt.
    private static String attempted(WebhookEvent event, int attempt) {
        if (attempt == 0) return event.json();
        return Json.text(((ObjectNode) Json.parse(event.json())).put("attemptNumber", attempt));
    }
}
