package dev.quotetocash.runtime;

import dev.quotetocash.engine.ConnectAnswer;
import dev.quotetocash.engine.ConnectFlow;
import dev.quotetocash.engine.Vendor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The routes below `/connect`: what a browser sends, and the page or redirect that it gets. What is shown after
/// a POST is fetched by a GET of its own, so that reloading repeats nothing, and no code stays in the address
/// bar.
public final class ConnectEndpoint {

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int FAILED_DEPENDENCY = 424;
    private static final int BROKEN = 500;

    private final ConnectFlow flow;
    private final ConnectPages pages;
    private final JsonLog log;

    /// `cookie` is to be set as it is. Never printed.
    public record Reply(int status, Map<String, String> headers, Optional<String> cookie, String body) {
        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }

    public ConnectEndpoint(ConnectFlow flow, ConnectPages pages, JsonLog log) {
        this.flow = flow;
        this.pages = pages;
        this.log = log;
    }

    /// `route` is the gateway's key: `POST /connect/xero`.
    public Reply answer(String route, HttpCall call) {
        var address = URI.create(call.url());
        var api = URI.create(address.getScheme() + "://" + address.getRawAuthority());
        try {
            return reply(decide(route, call, address, api), api);
        } catch (RuntimeException trouble) {
            log.error("A person who connects could not be answered", Map.of("route", route), trouble);
            return page(BROKEN, pages.broken());
        }
    }

    private ConnectAnswer decide(String route, HttpCall call, URI address, URI api) {
        var query = Fields.parse(Optional.ofNullable(address.getRawQuery()).orElse(""));
        var visit = new ConnectFlow.Visit(SessionCookie.at(api).of(call), api);
        return switch (route) {
            case "GET /connect" -> flow.open(query.get("code"), visit);
            case "POST /connect" -> flow.enter(form(call).get("code").orElse(""));
            case "POST /connect/hubspot" -> flow.begin(Vendor.HUBSPOT, visit);
            case "POST /connect/xero" -> flow.begin(Vendor.XERO, visit);
            case "GET /connect/hubspot/callback" -> flow.back(Vendor.HUBSPOT, returned(query), visit);
            case "GET /connect/xero/callback" -> flow.back(Vendor.XERO, returned(query), visit);
            default -> throw new IllegalArgumentException("not a route of connect");
        };
    }

    private Reply reply(ConnectAnswer answer, URI api) {
        return switch (answer) {
            case ConnectAnswer.Entered(var session) ->
                seeOther(api + "/connect", Optional.of(SessionCookie.at(api).set(session)));
            case ConnectAnswer.SentTo(var vendors) -> seeOther(vendors.toString(), Optional.empty());
            case ConnectAnswer.Connected _ -> seeOther(api + "/connect", Optional.empty());
            case ConnectAnswer.Invited invited -> page(OK, pages.invitation(invited));
            case ConnectAnswer.Overview overview -> page(OK, pages.overview(overview));
            case ConnectAnswer.Elsewhere elsewhere -> page(CONFLICT, pages.elsewhere(elsewhere));
            case ConnectAnswer.Refused refused -> page(status(refused.why()), pages.refused(refused));
        };
    }

    /// Never a 5xx, which raises an alarm: of these a person knows already.
    private static int status(ConnectAnswer.Why why) {
        return switch (why) {
            case LINK_OVER -> GONE;
            case SESSION_OVER, NOT_BEGUN_HERE -> FORBIDDEN;
            case UNAVAILABLE -> FAILED_DEPENDENCY;
            case DECLINED, VENDOR_OBJECTS, NOT_ACCEPTED, BUSY, BY_HAND, NO_APP -> CONFLICT;
        };
    }

    private static Fields form(HttpCall call) {
        return Fields.parse(new String(call.body(), StandardCharsets.UTF_8));
    }

    private static ConnectFlow.Returned returned(Fields query) {
        return new ConnectFlow.Returned(
                query.get("code").orElse(""),
                query.get("state").orElse(""),
                query.get("error").orElse(""));
    }

    private static Reply seeOther(String address, Optional<String> cookie) {
        var headers = new LinkedHashMap<>(Html.HEADERS);
        headers.put("Location", address);
        return new Reply(SEE_OTHER, Map.copyOf(headers), cookie, "");
    }

    private static Reply page(int status, String html) {
        var headers = new LinkedHashMap<>(Html.HEADERS);
        headers.put("Content-Type", "text/html; charset=utf-8");
        return new Reply(status, Map.copyOf(headers), Optional.empty(), html);
    }
}
