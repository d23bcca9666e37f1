package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The limits of section 14 for the app's calls; a person in the user interface has none. Search has its own
/// limit and no headers (section 4).
final class RateLimits {

    private final HubSpotSettings settings;
    private final RollingWindow burst;
    private final RollingWindow associationBurst;
    private final RollingWindow searches;
    private final DailyCount daily;
    private final DailyCount associationDaily;

    RateLimits(HubSpotSettings settings) {
        var limits = settings.limits();
        this.settings = settings;
        burst = new RollingWindow(PlanLimits.BURST_WINDOW, limits.burst());
        associationBurst = new RollingWindow(PlanLimits.BURST_WINDOW, limits.associationBurst());
        searches = new RollingWindow(PlanLimits.SEARCH_WINDOW, limits.searchPerSecond());
        daily = new DailyCount(settings.timeZone(), limits.daily());
        associationDaily = new DailyCount(settings.timeZone(), limits.associationDaily());
    }

    /// Calls within the windows, and of the day.
    record State(
            List<Instant> burst,
            List<Instant> associationBurst,
            List<Instant> searches,
            DailyCount.Day daily,
            DailyCount.Day associationDaily) {}

    State snapshot() {
        return new State(
                burst.snapshot(),
                associationBurst.snapshot(),
                searches.snapshot(),
                daily.snapshot(),
                associationDaily.snapshot());
    }

    void restore(State state) {
        burst.restore(state.burst());
        associationBurst.restore(state.associationBurst());
        searches.restore(state.searches());
        daily.restore(state.daily());
        associationDaily.restore(state.associationDaily());
    }

    /// The limit that a call runs into. A call within its limits is counted.
    Optional<Exceeded> admit(Route route, Instant now) {
        if (route.isSearch()) return admitSearch(now);
        if (daily.isFull(now)) return Optional.of(Exceeded.DAILY);
        if (burst.isFull(now)) return Optional.of(Exceeded.BURST);
        if (route.isAssociations()) {
            if (associationDaily.isFull(now)) return Optional.of(Exceeded.DAILY);
            if (associationBurst.isFull(now)) return Optional.of(Exceeded.BURST);
            associationBurst.count(now);
            associationDaily.count();
        }
        burst.count(now);
        daily.count();
        return Optional.empty();
    }

    SimResponse withHeaders(Route route, SimResponse reply) {
        if (route.isSearch()) return reply;
        var limits = settings.limits();
        return reply.with("X-HubSpot-RateLimit-Max", Integer.toString(limits.burst()))
                .with("X-HubSpot-RateLimit-Remaining", Integer.toString(burst.remaining()))
                .with("X-HubSpot-RateLimit-Interval-Milliseconds", Long.toString(PlanLimits.BURST_WINDOW.toMillis()))
                .with("X-HubSpot-RateLimit-Daily", Integer.toString(limits.daily()))
                .with("X-HubSpot-RateLimit-Daily-Remaining", Integer.toString(daily.remaining()));
    }

    int usedToday() {
        return daily.used();
    }

    private Optional<Exceeded> admitSearch(Instant now) {
        if (daily.isFull(now)) return Optional.of(Exceeded.DAILY);
        if (searches.isFull(now)) return Optional.of(Exceeded.SEARCH);
        searches.count(now);
        daily.count();
        return Optional.empty();
    }

    /// A limit that was run into, with HubSpot's words for it.
    enum Exceeded {
        BURST("TEN_SECONDLY_ROLLING", "ten_secondly_rolling", PlanLimits.BURST_WINDOW),
        DAILY("DAILY", "daily", Duration.ofHours(1)),
        SEARCH("SECONDLY", "secondly", PlanLimits.SEARCH_WINDOW);

        private final String policy;
        private final String spoken;
        private final Duration wait;

        Exceeded(String policy, String spoken, Duration wait) {
            this.policy = policy;
            this.spoken = spoken;
            this.wait = wait;
        }

        SimResponse reply(HubSpotSettings settings, String correlationId) {
            var body = Json.object()
                    .put("status", "error")
                    .put("message", "You have reached your " + spoken + " limit.")
                    .put("errorType", "RATE_LIMIT")
                    .put("correlationId", correlationId)
                    .put("policyName", policy)
                    .put("requestId", correlationId);
            if (settings.is(Unconfirmed.RATE_LIMIT_HAS_CATEGORY)) body.put("category", "RATE_LIMITS");
            var reply = SimResponse.json(429, Json.text(body));
            return settings.is(Unconfirmed.RATE_LIMIT_HAS_RETRY_AFTER)
                    ? reply.with("Retry-After", Long.toString(wait.toSeconds()))
                    : reply;
        }
    }
}
