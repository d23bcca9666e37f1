package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.VendorSimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The HTTP port in front of one simulator. A time-out takes the whole of the client's patience; what is carried
/// out late is carried out after it.
final class VendorPort implements Http {

    /// With less than that left of an invocation no call is begun, as `Deadline` has it in Lambda.
    private static final Duration NEEDED = Http.TIMEOUT_MAX.plusSeconds(5);

    private static final Duration LATE_CREATE = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofSeconds(50);
    private static final List<Integer> STATUSES = List.of(500, 502, 503, 504);

    private final VendorSimulator simulator;
    private final Clockwork clockwork;
    private final Passage passage;
    private final Chance chance;
    private final Function<Sent, Operation> operation;
    private final Observer observer;
    private final Runnable written;
    private Instant dated = Instant.MIN;
    private String date = "";

    /// A request by the name of its endpoint.
    record Sent(String endpoint, String query) {}

    /// `written` is told after each write that the vendor has carried out.
    VendorPort(
            VendorSimulator simulator,
            Clockwork clockwork,
            Passage passage,
            Chance chance,
            Function<Sent, Operation> operation,
            Observer observer,
            Runnable written) {
        this.simulator = simulator;
        this.clockwork = clockwork;
        this.passage = passage;
        this.chance = chance;
        this.operation = operation;
        this.observer = observer;
        this.written = written;
    }

    @Override
    public HttpReply send(Request request) {
        var task = clockwork.running().orElseThrow();
        if (task.deadline()
                .filter(end -> !clockwork.instant().plus(NEEDED).isBefore(end))
                .isPresent()) {
            return new HttpReply.NotSent("too little time left");
        }
        var uri = request.uri();
        var call = new SimRequest(
                request.method(),
                uri.getPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                request.headers(),
                request.body());
        var endpoint = simulator.endpoint(call);
        var kind = operation.apply(new Sent(endpoint, call.rawQuery()));
        observer.calls(simulator, kind);
        observer.sends(kind, call);
        var reply = passage.pass(kind, request.method() + " " + uri.getPath(), new Passage.Call<HttpReply>() {
            @Override
            public HttpReply carryOut() {
                return answer(kind, call);
            }

            @Override
            public HttpReply struck(Fault fault) {
                return VendorPort.this.struck(fault, kind, call);
            }
        });
        observer.got(kind, call, reply);
        retryAfter(reply).ifPresent(wait -> observer.refused(simulator, kind, wait));
        return reply;
    }

    private static Optional<Duration> retryAfter(HttpReply reply) {
        return reply instanceof HttpReply.Answered answered && answered.status() == 429
                ? answered.number("Retry-After").map(Duration::ofSeconds)
                : Optional.empty();
    }

    private HttpReply struck(Fault fault, Operation kind, SimRequest call) {
        return switch (fault) {
            case REPLY_LOST -> {
                answer(kind, call);
                passage.wait(chance.between(Duration.ofMillis(50), Duration.ofSeconds(5)));
                yield new HttpReply.Broken("reset");
            }
            case REFUSED -> new HttpReply.NotSent("refused");
            case TIMED_OUT -> {
                passage.wait(Http.TIMEOUT_MAX);
                yield new HttpReply.Broken("timed out");
            }
            case CARRIED_OUT_LATE -> {
                var most = kind == Operation.XERO_INVOICE || kind == Operation.XERO_CONTACT ? LATE_CREATE : LATE;
                clockwork.at(
                        clockwork.instant().plus(chance.between(Http.TIMEOUT_MAX, most)), () -> answer(kind, call));
                passage.wait(Http.TIMEOUT_MAX);
                yield new HttpReply.Broken("timed out");
            }
            case SLOW -> {
                var whole = Http.TIMEOUT_MAX.minusSeconds(1);
                var before = chance.between(Duration.ZERO, whole);
                passage.wait(before);
                var reply = answer(kind, call);
                passage.wait(chance.between(Duration.ZERO, whole.minus(before)));
                yield reply;
            }
            case LIMIT_MINUTE -> limited("minute", "ten_secondly_rolling", 1 + chance.below(60));
            case LIMIT_DAY -> limited("day", "daily", 600 + chance.below(20_000));
            case LIMIT_AT_ONCE -> limited("concurrent", "secondly", 0);
            case SERVER_ERROR -> answered(SimResponse.empty(chance.oneOf(STATUSES)));
            case SERVER_ERROR_AFTER_COMMIT -> {
                answer(kind, call);
                yield answered(SimResponse.empty(chance.oneOf(STATUSES)));
            }
            case KILLED_BEFORE, KILLED_AFTER, FUNCTION_TIMED_OUT, THROTTLED, COMMITTED_UNANSWERED ->
                throw new IllegalStateException(fault + " is no fault of a vendor");
        };
    }

    /// As both vendors say it: docs/reference/xero-api.md, 12; docs/reference/hubspot-api.md, 14.
    private HttpReply limited(String problem, String policy, int seconds) {
        var body = "{\"status\":\"error\",\"message\":\"You have reached your " + policy
                + " limit.\",\"errorType\":\"RATE_LIMIT\",\"policyName\":\"" + policy.toUpperCase(Locale.ROOT) + "\"}";
        var reply = SimResponse.json(429, body).with("X-Rate-Limit-Problem", problem);
        return answered(seconds == 0 ? reply : reply.with("Retry-After", Integer.toString(seconds)));
    }

    private HttpReply answer(Operation kind, SimRequest call) {
        if (isOfXerosApi(kind)) observer.asked(call);
        var reply = simulator.handle(call);
        passage.say(call.method() + " " + call.path() + " " + reply.status());
        observer.called(kind, call.method() + " " + call.path(), reply);
        if (kind.writes()) written.run();
        return answered(reply);
    }

    private static boolean isOfXerosApi(Operation kind) {
        return kind.vendor().equals(Optional.of(Vendor.XERO)) && !kind.asksForTokens();
    }

    private HttpReply answered(SimResponse reply) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("date", date());
        reply.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new HttpReply.Answered(reply.status(), headers, reply.body());
    }

    /// What every HTTP server adds. Many answers come in the same second.
    private String date() {
        var second = clockwork.instant().truncatedTo(ChronoUnit.SECONDS);
        if (!second.equals(dated)) {
            dated = second;
            date = DateTimeFormatter.RFC_1123_DATE_TIME.format(second.atOffset(ZoneOffset.UTC));
        }
        return date;
    }
}
