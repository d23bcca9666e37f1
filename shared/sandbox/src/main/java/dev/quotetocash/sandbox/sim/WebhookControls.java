package dev.quotetocash.sandbox.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Looking at webhooks, and meddling with them.
final class WebhookControls {

    private static final int SHOWN = 20;
    private static final int SHOWN_MAX = 10_000;
    private static final int TIMES_MAX = 1000;
    private static final int THOUSAND = 1000;

    private WebhookControls() {}

    static List<Control> of(WebhookQueue webhooks) {
        return List.of(
                new Control(
                        "GET",
                        "/sim/webhooks",
                        "counts, and the last " + SHOWN + " webhooks (or ?last=n) with their attempts",
                        body -> Reply.ok(view(webhooks.report(shown(body.request()))))),
                Control.silent(
                        "POST", "/sim/webhooks/lose", "loses every new webhook from now on", _ -> webhooks.lose(true)),
                Control.silent("POST", "/sim/webhooks/deliver", "delivers again", _ -> webhooks.lose(false)),
                new Control(
                        "POST",
                        "/sim/webhooks/again",
                        "sends webhooks again, shuffled: all, the {\"last\":n}, or the one of {\"id\":n}; each"
                                + " {\"times\":n}, else once",
                        body -> Reply.ok(Reply.object().put("sent", again(webhooks, body)))),
                Control.silent(
                        "POST",
                        "/sim/webhooks/chances",
                        "of a thousand webhooks so many are {\"duplicated\":n,\"heldBack\":n,\"lost\":n} from now on",
                        body -> webhooks.chances(chances(body.only("duplicated", "heldBack", "lost")))),
                Control.silent(
                        "POST",
                        "/sim/webhooks/address",
                        "sends webhooks to {\"url\":\"http://...\"} from now on, or with \"\" to nobody",
                        body -> webhooks.sendTo(body.only("url").text("url"))));
    }

    /// For a vendor whose endpoints must prove themselves.
    static List<Control> ofProof(WebhookQueue webhooks) {
        return List.of(
                Control.silent(
                        "POST",
                        "/sim/webhooks/intent-to-receive",
                        "tries the endpoint with rightly and wrongly signed probes; it is switched on or off accordingly",
                        _ -> webhooks.intentToReceive()),
                Control.silent(
                        "POST",
                        "/sim/webhooks/enable",
                        "switches a disabled endpoint on, if it answers the probes as it should",
                        _ -> webhooks.enable()));
    }

    private static int again(WebhookQueue webhooks, ControlBody body) {
        body.only("times", "last", "id");
        if (body.has("last") && body.has("id")) throw new IllegalArgumentException("either last or id, not both");
        var times = body.number("times", 0, TIMES_MAX, 1);
        return body.has("id")
                ? webhooks.sendAgainOne(body.number("id", 1, Integer.MAX_VALUE, 0), times)
                : webhooks.sendAgain(body.number("last", 0, Integer.MAX_VALUE, Integer.MAX_VALUE), times);
    }

    private static WebhookChances chances(ControlBody body) {
        return new WebhookChances(
                body.number("duplicated", 0, THOUSAND, 0),
                body.number("heldBack", 0, THOUSAND, 0),
                body.number("lost", 0, THOUSAND, 0));
    }

    private static int shown(SimRequest request) {
        var last = request.query("last").orElse(Integer.toString(SHOWN));
        if (!last.matches("[0-9]{1,5}") || Integer.parseInt(last) > SHOWN_MAX) {
            throw new IllegalArgumentException("last must be a whole number from 0 to " + SHOWN_MAX + ": " + last);
        }
        return Integer.parseInt(last);
    }

    private static ObjectNode view(WebhookReport report) {
        var view = Reply.object()
                .put("sent", report.counts().sent())
                .put("pending", report.pending())
                .put("delivered", report.counts().delivered())
                .put("failed", report.counts().failed())
                .put("lost", report.counts().lost())
                .put("disabled", report.subscription().is(WebhookSubscription.State.DISABLED))
                .put("subscription", report.subscription().state().name())
                .put("why", report.subscription().why())
                .put("address", report.address())
                .put("losing", report.losing());
        view.putObject("chances")
                .put("duplicated", report.chances().duplicated())
                .put("heldBack", report.chances().heldBack())
                .put("lost", report.chances().lost());
        var last = view.putArray("last");
        report.last().forEach(webhook -> last.add(view(webhook)));
        return view;
    }

    private static ObjectNode view(Webhook webhook) {
        var view = Reply.object()
                .put("id", webhook.id())
                .put("kind", ControlBody.spelled(webhook.kind()))
                .put("events", webhook.events().size())
                .put("state", ControlBody.spelled(webhook.state()))
                .put("madeAt", webhook.madeAt().toString());
        if (webhook.isWaiting()) view.put("dueAt", webhook.dueAt().toString());
        var attempts = view.putArray("attempts");
        for (var attempt : webhook.attempts()) {
            attempts.addObject()
                    .put("at", attempt.at().toString())
                    .put("outcome", attempt.outcome().toString());
        }
        return view;
    }
}
