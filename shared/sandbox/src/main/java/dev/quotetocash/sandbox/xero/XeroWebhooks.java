package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.WebhookEvent;
import dev.quotetocash.sandbox.sim.Webhooks;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes events as one of Xero's two pipelines does (reference sections 10.2, 10.3): CONTACT, INVOICE
/// and SUBSCRIPTION in the spelling of the older one, everything that came later in that of the new one.
final class XeroWebhooks {

    static final String OLDER = "older";
    static final String NEWER = "newer";

    private static final String SUBSCRIPTION = "SUBSCRIPTION";
    private static final String API = "https://api.xero.com/api.xro/2.0/";
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private final XeroSettings settings;
    private final Webhooks webhooks;
    private long sequence;

    XeroWebhooks(XeroSettings settings, Webhooks webhooks) {
        this.settings = settings;
        this.webhooks = webhooks;
    }

    long sequence() {
        return sequence;
    }

    void restore(long earlier) {
        sequence = earlier;
    }

    void send(Event event, Instant now) {
        sequence++;
        var type = event.created() ? "CREATE" : "UPDATE";
        switch (event.category()) {
            case CONTACT, INVOICE ->
                tell(OLDER, older(event.category().name(), event.category().resource(), event.id(), type, now));
            default -> {
                var category = event.category();
                tell(NEWER, newer(category.name(), category.resource(), event.id(), type, event.data(), now));
            }
        }
    }

    /// An event of a category that the organisation itself never tells of; its resource is named as the
    /// category.
    void tell(String category, String type, UUID id, Instant now) {
        sequence++;
        if (category.equals(SUBSCRIPTION)) tell(OLDER, older(category, category, id, type, now));
        else tell(NEWER, newer(category, category, id, type, Map.of(), now));
    }

    private void tell(String pipeline, String json) {
        webhooks.tell(List.of(new WebhookEvent(sequence, pipeline, json)));
    }

    /// Of the app's own subscription it is the app that is told, not the organisation.
    private String older(String category, String resource, UUID id, String type, Instant now) {
        return Json.write(Json.object()
                .put("resourceUrl", API + resource + "/" + id)
                .put("resourceId", id.toString())
                .put("eventDateUtc", shortened(MILLIS.format(now.atOffset(ZoneOffset.UTC))) + "Z")
                .put("eventType", type)
                .put("eventCategory", category)
                .put("tenantId", settings.tenantId())
                .put("tenantType", category.equals(SUBSCRIPTION) ? "APPLICATION" : "ORGANISATION"));
    }

    /// Every other one has a `Z` behind its time.
    private String newer(
            String category, String resource, UUID id, String type, Map<String, String> data, Instant now) {
        var zone = sequence % 2 == 0 ? "" : "Z";
        var event = Json.object()
                .put("resourceUrl", API + resource + "/" + id)
                .put("resourceId", id.toString())
                .put("tenantId", settings.tenantId())
                .put("tenantType", "ORGANISATION")
                .put("eventCategory", category)
                .put("eventType", type)
                .put("eventDateUtc", MILLIS.format(now.atOffset(ZoneOffset.UTC)) + zone);
        if (!data.isEmpty()) data.forEach(event.putObject("data")::put);
        return Json.write(event);
    }

    /// With two or three fraction digits, as seen.
    private static String shortened(String millis) {
        return millis.endsWith("0") ? millis.substring(0, millis.length() - 1) : millis;
    }
}
