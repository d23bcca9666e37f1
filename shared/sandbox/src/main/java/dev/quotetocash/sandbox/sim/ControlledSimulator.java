package dev.quotetocash.sandbox.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A simulator with its control surface beside the API: below `/sim`, whoever plays with it counts calls,
/// arms faults, moves the clock, loses webhooks or sends them again, and reads or replaces the whole state.
/// Nothing there is counted or struck by faults, and nothing asks for a token.
public final class ControlledSimulator implements Simulator {

    private final VendorSimulator api;
    private final WebhookQueue webhooks;
    private final CallCounts counts = new CallCounts();
    private final Faults faults = new Faults();
    private final List<Control> controls;

    /// `own` are the controls that only this vendor has.
    public ControlledSimulator(VendorSimulator api, WebhookQueue webhooks, SimClock clock, List<Control> own) {
        this.api = api;
        this.webhooks = webhooks;
        var all = new ArrayList<Control>();
        all.add(new Control("GET", "/sim", "this list", _ -> Reply.ok(help())));
        all.addAll(countControls());
        all.addAll(FaultControls.of(faults));
        all.addAll(stateControls());
        all.addAll(clockControls(clock));
        all.addAll(WebhookControls.of(webhooks));
        if (webhooks.asksForProof()) all.addAll(WebhookControls.ofProof(webhooks));
        all.addAll(own);
        controls = List.copyOf(all);
    }

    public CallCounts counts() {
        return counts;
    }

    public Faults faults() {
        return faults;
    }

    public WebhookQueue webhooks() {
        return webhooks;
    }

    @Override
    public SimResponse handle(SimRequest request) {
        if (request.path().equals("/sim") || request.path().startsWith("/sim/")) return control(request);
        var name = api.endpoint(request);
        counts.count(name);
        var struck = faults.strike(name, request);
        if (struck.isEmpty()) return api.handle(request);
        var fault = struck.get();
        return switch (fault.kind()) {
            case ANSWER -> answer(fault);
            case SLOW -> api.handle(request).after(fault.delay());
            case REFUSE -> throw new ClosedConnection(name);
            case LOSE_REPLY -> {
                api.handle(request);
                throw new LostReply(name);
            }
        };
    }

    private SimResponse control(SimRequest request) {
        try {
            return controls.stream()
                    .filter(control -> control.is(request))
                    .findFirst()
                    .map(control -> control.action().answer(new ControlBody(request)))
                    .orElseGet(() -> Reply.error(
                            404,
                            "no such control: " + request.method() + " " + request.path() + "; GET /sim lists them"));
        } catch (IllegalArgumentException wrong) {
            return Reply.error(400, String.valueOf(wrong.getMessage()));
        } catch (RuntimeException unforeseen) {
            return Reply.error(500, unforeseen.toString());
        }
    }

    private JsonNode help() {
        var help = Reply.object();
        var list = help.putArray("controls");
        for (var control : controls) {
            list.addObject()
                    .put("control", control.method() + " " + control.path())
                    .put("help", control.help());
        }
        return help;
    }

    private List<Control> countControls() {
        return List.of(
                new Control("GET", "/sim/calls", "how often each endpoint was called", _ -> {
                    var reply = Reply.object();
                    counts.all().forEach(reply.putObject("calls")::put);
                    return Reply.ok(reply);
                }),
                Control.silent("DELETE", "/sim/calls", "counts from zero again", _ -> counts.reset()));
    }

    private List<Control> stateControls() {
        return List.of(
                new Control("GET", "/sim/state", "the whole state", _ -> SimResponse.json(200, api.dump())),
                Control.silent(
                        "PUT", "/sim/state", "replaces the state by one read earlier; webhooks are forgotten", body -> {
                            api.load(body.raw());
                            webhooks.clear();
                        }),
                Control.silent(
                        "DELETE", "/sim/state", "as on the first day; webhooks are forgotten, the clock stays", _ -> {
                            api.reset();
                            webhooks.clear();
                        }));
    }

    private static List<Control> clockControls(SimClock clock) {
        return List.of(
                new Control("GET", "/sim/clock", "the simulator's time, and how far it is ahead", _ -> time(clock)),
                new Control(
                        "POST",
                        "/sim/clock",
                        "lets time pass for every simulator of this process: {\"advance\":\"PT30M\"}",
                        body -> {
                            clock.advance(body.only("advance").duration("advance"));
                            return time(clock);
                        }));
    }

    private static SimResponse time(SimClock clock) {
        return Reply.ok(Reply.object()
                .put("now", clock.instant().toString())
                .put("ahead", clock.ahead().toString()));
    }

    private static SimResponse answer(Fault fault) {
        var answer = SimResponse.json(fault.status(), fault.body()).with("Content-Type", fault.contentType());
        return fault.retryAfterSeconds() == 0
                ? answer
                : answer.with("Retry-After", Integer.toString(fault.retryAfterSeconds()));
    }
}
