package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Ports;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.sync.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One day on Xero's smallest plan, 1,000 calls, with 300 deals that are won and, in each of the other lanes, more
/// work than the day can hold. What came of it, as a table.
final class LimitsDay {

    /// One in which the vendor's day, which begins when it likes, does not end meanwhile.
    private static final long SEED = 1;
    private static final int DEALS = 300;
    private static final Duration WINNING = Duration.ofHours(9);
    private static final Duration DAY = Duration.ofHours(12);
    private static final Duration PRESSURE = Duration.ofSeconds(20);
    private static final Duration IN_TIME = Duration.ofHours(2);

    private final Ground ground = Ground.plain(SEED);
    private final List<Won> won = new ArrayList<>();
    private final Map<Lane, Integer> asked = new EnumMap<>(Lane.class);

    private record Won(Deals.Known deal, Instant at) {}

    /// `lines` are the table; `holds` is whether it is as promised.
    record Result(boolean holds, List<String> lines) {}

    private LimitsDay() {}

    static Result run() {
        var day = new LimitsDay();
        try {
            return day.pass();
        } finally {
            day.ground.stop();
        }
    }

    private Result pass() {
        ground.open();
        var begun = ground.clockwork.instant();
        for (var deal = 0; deal < DEALS; deal++) {
            ground.clockwork.at(begun.plus(WINNING.multipliedBy(deal).dividedBy(DEALS)), this::win);
        }
        press(Lane.CHANGE, ports -> ports.xero().sweepInvoices(Instant.EPOCH, 1, Lane.CHANGE), begun);
        press(Lane.SWEEP, ports -> ports.xero().sweepInvoices(Instant.EPOCH, 1, Lane.SWEEP), begun);
        press(Lane.FIRST_LOAD, ports -> ports.xero().sweepInvoices(Instant.EPOCH, 1, Lane.FIRST_LOAD), begun);
        ground.clockwork.runUntil(begun.plus(DAY));
        return result();
    }

    private void win() {
        ground.clockwork.start("person", () -> {
            var deal = ground.reps.makeAndWin();
            won.add(new Won(deal, ground.clockwork.instant()));
        });
    }

    /// Work of a lane that never ends: the next call as soon as the one before was made, or may be made.
    private void press(Lane lane, Function<Ports, Reply<?>> call, Instant from) {
        ground.clockwork.at(
                from,
                () -> ground.stack.work("load", ports -> {
                    asked.merge(lane, 1, Integer::sum);
                    var wait = call.apply(ports) instanceof Reply.Failed<?>(RemoteFailure.RateLimited(Duration after))
                            ? after
                            : PRESSURE;
                    press(lane, call, ground.clockwork.instant().plus(wait));
                }));
    }

    private Result result() {
        var perDay = ground.vendors.xeroSettings.limits().perDay();
        var day = ground.stack.xeroBudget().day();
        var lines = new ArrayList<String>();
        lines.add("%-12s %14s %8s %8s".formatted("lane", "wanted to call", "called", "at most"));
        var kept = true;
        for (var lane : Lane.values()) {
            var most = lane == Lane.INVOICE ? perDay : lane.share(perDay);
            var wanted = asked.containsKey(lane) ? ">= " + asked.get(lane) : "all";
            lines.add("%-12s %14s %8d %8d"
                    .formatted(lane.name().toLowerCase(Locale.ROOT).replace('_', ' '), wanted, day.used(lane), most));
            kept &= day.used(lane) <= most;
        }
        var called = day.used().values().stream().mapToInt(Integer::intValue).sum();
        lines.add("%-12s %14s %8d %8d".formatted("together", "", called, perDay));
        var waits = won.stream().flatMap(one -> waited(one).stream()).sorted().toList();
        lines.add("%d of %d invoices made; from won to invoice: half within %s, all within %s"
                .formatted(waits.size(), won.size(), minutes(waits.get(waits.size() / 2)), minutes(waits.getLast())));
        var violations = ground.observer.violations();
        violations.forEach(violation -> lines.add(violation.rule() + ": " + violation.what()));
        var inTime = waits.size() == DEALS && waits.getLast().compareTo(IN_TIME) <= 0;
        return new Result(kept && inTime && called <= perDay && violations.isEmpty(), lines);
    }

    private Optional<Duration> waited(Won one) {
        return ground.observer.madeAt(one.deal().id()).map(at -> Duration.between(one.at(), at));
    }

    private static String minutes(Duration wait) {
        return "%d min %d s".formatted(wait.toMinutes(), wait.toSecondsPart());
    }
}
