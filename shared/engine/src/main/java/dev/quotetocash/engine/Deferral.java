package dev.quotetocash.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Runs a notice record by record and sends what has to come again back to the queue with a delay: waiting never
/// counts as a failure. A record that throws does not keep the others from their turn; the first exception is
/// thrown at the end.
final class Deferral {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

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
        var byWait = new LinkedHashMap<Duration, List<String>>();
        outcomes.forEach((id, outcome) -> {
            if (outcome instanceof Outcome.Later(var wanted)) {
                var delay = shorter(wanted.orElseGet(() -> backOff(notice.deferrals())));
                byWait.computeIfAbsent(delay, _ -> new ArrayList<>()).add(id);
            }
        });
        byWait.forEach((delay, ids) -> {
            telemetry.count(Telemetry.Metric.DEFERRED, ids.size());
            var next = new Notice(notice.kind(), ids, notice.trigger(), notice.firstQueuedAt(), notice.deferrals() + 1);
            notices.enqueue(List.of(next), delay);
        });
    }

    /// 5, 10, 20 ... seconds, at most what a queue can delay.
    private static Duration backOff(int deferrals) {
        return shorter(FIRST_WAIT.multipliedBy(1L << Math.min(deferrals, 10)));
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(Notices.DELAY_MAX) > 0 ? Notices.DELAY_MAX : wait;
    }
}
