package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.sim.Control;
import dev.quotetocash.sandbox.sim.ControlBody;
import java.util.List;

/// What people and HubSpot itself do to an account beside its API.
final class HubSpotControls {

    private static final int CALLS_MAX = 1_000_000;
    private static final int FAILURES_MAX = 10_000;
    private static final int SEARCHES_MAX = 1_000;
    private static final int USUAL_OUTAGE = 503;

    private HubSpotControls() {}

    static List<Control> of(HubSpotSimulator hubspot) {
        return List.of(
                Control.silent(
                        "POST",
                        "/sim/people/restore",
                        "takes a record out of the recycle bin: {\"type\":\"deals\",\"id\":\"512\"}",
                        body -> restore(hubspot, body.only("type", "id"))),
                Control.silent(
                        "POST",
                        "/sim/people/accept-quote",
                        "the buyer accepts a published quote, or signs a legacy one: {\"id\":\"512\"}",
                        body -> hubspot.acceptQuote(body.only("id").text("id"))),
                Control.silent(
                        "POST",
                        "/sim/people/uninstall",
                        "disconnects the OAuth app: its tokens answer 401 from now on",
                        body -> {
                            body.only();
                            hubspot.uninstallOAuthApp();
                        }),
                Control.silent(
                        "POST",
                        "/sim/people/association-permission",
                        "takes the permission to edit associations from who authorised the OAuth app, or gives it back:"
                                + " {\"permission\":\"none\"} or {\"permission\":\"edit\"}",
                        body -> permit(hubspot, body.only("permission"))),
                Control.silent(
                        "POST",
                        "/sim/account/migrate",
                        "answers apps 477 with Retry-After for {\"for\":\"PT1H\"}, at most PT24H; PT0S ends it",
                        body -> hubspot.migrateAccount(body.only("for").duration("for"))),
                Control.silent(
                        "POST",
                        "/sim/account/lock",
                        "answers writes to a record 423 for a while:"
                                + " {\"type\":\"deals\",\"id\":\"512\",\"for\":\"PT10S\"}",
                        body -> lock(hubspot, body.only("type", "id", "for"))),
                Control.silent(
                        "POST",
                        "/sim/account/fail",
                        "answers the next calls of apps with an outage: {\"calls\":3}, and, as needed, status (503;"
                                + " 502, 504, 521 to 524)",
                        body -> fail(hubspot, body.only("calls", "status"))),
                Control.silent(
                        "POST",
                        "/sim/account/other-apps",
                        "other apps use up limits that are the account's: {\"calls\":1000} of the day,"
                                + " {\"searches\":5} of this second",
                        body -> others(hubspot, body.only("calls", "searches"))));
    }

    private static void restore(HubSpotSimulator hubspot, ControlBody body) {
        hubspot.restore(body.text("type"), body.text("id"));
    }

    private static void permit(HubSpotSimulator hubspot, ControlBody body) {
        var permission = body.choice("permission", Permission.class);
        hubspot.forbidAssociationEdits(permission == Permission.NONE);
    }

    private static void lock(HubSpotSimulator hubspot, ControlBody body) {
        hubspot.lockRecord(body.text("type"), body.text("id"), body.duration("for"));
    }

    private static void fail(HubSpotSimulator hubspot, ControlBody body) {
        hubspot.failNext(body.number("calls", 1, FAILURES_MAX, 1), body.number("status", 502, 524, USUAL_OUTAGE));
    }

    private static void others(HubSpotSimulator hubspot, ControlBody body) {
        if (!body.has("calls") && !body.has("searches"))
            throw new IllegalArgumentException("\"calls\" or \"searches\" is missing: a whole number");
        hubspot.otherAppsUse(body.number("calls", 0, CALLS_MAX, 0));
        hubspot.otherAppsSearch(body.number("searches", 0, SEARCHES_MAX, 0));
    }

    private enum Permission {
        NONE,
        EDIT
    }
}
