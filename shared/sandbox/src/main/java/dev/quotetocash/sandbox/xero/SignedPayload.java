package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookEvent;
import dev.quotetocash.sandbox.sim.WebhookForm;
import dev.quotetocash.sandbox.sim.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A payload of events, or a probe without any, with the signature of its raw bytes (reference sections 10.1,
/// 10.3).
record SignedPayload(XeroSettings settings) implements WebhookForm {

    @Override
    public WebhookDelivery sign(WebhookRequest request) {
        var body = payload(request).getBytes(StandardCharsets.UTF_8);
        var key = request.rightlySigned() ? settings.webhookKey() : settings.webhookKey() + "-wrong";
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("x-xero-signature", signature(body, key));
        return new WebhookDelivery(request.url(), headers, body);
    }

    static String signature(byte[] body, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    /// The older pipeline, and with it the probes, has a space after the colon in the last three members only.
    private static String payload(WebhookRequest request) {
        var events = request.events();
        var first = events.isEmpty() ? 0 : events.getFirst().sequence();
        var last = events.isEmpty() ? 0 : events.getLast().sequence();
        var older = events.isEmpty() || events.getFirst().pipeline().equals(XeroWebhooks.OLDER);
        var form = older
                ? "{\"events\":[%s],\"firstEventSequence\": %d,\"lastEventSequence\": %d, \"entropy\": \"%s\"}"
                : "{\"events\":[%s],\"firstEventSequence\":%d,\"lastEventSequence\":%d,\"entropy\":\"%s\"}";
        var told = events.stream().map(WebhookEvent::json).collect(Collectors.joining(","));
        return form.formatted(told, first, last, new Draws(request.number()).entropy());
    }
}
