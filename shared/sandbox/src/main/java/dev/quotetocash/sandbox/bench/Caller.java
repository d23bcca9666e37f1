package dev.quotetocash.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.Simulator;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes requests as the server reads them from the network.
final class Caller {

    private final Simulator simulator;

    Caller(Simulator simulator) {
        this.simulator = simulator;
    }

    SimRequest request(Map<String, String> headers, String method, String path, String query, JsonNode body) {
        return request(headers, method, path, query, body.toString());
    }

    SimRequest request(Map<String, String> headers, String method, String path, String query, String body) {
        var all = new LinkedHashMap<>(headers);
        all.putIfAbsent("accept", "application/json");
        all.putIfAbsent("content-type", "application/json");
        return new SimRequest(method, path, query, all, body.getBytes(StandardCharsets.UTF_8));
    }

    SimResponse handle(SimRequest request) {
        return simulator.handle(request);
    }

    /// The body of a success.
    JsonNode answer(SimRequest request) {
        var reply = handle(request);
        checkSuccess(request, reply);
        return Api.parse(reply.text());
    }

    static void checkSuccess(SimRequest request, SimResponse reply) {
        if (reply.status() / 100 != 2)
            throw new IllegalStateException(request.method() + " " + request.path() + "?" + request.rawQuery()
                    + " was answered " + reply.status() + " " + reply.text());
    }
}
