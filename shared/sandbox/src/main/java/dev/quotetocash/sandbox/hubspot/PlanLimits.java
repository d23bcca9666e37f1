package dev.quotetocash.sandbox.hubspot;

import java.time.Duration;

/// Rate limits of an account's plan (section 14). `burst` counts calls of one app of private distribution in any
/// ten seconds, `daily` those of all of them in a day; `searchPerSecond` counts searches of the whole account.
public record PlanLimits(int burst, int daily, int associationBurst, int associationDaily, int searchPerSecond) {

    static final Duration BURST_WINDOW = Duration.ofSeconds(10);
    static final Duration SEARCH_WINDOW = Duration.ofSeconds(1);

    /// Of an OAuth app of the marketplace, on every plan; it has no daily limit.
    static final int MARKETPLACE_BURST = 110;

    private static final int INCREASES_MAX = 2;
    private static final int INCREASED_BURST = 250;
    private static final int INCREASE_DAILY = 1_000_000;

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

    /// With one or two API Limit Increases: the burst limit does not stack, the daily one does.
    public PlanLimits withIncreases(int count) {
        if (count < 1 || count > INCREASES_MAX)
            throw new IllegalArgumentException("An account has at most " + INCREASES_MAX + " increases, not " + count);
        return new PlanLimits(
                INCREASED_BURST, daily + count * INCREASE_DAILY, associationBurst, associationDaily, searchPerSecond);
    }
}
