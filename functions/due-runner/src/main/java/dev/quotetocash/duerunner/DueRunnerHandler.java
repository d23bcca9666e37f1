package dev.quotetocash.duerunner;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quotetocash.engine.DueRunner;
import dev.quotetocash.wiring.Wiring;
import java.util.Map;

/// Enqueues work whose time has come, every minute.
public final class DueRunnerHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final DueRunner due;

    public DueRunnerHandler() {
        this(System.getenv());
    }

    public DueRunnerHandler(Map<String, String> environment) {
        this(Wiring.from(environment, "due-runner"));
    }

    private DueRunnerHandler(Wiring wiring) {
        var links = wiring.links();
        this.due = new DueRunner(links, wiring.notices(), wiring.clock());
        wiring.primeLinks(links);
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> tick, Context context) {
        return Map.of("enqueued", due.run());
    }
}
