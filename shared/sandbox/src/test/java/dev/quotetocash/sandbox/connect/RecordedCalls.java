package dev.quotetocash.sandbox.connect;

import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.Simulator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// HTTP to a simulator that remembers which endpoints were called, and which of them refused the token.
final class RecordedCalls implements Http {

    private final Simulator simulator;
    private final Function<Request, String> endpoint;
    private final Instant now;
    final Set<String> called = new LinkedHashSet<>();
    final Set<String> refused = new LinkedHashSet<>();

    /// `endpoint` names the one that a request goes to.
    RecordedCalls(Simulator simulator, Function<Request, String> endpoint, Instant now) {
        this.simulator = simulator;
        this.endpoint = endpoint;
        this.now = now;
    }

    @Override
    public HttpReply send(Request request) {
        var query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        var reply = simulator.handle(
                new SimRequest(request.method(), request.uri().getPath(), query, request.headers(), request.body()));
        called.add(endpoint.apply(request));
        if (reply.status() == 401 || reply.status() == 403) refused.add(endpoint.apply(request));
        var headers = new LinkedHashMap<String, String>();
        headers.put("date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        reply.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new HttpReply.Answered(reply.status(), headers, reply.body());
    }

    /// One token, good or not.
    static Tokens token(String text) {
        return new Tokens() {
            @Override
            public Reply<String> current() {
                return new Reply.Ok<>(text, Instant.EPOCH);
            }

            @Override
            public void refused() {}

            @Override
            public void accepted() {}
        };
    }
}
