package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.Webhooks;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signed deliveries in the spelling of Xero's older pipeline (reference section 10.3): a space after the colon
/// only in the last three members. One event each.
final class XeroWebhooks {

    private static final String API = "https://api.xero.com/api.xro/2.0/";
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");
    private static final int PROBES = 4;

    private final XeroSettings settings;
    private final Webhooks webhooks;
    private final Draws draws;
    private long sequence;

    XeroWebhooks(XeroSettings settings, Webhooks webhooks, Draws draws) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.draws = draws;
    }

    long sequence() {
        return sequence;
    }

    void send(Event event, Instant now) {
        sequence++;
        var told = """
                {"resourceUrl":"%s%s/%s","resourceId":"%s","eventDateUtc":"%s","eventType":"%s","eventCategory":"%s",\
                "tenantId":"%s","tenantType":"ORGANISATION"}""".formatted(
                        API,
                        event.category().resource(),
                        event.id(),
                        event.id(),
                        eventDate(now),
                        event.created() ? "CREATE" : "UPDATE",
                        event.category(),
                        settings.tenantId());
        deliver(payload(told, sequence), settings.webhookKey());
    }

    /// Probes without events, right and wrong by turns: the endpoint must answer 200 and 401.
    void sendIntentToReceive() {
        for (var probe = 0; probe < PROBES; probe++) {
            var rightly = probe % 2 == 0;
            deliver(payload("", 0), rightly ? settings.webhookKey() : settings.webhookKey() + "-wrong");
        }
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

    private String payload(String event, long number) {
        return "{\"events\":[%s],\"firstEventSequence\": %d,\"lastEventSequence\": %d, \"entropy\": \"%s\"}"
                .formatted(event, number, number, draws.entropy());
    }

    private void deliver(String payload, String key) {
        if (settings.webhookUrl().isEmpty()) return;
        var body = payload.getBytes(StandardCharsets.UTF_8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("x-xero-signature", signature(body, key));
        webhooks.send(new WebhookDelivery(settings.webhookUrl(), headers, body));
    }

    /// With two or three fraction digits, as seen.
    private static String eventDate(Instant at) {
        var millis = MILLIS.format(at.atOffset(ZoneOffset.UTC));
        return (millis.endsWith("0") ? millis.substring(0, millis.length() - 1) : millis) + "Z";
    }
}
