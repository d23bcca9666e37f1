package dev.quotetocash.sandbox.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Whoever edits both systems: one act after the other, most of them close together, so that they collide.
final class People {

    private static final int SOON = 75;

    private final Clockwork clockwork;
    private final Chance chance;
    private final Events events;
    private final Coverage coverage;
    private final Trace trace;
    private final List<Act> acts = new ArrayList<>();
    private final Instant until;
    private final int least;

    /// `weight` is how often it is chosen; `work` answers false if there was nothing to do it with.
    record Act(String name, int weight, Work work) {
        interface Work {
            boolean done();
        }
    }

    /// They go on until a time, and until they have done `least` acts.
    People(
            Clockwork clockwork,
            Chance chance,
            Events events,
            Coverage coverage,
            Trace trace,
            Instant until,
            int least) {
        this.clockwork = clockwork;
        this.chance = chance;
        this.events = events;
        this.coverage = coverage;
        this.trace = trace;
        this.until = until;
        this.least = least;
    }

    void add(List<Act> more) {
        acts.addAll(more);
        more.forEach(act -> coverage.expect(act.name()));
    }

    void begin() {
        var soon = chance.below(100) < SOON;
        var gap = soon
                ? chance.between(Duration.ofSeconds(1), Duration.ofMinutes(2))
                : chance.between(Duration.ofMinutes(20), Duration.ofHours(12));
        clockwork.at(clockwork.instant().plus(gap), this::next);
    }

    private void next() {
        var enough = events.edits() >= least && events.faults() >= Math.min(least, ProofOptions.FAULTS);
        if (clockwork.instant().isAfter(until) && enough) events.end();
        if (events.ended()) return;
        var act = chance.weighted(acts, Act::weight);
        if (events.edit(act.name())) {
            clockwork.start("person", () -> attempt(act));
            coverage.count(act.name());
        }
        begin();
    }

    private void attempt(Act act) {
        try {
            if (!act.work().done()) trace.say("person", "has nothing to do that with");
        } catch (IllegalStateException | IllegalArgumentException refused) {
            trace.say("person", "is refused: " + first(refused.toString()));
        }
    }

    private static String first(String message) {
        var line = message.lines().findFirst().orElse("");
        return line.length() > 160 ? line.substring(0, 160) : line;
    }
}
