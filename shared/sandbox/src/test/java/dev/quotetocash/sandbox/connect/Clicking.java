package dev.quotetocash.sandbox.connect;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A person with a browser that runs no scripts, which the pages do without: opens addresses, presses buttons of
/// forms, follows redirects, and keeps cookies by host and port.
final class Clicking {

    private static final int REDIRECTS_MAX = 5;
    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern BUTTON = Pattern.compile("<button([^>]*)>([^<]+)</button>");

    private record Shown(URI at, String html) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();

    void open(String to) {
        go(HttpRequest.newBuilder(URI.create(to)).GET(), URI.create(to));
    }

    /// The first button with this word.
    void press(String word) {
        var form = FORM.matcher(page());
        while (form.find()) {
            var button = BUTTON.matcher(form.group(2));
            while (button.find())
                if (button.group(2).equals(word)) {
                    submit(form.group(1), form.group(2), button.group(1));
                    return;
                }
        }
        throw new AssertionError("no button '" + word + "' on " + address() + ":\n" + page());
    }

    String page() {
        return shown.getLast().html();
    }

    String address() {
        return shown.getLast().at().toString();
    }

    /// Every page of this site that was shown.
    List<String> pagesOf(String site) {
        return shown.stream()
                .filter(page -> page.at().toString().startsWith(site))
                .map(Shown::html)
                .toList();
    }

    /// Values of cookies, and of the states and codes of redirects.
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    private void submit(String action, String form, String button) {
        var fields = new LinkedHashMap<String, String>();
        var hidden = HIDDEN.matcher(form);
        while (hidden.find()) fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        var named = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]+)\"").matcher(button);
        if (named.find()) fields.put(named.group(1), named.group(2));
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var to = shown.getLast().at().resolve(action);
        go(
                HttpRequest.newBuilder(to)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                to);
    }

    private void go(HttpRequest.Builder request, URI to) {
        var next = request;
        var where = to;
        for (var hop = 0; hop < REDIRECTS_MAX; hop++) {
            var reply = send(next, where);
            if (reply.statusCode() / 100 != 3) {
                shown.add(new Shown(where, reply.body()));
                return;
            }
            where = where.resolve(reply.headers().firstValue("Location").orElseThrow());
            remember(where);
            next = HttpRequest.newBuilder(where).GET();
        }
        throw new AssertionError("redirected too often, at last to " + where);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, URI to) {
        var site = to.getAuthority();
        if (cookies.containsKey(site)) request.header("Cookie", cookies.get(site));
        try {
            var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            reply.headers().firstValue("Set-Cookie").ifPresent(cookie -> {
                cookies.put(site, cookie.replaceFirst(";.*", ""));
                secrets.add(cookie.replaceFirst(";.*", "").replaceFirst("[^=]*=", ""));
            });
            return reply;
        } catch (IOException e) {
            throw new AssertionError("not answered: " + to, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void remember(URI redirect) {
        if (redirect.getRawQuery() == null) return;
        for (var field : redirect.getRawQuery().split("&")) {
            if (field.startsWith("state=") || field.startsWith("code=")) secrets.add(field.replaceFirst("[^=]*=", ""));
        }
    }
}
