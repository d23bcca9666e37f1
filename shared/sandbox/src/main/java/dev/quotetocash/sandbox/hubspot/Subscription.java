package dev.quotetocash.sandbox.hubspot;

import java.util.Optional;

/// One webhook subscription of the app. `subscriptionType` is generic (`object.propertyChange`) or legacy
/// (`deal.deletion`); `objectType` is singular (`line_item`).
public record Subscription(String subscriptionType, String objectType, Optional<String> propertyName) {

    public static Subscription to(String subscriptionType, String objectType) {
        return new Subscription(subscriptionType, objectType, Optional.empty());
    }

    public static Subscription toProperty(String objectType, String propertyName) {
        return new Subscription("object.propertyChange", objectType, Optional.of(propertyName));
    }

    /// The part after the dot: `propertyChange`.
    String event() {
        return subscriptionType.substring(subscriptionType.indexOf('.') + 1);
    }

    boolean isGeneric() {
        return subscriptionType.startsWith("object.");
    }

    boolean covers(ObjectType type, String event) {
        return event().equals(event)
                && ObjectType.named(objectType).filter(type::equals).isPresent();
    }

    boolean coversProperty(ObjectType type, String property) {
        return covers(type, "propertyChange")
                && propertyName.map(property::equals).orElse(true);
    }
}
