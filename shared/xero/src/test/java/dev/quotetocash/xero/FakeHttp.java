package dev.quotetocash.xero;

import dev.quotetocash.engine.Http;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives the replies it was told to give, in order, and remembers what it was asked.
final class FakeHttp implements Http {

    static final String DATE = "Sun, 22 Nov 2026 10:00:00 GMT";

    private final List<Request> requests = new ArrayList<>();
    private final Deque<HttpReply> replies = new ArrayDeque<>();

    FakeHttp answers(int status, String body) {
        return answers(status, body, Map.of());
    }

    FakeHttp answers(int status, String body, Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        all.put("date", DATE);
        return replies(new HttpReply.Answered(status, all, body.getBytes(StandardCharsets.UTF_8)));
    }

    FakeHttp replies(HttpReply reply) {
        replies.add(reply);
        return this;
    }

    @Override
    public HttpReply send(Request request) {
        requests.add(request);
        return replies.remove();
    }

    Request request(int index) {
        return requests.get(index);
    }

    String body(int index) {
        return new String(requests.get(index).body(), StandardCharsets.UTF_8);
    }

    /// Method, path and query of every request so far.
    List<String> calls() {
        return requests.stream()
                .map(request -> request.method() + " " + request.uri().getRawPath()
                        + (request.uri().getRawQuery() == null
                                ? ""
                                : "?" + request.uri().getRawQuery()))
                .toList();
    }
}
