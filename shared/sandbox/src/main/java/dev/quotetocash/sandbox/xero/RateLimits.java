package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The limits of one app (reference section 12): calls at the same time, a sliding minute, and a day that is a
/// fixed window starting at a moment drawn from the seed. A refused call uses nothing up.
final class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration RAPID = Duration.ofMinutes(30);
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private final XeroLimits limits;
    private final XeroLimits custom;
    private long dayOffset;
    private final Deque<Instant> lastMinute = new ArrayDeque<>();
    private final Deque<Instant> lastAppMinute = new ArrayDeque<>();
    private long day = Long.MIN_VALUE;
    private int usedToday;

    /// `custom` are those of a custom connection.
    RateLimits(XeroLimits limits, XeroLimits custom, Draws draws) {
        this.limits = limits;
        this.custom = custom;
        this.dayOffset = draws.below((int) DAY_SECONDS);
    }

    /// Counts a call, or tells which limit refuses it with an empty body and no content type. `ahead` calls are
    /// under way.
    Optional<SimResponse> admit(Instant now, int ahead, Grants.Connection connection) {
        roll(now);
        var rapid = limits.rapidSync() && now.isBefore(connection.createdAt().plus(RAPID));
        if (ahead >= limits.concurrent()) return Optional.of(refusal("concurrent"));
        if (!rapid && usedToday >= perDay(connection.userId().isEmpty())) return refusal("day", secondsOfDayLeft(now));
        if (!rapid && lastMinute.size() >= limits.perMinute()) return refusal("minute", secondsLeft(lastMinute, now));
        if (lastAppMinute.size() >= limits.perAppMinute()) {
            return refusal("appminute", secondsLeft(lastAppMinute, now));
        }
        lastAppMinute.addLast(now);
        if (rapid) return Optional.empty();
        usedToday++;
        lastMinute.addLast(now);
        return Optional.empty();
    }

    /// Adds what every answer carries.
    SimResponse count(SimResponse reply, Instant now, boolean isCustom) {
        roll(now);
        return reply.with(Map.of(
                "X-DayLimit-Remaining",
                Integer.toString(Math.max(0, perDay(isCustom) - usedToday)),
                "X-MinLimit-Remaining",
                Integer.toString(Math.max(0, limits.perMinute() - lastMinute.size())),
                "X-AppMinLimit-Remaining",
                Integer.toString(Math.max(0, limits.perAppMinute() - lastAppMinute.size()))));
    }

    private int perDay(boolean isCustom) {
        return isCustom ? custom.perDay() : limits.perDay();
    }

    private static SimResponse refusal(String problem) {
        return SimResponse.empty(429).with("X-Rate-Limit-Problem", problem);
    }

    private static Optional<SimResponse> refusal(String problem, long seconds) {
        return Optional.of(refusal(problem).with("Retry-After", Long.toString(seconds)));
    }

    private void roll(Instant now) {
        forget(lastMinute, now);
        forget(lastAppMinute, now);
        var today = Math.floorDiv(now.getEpochSecond() - dayOffset, DAY_SECONDS);
        if (today != day) {
            day = today;
            usedToday = 0;
        }
    }

    private static void forget(Deque<Instant> calls, Instant now) {
        while (!calls.isEmpty() && !calls.getFirst().plus(MINUTE).isAfter(now)) calls.removeFirst();
    }

    private long secondsOfDayLeft(Instant now) {
        return DAY_SECONDS - Math.floorMod(now.getEpochSecond() - dayOffset, DAY_SECONDS);
    }

    private static long secondsLeft(Deque<Instant> calls, Instant now) {
        var left = Duration.between(now, calls.getFirst().plus(MINUTE));
        return left.toSeconds() + (left.toMillisPart() > 0 ? 1 : 0);
    }

    /// The calls of the last minute, and how many there were on the day that starts at `dayOffset` seconds.
    record State(List<Instant> lastMinute, List<Instant> lastAppMinute, long dayOffset, long day, int usedToday) {

        State {
            lastMinute = List.copyOf(lastMinute);
            lastAppMinute = List.copyOf(lastAppMinute);
        }
    }

    State snapshot() {
        return new State(List.copyOf(lastMinute), List.copyOf(lastAppMinute), dayOffset, day, usedToday);
    }

    void restore(State state) {
        lastMinute.clear();
        lastMinute.addAll(state.lastMinute());
        lastAppMinute.clear();
        lastAppMinute.addAll(state.lastAppMinute());
        dayOffset = state.dayOffset();
        day = state.day();
        usedToday = state.usedToday();
    }
}
