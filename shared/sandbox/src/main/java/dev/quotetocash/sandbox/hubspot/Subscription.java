package dev.quotetocash.sandbox.hubspot;

import java.util.Optional;
import java.util.Set;

/// One webhook subscription of the app. `subscriptionType` is generic (`object.propertyChange`) or legacy
/// (`deal.deletion`); `objectType` is a name of the type, usually the singular (`line_item`).
public record Subscription(String subscriptionType, String objectType, Optional<String> propertyName) {

    private static final Set<String> EVENTS =
            Set.of("associationChange", "creation", "deletion", "merge", "propertyChange", "restore");
    private static final Set<String> LEGACY_TYPES = Set.of("company", "contact", "deal", "line_item", "ticket");

    public static Subscription to(String subscriptionType, String objectType) {
        return new Subscription(subscriptionType, objectType, Optional.empty());
    }

    public static Subscription toProperty(String objectType, String propertyName) {
        return new Subscription("object.propertyChange", objectType, Optional.of(propertyName));
    }

    /// Whether HubSpot has this subscription type (section 9.3). Quotes, invoices and the other later types have
    /// generic ones only.
    boolean exists() {
        var subject = subscriptionType.substring(0, Math.max(0, subscriptionType.indexOf('.')));
        if (isGeneric() || LEGACY_TYPES.contains(subject)) return EVENTS.contains(event()) || isPrivacyDeletion();
        if (subject.equals("product")) return EVENTS.contains(event()) && !event().equals("associationChange");
        return subject.equals("conversation") || subscriptionType.equals("event.completed");
    }

    /// The part after the dot: `propertyChange`.
    String event() {
        return subscriptionType.substring(subscriptionType.indexOf('.') + 1);
    }

    boolean isGeneric() {
        return subscriptionType.startsWith("object.");
    }

    boolean covers(ObjectType type, String event) {
        return event().equals(event) && type.isCalled(objectType) && exists();
    }

    boolean coversProperty(ObjectType type, String property) {
        return covers(type, "propertyChange")
                && propertyName.map(property::equals).orElse(true);
    }

    private boolean isPrivacyDeletion() {
        return subscriptionType.equals("contact.privacyDeletion");
    }
}
