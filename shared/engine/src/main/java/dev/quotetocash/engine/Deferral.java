package dev.quotetocash.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Runs a notice record by record and sends what has to come again back to the queue with a delay: waiting
/// never counts as a failure. A record that throws does not keep the others from their turn; the first
/// exception is thrown at the end.
final class Deferral {

    private static final int DOUBLINGS_MAX = 8;

    private final Notices notices;
    private final Telemetry telemetry;

    Deferral(Notices notices, Telemetry telemetry) {
        this.notices = notices;
        this.telemetry = telemetry;
    }

    void each(Notice notice, Function<String, Outcome> work) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        var failures = new ArrayList<RuntimeException>();
        for (var id : notice.ids()) {
            try {
                outcomes.put(id, work.apply(id));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        again(notice, outcomes);
        if (!failures.isEmpty()) throw failures.getFirst();
    }

    void again(Notice notice, Map<String, Outcome> outcomes) {
        var byDelay = new LinkedHashMap<Duration, List<String>>();
        outcomes.forEach((id, outcome) -> {
            if (outcome instanceof Outcome.Later(Duration wanted, String why)) {
                telemetry.note(notice.kind().wire() + " " + id, "deferred, " + why);
                byDelay.computeIfAbsent(backOff(wanted, notice.deferrals()), _ -> new ArrayList<>())
                        .add(id);
            }
        });
        byDelay.forEach((delay, ids) -> {
            telemetry.count(Telemetry.Metric.DEFERRED, ids.size());
            var next = new Notice(notice.kind(), ids, notice.trigger(), notice.firstQueuedAt(), notice.deferrals() + 1);
            notices.enqueue(List.of(next), delay);
        });
    }

    /// Whether this record has waited, or has to wait, for longer than a queue should carry it.
    static boolean isLong(Outcome.Later later, Notice notice) {
        return later.delay().compareTo(Notices.DELAY_MAX) > 0
                || backOff(later.delay(), notice.deferrals()).equals(Notices.DELAY_MAX);
    }

    /// Twice as long each time, at most what a queue can delay.
    private static Duration backOff(Duration wanted, int deferrals) {
        var delay = wanted.multipliedBy(1L << Math.min(deferrals, DOUBLINGS_MAX));
        return delay.compareTo(Notices.DELAY_MAX) > 0 ? Notices.DELAY_MAX : delay;
    }
}
