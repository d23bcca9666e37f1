package dev.quotetocash.operator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quotetocash.engine.ConnectLink;
import dev.quotetocash.engine.Operator;
import dev.quotetocash.engine.StackStatus;
import dev.quotetocash.engine.StatusReader;
import dev.quotetocash.engine.StatusScreen;
import dev.quotetocash.wiring.Wiring;
import java.util.List;
import java.util.Map;

/// What the `bridge` command asks of a stack: `{"command":"setup"}`, `activate`, `connect`, `status` or
/// `restored`, answered with `{"ok":true,"lines":[..]}`, and for `status` with the same as data. Invoked directly,
/// never by an event.
public final class OperatorHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Operator operator;
    private final ConnectLink connect;
    private final StatusReader status;

    public OperatorHandler() {
        this(System.getenv());
    }

    public OperatorHandler(Map<String, String> environment) {
        this(Wiring.from(environment, "operator"));
    }

    private OperatorHandler(Wiring wiring) {
        this.operator = new Operator(wiring.ports());
        this.connect = wiring.connectLink();
        this.status = wiring.statusReader();
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
        var command = String.valueOf(input.get("command"));
        return switch (command) {
            case "setup" -> answer(operator.setup());
            case "activate" -> answer(operator.activate());
            case "connect" -> answer(connect.issue());
            case "status" -> answer(status.read());
            case "restored" -> answer(operator.restored());
            default ->
                Map.of(
                        "ok",
                        false,
                        "lines",
                        List.of("No such command: " + command
                                + ". There are: setup, activate, connect, status, restored."));
        };
    }

    private static Map<String, Object> answer(StackStatus status) {
        return Map.of("ok", true, "lines", new StatusScreen(status).lines(), "status", StatusMap.of(status));
    }

    private static Map<String, Object> answer(Operator.Report report) {
        return Map.of("ok", report.ok(), "lines", report.lines());
    }
}
