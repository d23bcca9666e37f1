package dev.quotetocash.sandbox.hubspot;

import java.util.Optional;

/// An account's own validation rule: `property` of `objectType` must be set, always or in one deal stage. Version
/// 2026-09 enforces it on API writes (section 8).
public record WriteRule(String objectType, String property, Optional<String> dealStage) {

    public static WriteRule required(String objectType, String property) {
        return new WriteRule(objectType, property, Optional.empty());
    }

    public static WriteRule requiredInStage(String property, String dealStage) {
        return new WriteRule("deal", property, Optional.of(dealStage));
    }

    /// The code that a refused write carries.
    String code() {
        return dealStage.isPresent() ? "MISSING_CONDITIONAL_REQUIRED_PROPERTY" : "MISSING_REQUIRED_PROPERTY";
    }

    boolean appliesTo(ObjectType type, Optional<String> stage) {
        return type.isCalled(objectType) && (dealStage.isEmpty() || dealStage.equals(stage));
    }
}
