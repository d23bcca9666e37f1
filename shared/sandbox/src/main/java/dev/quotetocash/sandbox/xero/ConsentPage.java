package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The pages of the consent: the question, and what is shown instead when the app asked wrongly.
final class ConsentPage {

    private static final List<String> CARRIED = List.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method");

    record Problem(String error, String description) {}

    private ConsentPage() {}

    static SimResponse question(XeroSettings settings, Form form) {
        var hidden = CARRIED.stream()
                .filter(name -> form.field(name).isPresent())
                .map(name -> "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(form.text(name)) + "\">")
                .collect(Collectors.joining("\n"));
        var scopes = form.words("scope").stream()
                .map(scope -> "<li>" + escaped(scope) + "</li>")
                .collect(Collectors.joining("\n"));
        return html(200, """
                <h1>%s wants access to %s</h1>
                <p>Client %s asks for:</p>
                <ul>
                %s
                </ul>
                <form method="post" action="/identity/connect/authorize">
                %s
                <button name="decision" value="allow">Allow access</button>
                <button name="decision" value="deny">Cancel</button>
                </form>""".formatted(
                        Replies.PROVIDER,
                        escaped(SettingsView.ORGANISATION_NAME),
                        escaped(settings.clientId()),
                        scopes,
                        hidden));
    }

    static SimResponse problem(Problem problem) {
        return html(400, """
                <h1>Sorry, something went wrong</h1>
                <p>Error: %s</p>
                <p>%s</p>""".formatted(problem.error(), problem.description()));
    }

    private static SimResponse html(int status, String body) {
        var page =
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Sandbox identity</title></head>\n"
                        + "<body>\n" + body + "\n</body>\n</html>\n";
        return new SimResponse(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
