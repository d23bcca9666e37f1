package dev.quotetocash.sandbox.hubspot;

import java.time.Duration;

/// Rate limits of an account's plan for an app of private distribution (section 14). `burst` counts calls of
/// one app in any ten seconds, `searchPerSecond` searches of the whole account.
public record PlanLimits(int burst, int daily, int associationBurst, int associationDaily, int searchPerSecond) {

    static final Duration BURST_WINDOW = Duration.ofSeconds(10);
    static final Duration SEARCH_WINDOW = Duration.ofSeconds(1);

    /// Free or Starter.
    public static PlanLimits starter() {
        return new PlanLimits(100, 250_000, 100, 500_000, 5);
    }

    public static PlanLimits professional() {
        return new PlanLimits(190, 625_000, 150, 500_000, 5);
    }

    public static PlanLimits enterprise() {
        return new PlanLimits(190, 1_000_000, 150, 500_000, 5);
    }
}
