package dev.quotetocash.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.people.Api;
import java.util.LinkedHashMap;
import java.util.Map;

/// The control surface of one simulator.
final class Control {

    private final Api simulator;

    Control(Api simulator) {
        this.simulator = simulator;
    }

    /// Calls so far by endpoint.
    Map<String, Integer> calls() {
        var calls = new LinkedHashMap<String, Integer>();
        simulator
                .get("/sim/calls")
                .path("calls")
                .properties()
                .forEach(entry -> calls.put(entry.getKey(), entry.getValue().asInt()));
        return calls;
    }

    void loseWebhooks() {
        simulator.post("/sim/webhooks/lose", "");
    }

    void deliverWebhooks() {
        simulator.post("/sim/webhooks/deliver", "");
    }

    /// Sends every webhook so far `times` more, shuffled. How many that were.
    int sendWebhooksAgain(int times) {
        return simulator
                .post("/sim/webhooks/again", Api.object().put("times", times))
                .path("sent")
                .asInt();
    }

    void loseNextReply(String endpoint) {
        arm(Api.object().put("fault", "lose-reply").put("endpoint", endpoint).put("times", 1));
    }

    /// Answers every such request with `body` instead of carrying it out.
    void answer(String endpoint, String query, JsonNode body) {
        arm(Api.object()
                .put("fault", "answer")
                .put("endpoint", endpoint)
                .put("query", query)
                .put("status", 200)
                .put("body", body.toString()));
    }

    private void arm(JsonNode fault) {
        simulator.post("/sim/faults", fault);
    }
}
