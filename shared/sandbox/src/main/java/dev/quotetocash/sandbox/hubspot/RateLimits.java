package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.hubspot.OAuthApp.Distribution;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The limits of section 14 for the apps' calls; a person in the user interface has none. Search has its own
/// limit, of the whole account, and no headers (section 4).
final class RateLimits {

    private final HubSpotSettings settings;
    private final Map<String, RollingWindow> bursts = new LinkedHashMap<>();
    private final Map<String, RollingWindow> associationBursts = new LinkedHashMap<>();
    private final RollingWindow searches;
    private final DailyCount daily;
    private final DailyCount associationDaily;

    RateLimits(HubSpotSettings settings) {
        var limits = settings.limits();
        this.settings = settings;
        searches = new RollingWindow(PlanLimits.SEARCH_WINDOW, limits.searchPerSecond());
        daily = new DailyCount(settings.timeZone(), limits.daily());
        associationDaily = new DailyCount(settings.timeZone(), limits.associationDaily());
    }

    /// Calls within the windows, by the app's id, and of the day.
    record State(
            Map<String, List<Instant>> bursts,
            Map<String, List<Instant>> associationBursts,
            List<Instant> searches,
            DailyCount.Day daily,
            DailyCount.Day associationDaily) {}

    State snapshot() {
        return new State(
                calls(bursts),
                calls(associationBursts),
                searches.snapshot(),
                daily.snapshot(),
                associationDaily.snapshot());
    }

    void restore(State state) {
        bursts.clear();
        associationBursts.clear();
        state.bursts().forEach((app, calls) -> burst(app).restore(calls));
        state.associationBursts().forEach((app, calls) -> associationBurst(app).restore(calls));
        searches.restore(state.searches());
        daily.restore(state.daily());
        associationDaily.restore(state.associationDaily());
    }

    /// The limit that a call runs into. A call within its limits is counted.
    Optional<Exceeded> admit(Actor actor, Route route, Instant now) {
        if (hasDailyLimit(actor) && daily.isFull(now)) return Optional.of(Exceeded.DAILY);
        if (route.isSearch()) {
            if (searches.isFull(now)) return Optional.of(Exceeded.SEARCH);
            searches.count(now);
        } else {
            var exceeded = admitBurst(actor.sourceId(), route, now);
            if (exceeded.isPresent()) return exceeded;
        }
        if (hasDailyLimit(actor)) daily.count(1, now);
        return Optional.empty();
    }

    /// The daily pair is not told to OAuth apps.
    SimResponse withHeaders(Actor actor, Route route, SimResponse reply, Instant now) {
        if (route.isSearch()) return reply;
        var app = actor.sourceId();
        var told = new LinkedHashMap<String, String>();
        told.put("X-HubSpot-RateLimit-Max", Integer.toString(burstMax(app)));
        told.put("X-HubSpot-RateLimit-Remaining", Integer.toString(burst(app).remaining(now)));
        told.put("X-HubSpot-RateLimit-Interval-Milliseconds", Long.toString(PlanLimits.BURST_WINDOW.toMillis()));
        if (!actor.isOAuth()) {
            told.put(
                    "X-HubSpot-RateLimit-Daily",
                    Integer.toString(settings.limits().daily()));
            told.put("X-HubSpot-RateLimit-Daily-Remaining", Integer.toString(daily.remaining(now)));
        }
        return reply.with(told);
    }

    int usedToday(Instant now) {
        return daily.used(now);
    }

    /// Other private apps of the account make calls, which use up the shared daily limit.
    void otherAppsUse(int calls, Instant now) {
        daily.count(calls, now);
    }

    /// Other apps of the account search at this moment.
    void otherAppsSearch(int searchesMade, Instant now) {
        for (var i = 0; i < searchesMade; i++) searches.count(now);
        daily.count(searchesMade, now);
    }

    private Optional<Exceeded> admitBurst(String app, Route route, Instant now) {
        if (burst(app).isFull(now)) return Optional.of(Exceeded.BURST);
        if (route.isAssociations()) {
            if (associationDaily.isFull(now)) return Optional.of(Exceeded.DAILY);
            if (associationBurst(app).isFull(now)) return Optional.of(Exceeded.BURST);
            associationBurst(app).count(now);
            associationDaily.count(1, now);
        }
        burst(app).count(now);
        return Optional.empty();
    }

    private boolean hasDailyLimit(Actor actor) {
        return !isOfMarketplace(actor.sourceId());
    }

    private int burstMax(String app) {
        return isOfMarketplace(app)
                ? PlanLimits.MARKETPLACE_BURST
                : settings.limits().burst();
    }

    private boolean isOfMarketplace(String app) {
        var oauth = settings.oauthApp();
        return app.equals(Long.toString(oauth.appId())) && oauth.distribution() == Distribution.MARKETPLACE;
    }

    private RollingWindow burst(String app) {
        return bursts.computeIfAbsent(app, _ -> new RollingWindow(PlanLimits.BURST_WINDOW, burstMax(app)));
    }

    private RollingWindow associationBurst(String app) {
        return associationBursts.computeIfAbsent(
                app,
                _ -> new RollingWindow(
                        PlanLimits.BURST_WINDOW, settings.limits().associationBurst()));
    }

    private static Map<String, List<Instant>> calls(Map<String, RollingWindow> windows) {
        var calls = new LinkedHashMap<String, List<Instant>>();
        windows.forEach((app, window) -> calls.put(app, window.snapshot()));
        return calls;
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

        SimResponse reply(Portal portal, String correlationId) {
            var settings = portal.settings();
            var body = Json.object()
                    .put("status", "error")
                    .put("message", "You have reached your " + limit(settings) + " limit.")
                    .put("errorType", "RATE_LIMIT")
                    .put("correlationId", correlationId)
                    .put("policyName", policy)
                    .put("requestId", correlationId);
            if (settings.is(Unconfirmed.RATE_LIMIT_HAS_CATEGORY)) body.put("category", "RATE_LIMITS");
            var reply = SimResponse.json(429, Json.text(portal.thinned(body)));
            return settings.is(Unconfirmed.RATE_LIMIT_HAS_RETRY_AFTER)
                    ? reply.with("Retry-After", Long.toString(wait.toSeconds()))
                    : reply;
        }

        private String limit(HubSpotSettings settings) {
            var isUnsure = this == BURST && !settings.is(Unconfirmed.RATE_LIMIT_TEXT_NAMES_POLICY);
            return isUnsure ? "secondly" : spoken;
        }
    }
}
