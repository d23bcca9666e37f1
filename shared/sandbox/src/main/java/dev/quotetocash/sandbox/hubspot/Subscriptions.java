package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the subscriptions of a project app from its `webhooks-hsmeta.json` (section 10.1). Inactive ones are
/// left out.
public final class Subscriptions {

    private Subscriptions() {}

    public static List<Subscription> parse(String json) {
        var groups = Json.parse(json).path("config").path("subscriptions");
        var subscriptions = new ArrayList<Subscription>();
        for (var group : List.of("crmObjects", "legacyCrmObjects", "hubEvents")) {
            for (var entry : groups.path(group)) {
                if (entry.path("active").asBoolean(true)) subscriptions.add(subscription(entry));
            }
        }
        return subscriptions;
    }

    private static Subscription subscription(JsonNode entry) {
        var type = Json.member(entry, "subscriptionType")
                .orElseThrow(() -> new IllegalArgumentException("Subscription without subscriptionType: " + entry));
        var objectType = Json.member(entry, "objectType").orElseGet(() -> type.substring(0, type.indexOf('.')));
        var subscription = new Subscription(
                type, objectType, Json.member(entry, "propertyName").filter(name -> !name.isEmpty()));
        if (!subscription.exists()) throw new IllegalArgumentException("HubSpot has no subscription type " + type);
        return subscription;
    }

    static Optional<Subscription> first(List<Subscription> subscriptions, ObjectType type, String event) {
        return subscriptions.stream().filter(s -> s.covers(type, event)).findFirst();
    }
}
