package dev.quotetocash.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.sync.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The body of Xero's webhooks (docs/reference/xero-api.md, 10.2). An empty list of events is how Xero tries an
/// address.
public final class XeroEnvelope {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private XeroEnvelope() {}

    public static Envelope parse(byte[] body, TenantId tenant) {
        var events = Json.parse(body).map(json -> json.path("events")).filter(JsonNode::isArray);
        if (events.isEmpty()) return Envelope.unreadable("no JSON object with a list of events");
        var named = new Envelope.Collector();
        for (var event : events.get()) read(event, tenant, named);
        return named.envelope();
    }

    private static void read(JsonNode event, TenantId tenant, Envelope.Collector named) {
        var tenantId = Json.scalar(event, "tenantId");
        var category = Json.scalar(event, "eventCategory");
        if (tenantId.isEmpty() || category.isEmpty()) {
            named.defect("an event without tenantId or eventCategory");
        } else if (!tenantId.get().equalsIgnoreCase(tenant.value())
                || !category.get().equals("INVOICE")) {
            named.unknown();
        } else {
            id(event)
                    .ifPresentOrElse(
                            id -> named.add(Notice.Kind.XERO_INVOICE, id),
                            () -> named.defect("an INVOICE event without a GUID in resourceId"));
        }
    }

    private static Optional<String> id(JsonNode event) {
        return Json.scalar(event, "resourceId")
                .map(id -> id.toLowerCase(Locale.ROOT))
                .filter(id -> GUID.matcher(id).matches());
    }
}
