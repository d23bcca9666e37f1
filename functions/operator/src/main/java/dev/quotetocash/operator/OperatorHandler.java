package dev.quotetocash.operator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quotetocash.engine.Operator;
import dev.quotetocash.wiring.Wiring;
import java.util.List;
import java.util.Map;

/// What the `bridge` command asks of a stack: `{"command":"setup"}`, `activate` or `restored`, answered with
/// `{"ok":true,"lines":[..]}`. Invoked directly, never by an event.
public final class OperatorHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Operator operator;

    public OperatorHandler() {
        this(System.getenv());
    }

    public OperatorHandler(Map<String, String> environment) {
        this.operator = new Operator(Wiring.from(environment, "operator").ports());
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
        var command = String.valueOf(input.get("command"));
        return switch (command) {
            case "setup" -> answer(operator.setup());
            case "activate" -> answer(operator.activate());
            case "restored" -> answer(operator.restored());
            default ->
                Map.of("ok", false, "lines", List.of("No such command: " + command + ". There are: setup, activate, restored."));
        };
    }

    private static Map<String, Object> answer(Operator.Report report) {
        return Map.of("ok", report.ok(), "lines", report.lines());
    }
}
