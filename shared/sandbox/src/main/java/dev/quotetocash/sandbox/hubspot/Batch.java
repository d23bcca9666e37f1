package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The answer to a batch: results, and one error entry per refused row (section 3.3).
final class Batch {

    private final Portal portal;
    private final List<ObjectNode> results = new ArrayList<>();
    private final List<ObjectNode> errors = new ArrayList<>();

    Batch(Portal portal) {
        this.portal = portal;
    }

    /// Runs each row for itself, wholly or not at all; a refused one becomes an error entry with the row's id and
    /// trace id. A locked record refuses the whole call.
    void each(List<JsonNode> inputs, Function<JsonNode, ObjectNode> row) {
        for (var input : inputs) {
            try {
                results.add(traced(input, portal.atomically(() -> row.apply(input))));
            } catch (Refused refused) {
                if (refused.problem().status() == Problem.LOCKED) throw refused;
                error(refused.problem().withContext(context(input, refused.problem())));
            }
        }
    }

    /// Runs all rows or none.
    void all(List<JsonNode> inputs, Function<JsonNode, ObjectNode> row) {
        portal.atomically(() -> {
            inputs.forEach(input -> results.add(traced(input, row.apply(input))));
            return inputs.size();
        });
    }

    void result(ObjectNode result) {
        results.add(result);
    }

    void error(Problem problem) {
        error(problem, true);
    }

    /// Some tell what is wrong by their categories and context alone.
    void error(Problem problem, boolean spoken) {
        var row = problem.row();
        if (!spoken) row.remove(List.of("status", "message", "links"));
        errors.add(portal.thinned(row));
    }

    /// 207 when a row was refused, else `status`.
    SimResponse reply(Call call, int status) {
        if (portal.is(Unconfirmed.BATCH_RESULTS_SHUFFLED)) Collections.shuffle(results, portal.random());
        var now = Times.format(portal.now());
        var body = Json.object().put("status", "COMPLETE");
        body.set("results", Json.list(results));
        if (!errors.isEmpty()) {
            body.put("numErrors", errors.size());
            body.set("errors", Json.list(errors));
        }
        body.put("requestedAt", now).put("startedAt", now).put("completedAt", now);
        return call.json(errors.isEmpty() ? status : 207, body);
    }

    static Optional<String> trace(JsonNode input) {
        return Json.member(input, "objectWriteTraceId").filter(id -> !id.isEmpty());
    }

    private static ObjectNode traced(JsonNode input, ObjectNode result) {
        trace(input).ifPresent(id -> result.put("objectWriteTraceId", id));
        return result;
    }

    private static Map<String, List<String>> context(JsonNode input, Problem problem) {
        var context = new LinkedHashMap<>(problem.context());
        trace(input).ifPresent(id -> context.put("objectWriteTraceId", List.of(id)));
        Json.member(input, "id").ifPresent(id -> context.put("ids", List.of(id)));
        return context;
    }
}
