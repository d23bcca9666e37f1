package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The page on which a person connects an app to an account. A script may post its form without reading it.
final class ConsentPage {

    private static final List<String> CARRIED = List.of(
            "client_id", "redirect_uri", "scope", "optional_scope", "state", "code_challenge", "code_challenge_method");

    private ConsentPage() {}

    static SimResponse question(OAuthApp app, long portalId, List<String> scopes, SimRequest asked) {
        var body = new StringBuilder("<h1>Connect " + escape(app.name()) + "</h1>\n");
        body.append("<p>to account ").append(portalId).append(". The app will be able to use:</p>\n<ul>\n");
        scopes.forEach(scope -> body.append("<li>").append(escape(scope)).append("</li>\n"));
        body.append("</ul>\n<form method=\"post\" action=\"/oauth/authorize\">\n");
        for (var name : CARRIED) {
            asked.query(name)
                    .ifPresent(value -> body.append("<input type=\"hidden\" name=\"")
                            .append(name)
                            .append("\" value=\"")
                            .append(escape(value))
                            .append("\">\n"));
        }
        body.append("<button type=\"submit\">Allow</button>\n</form>");
        return page(200, body.toString());
    }

    static SimResponse refusal(String reason) {
        return page(400, "<h1>Authorization failed</h1>\n<p>" + escape(reason) + "</p>");
    }

    private static SimResponse page(int status, String body) {
        var html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>HubSpot</title></head>\n"
                + "<body>\n" + body + "\n</body>\n</html>\n";
        return new SimResponse(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), html.getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
