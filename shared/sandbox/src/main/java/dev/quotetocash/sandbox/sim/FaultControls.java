package dev.quotetocash.sandbox.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/// Arming faults, and which are armed.
final class FaultControls {

    private static final String[] MEMBERS = {
        "fault", "endpoint", "query", "times", "status", "body", "retryAfter", "contentType", "delay"
    };
    private static final int TIMES_MAX = 1_000_000;
    private static final int SECONDS_MAX = 1_000_000;
    private static final Duration DELAY_MAX = Duration.ofMinutes(10);

    private FaultControls() {}

    static List<Control> of(Faults faults) {
        return List.of(
                new Control("GET", "/sim/faults", "the faults that are armed", _ -> Reply.ok(all(faults))),
                Control.silent(
                        "POST",
                        "/sim/faults",
                        "arms a fault: {\"fault\":\"lose-reply|answer|refuse|slow\",\"endpoint\":\"PUT /Invoices\"} and,"
                                + " as needed, query, times, status, body, retryAfter (seconds), contentType, delay (PT5S);"
                                + " * in endpoint is anything",
                        body -> faults.arm(fault(body.only(MEMBERS)))),
                Control.silent("DELETE", "/sim/faults", "disarms all faults", _ -> faults.clear()));
    }

    private static Fault fault(ControlBody body) {
        var kind = body.choice("fault", Fault.Kind.class);
        return new Fault(
                kind,
                body.text("endpoint"),
                body.optionalText("query").orElse(""),
                body.number("times", 1, TIMES_MAX, TIMES_MAX),
                body.number("status", 200, 599, 200),
                body.optionalText("body").orElse(""),
                body.number("retryAfter", 0, SECONDS_MAX, 0),
                body.optionalText("contentType").orElse(Fault.JSON),
                kind == Fault.Kind.SLOW ? delay(body.duration("delay")) : Duration.ZERO);
    }

    private static Duration delay(Duration delay) {
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("\"delay\" is " + delay + ", but must be from PT0S to " + DELAY_MAX);
        }
        return delay;
    }

    private static ObjectNode all(Faults faults) {
        var reply = Reply.object();
        var armed = reply.putArray("faults");
        for (var fault : faults.all()) {
            armed.addObject()
                    .put("kind", fault.kind().name())
                    .put("endpoint", fault.endpoint())
                    .put("query", fault.query())
                    .put("times", fault.times())
                    .put("status", fault.status())
                    .put("body", fault.body())
                    .put("retryAfterSeconds", fault.retryAfterSeconds())
                    .put("contentType", fault.contentType())
                    .put("delay", fault.delay().toString());
        }
        return reply;
    }
}
