package dev.quotetocash.sandbox.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// An HTTP reply as a value. `delay` is how late it comes: a server waits for it, a simulator never does.
public record SimResponse(int status, Map<String, String> headers, byte[] body, Duration delay) {

    public SimResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Duration.ZERO);
    }

    public static SimResponse json(int status, String json) {
        return new SimResponse(
                status, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    public static SimResponse empty(int status) {
        return new SimResponse(status, Map.of(), new byte[0]);
    }

    public SimResponse with(String header, String value) {
        return with(Map.of(header, value));
    }

    public SimResponse with(Map<String, String> others) {
        var more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new SimResponse(status, more, body, delay);
    }

    public SimResponse after(Duration wait) {
        return new SimResponse(status, headers, body, wait);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
