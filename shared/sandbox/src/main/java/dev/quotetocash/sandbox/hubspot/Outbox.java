package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Collects the changes of one request and, once it has succeeded, sends them in signed deliveries (sections
/// 9.1, 12).
final class Outbox {

    private static final int EVENTS_PER_DELIVERY = 100;
    private static final long FIRST_EVENT_ID = 3_816_279_340L;

    private final HubSpotSettings settings;
    private final InstantSource clock;
    private final Webhooks webhooks;
    private final EventFormat format;
    private final List<Change> changes = new ArrayList<>();
    private long nextEventId = FIRST_EVENT_ID;

    Outbox(HubSpotSettings settings, InstantSource clock, Webhooks webhooks) {
        this.settings = settings;
        this.clock = clock;
        this.webhooks = webhooks;
        this.format = new EventFormat(settings, () -> nextEventId++);
    }

    void add(Change change) {
        changes.add(change);
    }

    int size() {
        return changes.size();
    }

    /// Forgets what was added since the outbox had `size` changes.
    void truncate(int size) {
        changes.subList(size, changes.size()).clear();
    }

    void flush() {
        var events = new ArrayList<ObjectNode>();
        for (var change : changes) events.addAll(format.events(change));
        changes.clear();
        if (settings.webhookUrl().isEmpty()) return;
        for (var from = 0; from < events.size(); from += EVENTS_PER_DELIVERY) {
            var batch = events.subList(from, Math.min(events.size(), from + EVENTS_PER_DELIVERY));
            var body = Json.text(Json.list(batch)).getBytes(StandardCharsets.UTF_8);
            webhooks.send(sign(settings.webhookUrl(), body, clock.instant()));
        }
    }

    /// The same body signed with the current time.
    WebhookDelivery resign(WebhookDelivery delivery) {
        return sign(delivery.url(), delivery.body(), clock.instant());
    }

    private WebhookDelivery sign(String url, byte[] body, Instant at) {
        var timestamp = at.toEpochMilli();
        var secret = settings.clientSecret();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("X-HubSpot-Signature", Signatures.v1(secret, body));
        headers.put("X-HubSpot-Signature-Version", "v1");
        if (settings.is(Unconfirmed.WEBHOOKS_SIGNED_V3)) {
            headers.put("X-HubSpot-Signature-v3", Signatures.v3(secret, "POST", url, body, timestamp));
            headers.put("X-HubSpot-Request-Timestamp", Long.toString(timestamp));
        }
        return new WebhookDelivery(url, headers, body);
    }
}
