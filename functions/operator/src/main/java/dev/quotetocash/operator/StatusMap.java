package dev.quotetocash.operator;

import dev.quotetocash.engine.Backlog;
import dev.quotetocash.engine.StackStatus;
import dev.quotetocash.engine.StatusAttention;
import dev.quotetocash.sync.CallBudget;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A status as Lambda's serializer writes it: texts, numbers, lists and maps. Times are ISO 8601, what is not
/// known is left out.
final class StatusMap {

    private StatusMap() {}

    static Map<String, Object> of(StackStatus status) {
        var map = new LinkedHashMap<String, Object>();
        map.put("portal", status.pair().portal().value());
        map.put("tenant", status.pair().tenant().value());
        map.put("at", status.at().toString());
        status.installation().ifPresent(id -> map.put("installation", id));
        put(map, "activatedAt", status.activatedAt());
        put(map, "restoredAt", status.restoredAt());
        map.put("attention", new StatusAttention(status).lines());
        map.put(
                "connections",
                status.connections().stream().map(StatusMap::access).toList());
        map.put("quotas", status.quotas().stream().map(StatusMap::quota).toList());
        map.put("sweeps", status.sweeps().stream().map(StatusMap::sweep).toList());
        map.put("openWork", open(status.open()));
        map.put("queues", status.queues().stream().map(StatusMap::queue).toList());
        return map;
    }

    private static Map<String, Object> access(StackStatus.Access access) {
        var map = new LinkedHashMap<String, Object>();
        map.put("vendor", access.vendor().slug());
        map.put("byConsent", access.consent().isPresent());
        map.put("refused", access.refused());
        access.consent().ifPresent(given -> {
            map.put("connected", given.renewedAt().isPresent());
            put(map, "renewedAt", given.renewedAt());
            put(map, "accessUntil", given.accessUntil());
            put(map, "diesUnusedAt", given.diesAt());
            put(map, "refusedSince", given.refusedSince());
        });
        return map;
    }

    private static Map<String, Object> quota(StackStatus.Quota quota) {
        var map = new LinkedHashMap<String, Object>();
        map.put("budget", quota.name());
        quota.perDay().ifPresent(calls -> map.put("perDay", calls));
        var left = new LinkedHashMap<String, Object>();
        quota.left().forEach((lane, calls) -> left.put(lane.name().toLowerCase(Locale.ROOT), calls));
        map.put("left", left);
        put(map, "noCallsBefore", quota.waitsUntil().map(CallBudget.Block::until));
        return map;
    }

    private static Map<String, Object> sweep(StackStatus.Sweep sweep) {
        var map = new LinkedHashMap<String, Object>();
        map.put("sweep", sweep.name());
        put(map, "completedAt", sweep.completedAt());
        put(map, "mark", sweep.mark());
        return map;
    }

    private static Map<String, Object> open(StackStatus.OpenRows open) {
        var map = new LinkedHashMap<String, Object>();
        var counts = new LinkedHashMap<String, Object>();
        open.counts().forEach((state, count) -> counts.put(state.name().toLowerCase(Locale.ROOT), count));
        map.put("counts", counts);
        map.put("looked", open.looked());
        map.put("more", open.more());
        put(map, "oldestDue", open.oldestDue());
        map.put("parked", open.parked().stream().map(StatusMap::parked).toList());
        return map;
    }

    private static Map<String, Object> parked(StackStatus.Parked parked) {
        var map = new LinkedHashMap<String, Object>();
        map.put("about", parked.about());
        map.put("cause", parked.cause().value());
        map.put("reason", parked.reason());
        map.put("nextTry", parked.nextTry().toString());
        return map;
    }

    private static Map<String, Object> queue(Backlog queue) {
        var map = new LinkedHashMap<String, Object>();
        map.put("queue", queue.queue());
        map.put("waiting", queue.waiting());
        map.put("underWay", queue.underWay());
        map.put("delayed", queue.delayed());
        map.put("givenUp", queue.deadLetters());
        return map;
    }

    private static void put(Map<String, Object> map, String name, Optional<Instant> time) {
        time.ifPresent(at -> map.put(name, at.toString()));
    }
}
