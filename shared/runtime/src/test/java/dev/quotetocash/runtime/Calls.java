package dev.quotetocash.runtime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Requests that show only what matters.
final class Calls {

    private Calls() {}

    static HttpCall post(String url, String body, Map<String, String> headers) {
        return new HttpCall("POST", url, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpCall with(HttpCall call, String header, String value) {
        var headers = new LinkedHashMap<>(call.headers());
        headers.put(header, value);
        return new HttpCall(call.method(), call.url(), headers, call.body());
    }

    static HttpCall without(HttpCall call, String header) {
        var headers = new LinkedHashMap<>(call.headers());
        headers.remove(header);
        return new HttpCall(call.method(), call.url(), headers, call.body());
    }

    static HttpCall withBody(HttpCall call, String body) {
        return new HttpCall(call.method(), call.url(), call.headers(), body.getBytes(StandardCharsets.UTF_8));
    }
}
