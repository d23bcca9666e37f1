package dev.quotetocash.sandbox.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A simulator with its control surface beside the API: below `/sim/`, whoever plays with it counts calls, arms
/// faults, loses webhooks or sends them again, and reads the whole state. Nothing there is counted or struck by
/// faults.
public final class ControlledSimulator implements Simulator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES_MAX = 1_000_000;

    private final Simulator api;
    private final Function<SimRequest, String> endpoint;
    private final Supplier<String> dump;
    private final Outbox outbox;
    private final UnaryOperator<WebhookDelivery> resign;
    private final CallCounts counts = new CallCounts();
    private final Faults faults = new Faults();

    /// `endpoint` names a request for counting and faults; `dump` is the state as JSON.
    public ControlledSimulator(
            Simulator api,
            Function<SimRequest, String> endpoint,
            Supplier<String> dump,
            Outbox outbox,
            UnaryOperator<WebhookDelivery> resign) {
        this.api = api;
        this.endpoint = endpoint;
        this.dump = dump;
        this.outbox = outbox;
        this.resign = resign;
    }

    public CallCounts counts() {
        return counts;
    }

    public Faults faults() {
        return faults;
    }

    public Outbox outbox() {
        return outbox;
    }

    @Override
    public SimResponse handle(SimRequest request) {
        if (request.path().startsWith("/sim/")) return control(request);
        var name = endpoint.apply(request);
        counts.count(name);
        var fault = faults.strike(name, request);
        if (fault.isEmpty()) return api.handle(request);
        return switch (fault.get().kind()) {
            case ANSWER -> answer(fault.get());
            case LOSE_REPLY -> {
                api.handle(request);
                throw new LostReply(name);
            }
        };
    }

    private SimResponse control(SimRequest request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /sim/calls" -> ok(Map.of("calls", counts.all()));
                case "DELETE /sim/calls" -> {
                    counts.reset();
                    yield SimResponse.empty(204);
                }
                case "GET /sim/faults" -> ok(Map.of("faults", faults.all()));
                case "POST /sim/faults" -> {
                    faults.arm(fault(JSON.readTree(request.body())));
                    yield SimResponse.empty(204);
                }
                case "DELETE /sim/faults" -> {
                    faults.clear();
                    yield SimResponse.empty(204);
                }
                case "GET /sim/state" -> SimResponse.json(200, dump.get());
                case "GET /sim/webhooks" -> ok(Map.of("sent", outbox.size()));
                case "POST /sim/webhooks/lose" -> {
                    outbox.lose(true);
                    yield SimResponse.empty(204);
                }
                case "POST /sim/webhooks/deliver" -> {
                    outbox.lose(false);
                    yield SimResponse.empty(204);
                }
                case "POST /sim/webhooks/again" -> {
                    var times = JSON.readTree(request.body()).path("times").asInt(1);
                    yield ok(Map.of("sent", outbox.sendAllAgain(times, resign)));
                }
                default -> ok(404, Map.of("error", "no such control: " + request.method() + " " + request.path()));
            };
        } catch (java.io.IOException | IllegalArgumentException e) {
            return ok(
                    400,
                    Map.of(
                            "error",
                            "not understood: send {\"fault\",\"endpoint\",\"query\",\"times\"} or {\"times\"}"));
        }
    }

    private static SimResponse answer(Fault fault) {
        var answer = SimResponse.json(fault.status(), fault.body());
        return fault.retryAfterSeconds() == 0
                ? answer
                : answer.with("Retry-After", Integer.toString(fault.retryAfterSeconds()));
    }

    private static Fault fault(JsonNode json) {
        return new Fault(
                Fault.Kind.valueOf(json.path("fault").asText().replace('-', '_').toUpperCase(Locale.ROOT)),
                json.path("endpoint").asText(),
                json.path("query").asText(""),
                json.path("times").asInt(TIMES_MAX),
                json.path("status").asInt(200),
                json.path("body").asText(""),
                json.path("retryAfter").asInt(0));
    }

    private static SimResponse ok(Map<String, ?> body) {
        return ok(200, body);
    }

    private static SimResponse ok(int status, Map<String, ?> body) {
        try {
            return SimResponse.json(status, new String(JSON.writeValueAsBytes(body), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts and numbers is always JSON", e);
        }
    }
}
