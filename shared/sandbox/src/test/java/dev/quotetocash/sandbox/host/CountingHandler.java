package dev.quotetocash.sandbox.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs inside the host: counts its calls and tells the count and the event's source.
public final class CountingHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private static final AtomicInteger CALLS = new AtomicInteger();

    public CountingHandler(Map<String, String> environment) {
        if (environment.isEmpty()) throw new IllegalArgumentException("no environment");
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        if ("scheduled".equals(event.get("ask"))) return Map.of("calls", CALLS.get());
        if (event.containsKey("fail")) throw new IllegalStateException("failed as told");
        if ("aws.scheduler".equals(event.get("source"))) CALLS.incrementAndGet();
        return Map.of("echo", event);
    }
}
