package dev.quotetocash.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of one vendor's limits: when the calls of the current window ended, oldest first; those under
/// way, by their permits; what is left of the day; until when the vendor wants none; and the limit of the window
/// that the vendor told (0: it did not). All functions share it, so it only changes by being replaced. Times are
/// ours, in whole milliseconds: they measure delays.
public record CallBudget(
        List<Instant> recent, Map<String, Permit> underWay, Day day, Optional<Block> block, int windowLimit) {

    /// A day of a vendor, which begins when it likes.
    private static final Duration DAY = Duration.ofHours(24);

    /// Before the next look at a day that is used up for a lane, though not by the vendor's word.
    private static final Duration NEXT_LOOK = Duration.ofMinutes(30);

    private static final Duration CALL_TIME = Duration.ofSeconds(2);

    /// However many wait, the last one is not kept longer than that behind the first.
    private static final Duration SPREAD_MAX = Duration.ofMinutes(30);

    /// Nothing called yet.
    public static final CallBudget FRESH = new CallBudget(List.of(), Map.of(), Day.UNKNOWN, Optional.empty(), 0);

    /// A call that is allowed; after `expiresAt` its caller counts as dead.
    public record Permit(Lane lane, Instant expiresAt) {}

    /// The vendor refuses calls until then; `waiting` have been sent away since it said so.
    public record Block(Instant until, boolean daily, int waiting) {}

    /// The day so far: its first call, the vendor's last word on what is left, the most that it said was left
    /// (which the limit cannot be below), and our own calls by lane.
    public record Day(Instant since, Optional<Integer> left, int mostLeft, Map<Lane, Integer> used) {

        static final Day UNKNOWN = new Day(Instant.EPOCH, Optional.empty(), 0, Map.of());

        static Day beginning(Instant now) {
            return new Day(now, Optional.empty(), 0, Map.of());
        }

        public Day {
            used = Collections.unmodifiableMap(new LinkedHashMap<>(used));
        }

        public int used(Lane lane) {
            return used.getOrDefault(lane, 0);
        }

        /// The vendor's last word less our calls since; without one, less all of ours.
        private int leftOf(int perDay) {
            return left.orElseGet(() -> Math.max(0, perDay - ours()));
        }

        private int ours() {
            return used.values().stream().mapToInt(Integer::intValue).sum();
        }

        private Day counting(Lane lane) {
            var more = new LinkedHashMap<>(used);
            more.merge(lane, 1, Integer::sum);
            return new Day(since, left.map(known -> Math.max(0, known - 1)), mostLeft, more);
        }
    }

    public CallBudget {
        recent = List.copyOf(recent);
        underWay = Collections.unmodifiableMap(new LinkedHashMap<>(underWay));
    }

    /// Whether a call may be made. Refused is not a failure: the call has not been made, and is worth a try from
    /// `until` on.
    public sealed interface Decision {
        CallBudget budget();

        record Admitted(CallBudget budget) implements Decision {}

        record Refused(CallBudget budget, Instant until) implements Decision {}
    }

    /// Asks for a permit named `id`.
    public Decision admit(CallLimits limits, Lane lane, String id, Instant now) {
        var current = at(limits, now);
        return current.block.isPresent() ? current.waitForTheVendor(limits) : current.admitNow(limits, lane, id, now);
    }

    /// The call has come to its end, with this word on limits. A permit that has expired meanwhile still tells.
    public CallBudget reported(CallLimits limits, String id, CallReport report, Instant now) {
        var current = at(limits, now);
        var open = new LinkedHashMap<>(current.underWay);
        var ended = new ArrayList<>(current.recent);
        if (open.remove(id) != null) ended.add(now);
        var limit = current.toldLimit(limits, report);
        var next = new CallBudget(
                filled(ended, open.size(), limit, report, now),
                open,
                current.dayAfter(report, open.size(), limits, now),
                current.block,
                limit);
        return report.refusal().map(refusal -> next.blocked(refusal, now)).orElse(next);
    }

    /// Without what is over by now: calls that left the window, permits of the dead, a block, a day.
    public CallBudget at(CallLimits limits, Instant now) {
        var windowBegan = now.minus(limits.window());
        if (nothingIsOver(windowBegan, now)) return this;
        var alive = new LinkedHashMap<String, Permit>();
        var inWindow = new ArrayList<>(recent);
        underWay.forEach((id, permit) -> {
            if (permit.expiresAt().isAfter(now)) alive.put(id, permit);
            else inWindow.add(permit.expiresAt());
        });
        inWindow.removeIf(end -> !end.isAfter(windowBegan));
        Collections.sort(inWindow);
        var open = block.filter(refused -> refused.until().isAfter(now));
        var newDay = block.filter(refused -> refused.daily() && open.isEmpty()).isPresent()
                || !day.since().plus(DAY).isAfter(now);
        return new CallBudget(inWindow, alive, newDay ? Day.beginning(now) : day, open, windowLimit);
    }

    /// Mostly so where one call follows another, and an equal budget need not be made.
    private boolean nothingIsOver(Instant windowBegan, Instant now) {
        var before = windowBegan;
        for (var end : recent) {
            if (!end.isAfter(windowBegan) || end.isBefore(before)) return false;
            before = end;
        }
        for (var permit : underWay.values()) if (!permit.expiresAt().isAfter(now)) return false;
        return block.isEmpty() && day.since().plus(DAY).isAfter(now);
    }

    /// What a lane may still use of the day; empty if there is no such limit.
    public Optional<Integer> leftOfDay(CallLimits limits, Lane lane) {
        if (limits.perDay() == 0) return Optional.empty();
        var perDay = Math.max(limits.perDay(), day.mostLeft());
        var left = day.leftOf(perDay);
        if (lane == Lane.INVOICE) return Optional.of(left);
        return Optional.of(Math.max(0, Math.min(lane.share(perDay) - day.used(lane), left - lane.floor(perDay))));
    }

    /// One after the other at the vendor's pace, in the order in which they ask: nobody starts a stampede.
    private Decision waitForTheVendor(CallLimits limits) {
        var refused = block.orElseThrow();
        var spread = limits.pace().multipliedBy(refused.waiting());
        var until = refused.until().plus(spread.compareTo(SPREAD_MAX) > 0 ? SPREAD_MAX : spread);
        var counted = new Block(refused.until(), refused.daily(), refused.waiting() + 1);
        return new Decision.Refused(new CallBudget(recent, underWay, day, Optional.of(counted), windowLimit), until);
    }

    /// A call is of the window until the window has passed since its end: the vendor counts it some time between
    /// its beginning and its end.
    ///
    /// Invoices are never kept back because of the day: only the vendor knows whether it is over.
    private Decision admitNow(CallLimits limits, Lane lane, String id, Instant now) {
        if (lane != Lane.INVOICE
                && leftOfDay(limits, lane).filter(left -> left == 0).isPresent()) {
            return new Decision.Refused(this, now.plus(NEXT_LOOK));
        }
        if (underWay.size() >= lane.most(limits.atOnce())) return new Decision.Refused(this, now.plus(CALL_TIME));
        var tooMany = recent.size() + underWay.size() - lane.most(windowLimit(limits));
        if (tooMany >= 0) {
            var room = tooMany < recent.size() ? recent.get(tooMany).plus(limits.window()) : now.plus(CALL_TIME);
            return new Decision.Refused(this, room);
        }
        var permits = new LinkedHashMap<>(underWay);
        permits.put(id, new Permit(lane, now.plus(limits.lease())));
        return new Decision.Admitted(new CallBudget(recent, permits, day.counting(lane), block, windowLimit));
    }

    private int windowLimit(CallLimits limits) {
        return windowLimit > 0 ? windowLimit : limits.perWindow();
    }

    /// The vendor's own word, else at least what it says is left.
    private int toldLimit(CallLimits limits, CallReport report) {
        var left = report.windowLeft().orElse(0);
        return report.windowLimit().filter(told -> told > 0).orElse(Math.max(windowLimit(limits), left));
    }

    /// Others may use the same window: as if their calls were ours.
    private static List<Instant> filled(List<Instant> ended, int open, int limit, CallReport report, Instant now) {
        if (report.windowLeft().isEmpty()) return ended;
        var used = limit - report.windowLeft().get();
        var calls = new ArrayList<>(ended);
        while (calls.size() + open < used) calls.add(now);
        return calls;
    }

    /// Calls that are under way are not in the vendor's count yet. More left than there was means a new day.
    private Day dayAfter(CallReport report, int others, CallLimits limits, Instant now) {
        if (report.dayLeft().isEmpty()) return day;
        var told = report.dayLeft().get();
        var isNew = told > day.leftOf(limits.perDay()) + limits.atOnce();
        var begun = isNew ? Day.beginning(now) : day;
        return new Day(
                begun.since(), Optional.of(Math.max(0, told - others)), Math.max(begun.mostLeft(), told), begun.used());
    }

    private CallBudget blocked(CallReport.Refusal refusal, Instant now) {
        var until = now.plus(refusal.duration());
        var longer = block.filter(known -> !known.until().isBefore(until));
        return new CallBudget(
                recent, underWay, day, longer.or(() -> Optional.of(new Block(until, refusal.daily(), 0))), windowLimit);
    }
}
