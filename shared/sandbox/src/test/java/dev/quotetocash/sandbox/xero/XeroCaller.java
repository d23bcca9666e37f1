package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Calls a simulator as a client would. Bodies are written with single quotes for JSON's double ones.
final class XeroCaller {

    static final String BASE = "/api.xro/2.0";

    private final XeroSimulator xero;
    private final XeroSettings settings;
    private final String token;

    private XeroCaller(XeroSimulator xero, XeroSettings settings, String token) {
        this.xero = xero;
        this.settings = settings;
        this.token = token;
    }

    static XeroCaller app(XeroSimulator xero, XeroSettings settings) {
        return new XeroCaller(xero, settings, token(xero, settings.clientId(), settings.clientSecret()));
    }

    static XeroCaller finance(XeroSimulator xero, XeroSettings settings) {
        return new XeroCaller(xero, settings, token(xero, settings.financeClientId(), settings.financeClientSecret()));
    }

    static XeroCaller bearing(XeroSimulator xero, XeroSettings settings, String token) {
        return new XeroCaller(xero, settings, token);
    }

    static SimResponse requestToken(XeroSimulator xero, String id, String secret, String form) {
        var basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return xero.handle(new SimRequest(
                "POST",
                "/connect/token",
                "",
                Map.of("Authorization", "Basic " + basic),
                form.getBytes(StandardCharsets.UTF_8)));
    }

    SimResponse get(String address) {
        return send("GET", address, "", Map.of());
    }

    SimResponse getSince(String address, String since) {
        return send("GET", address, "", Map.of("If-Modified-Since", since));
    }

    SimResponse put(String address, String body) {
        return send("PUT", address, body, Map.of());
    }

    SimResponse post(String address, String body) {
        return send("POST", address, body, Map.of());
    }

    /// `headers` come on top of token, tenant and Accept, and replace them.
    SimResponse send(String method, String address, String body, Map<String, String> headers) {
        return xero.handle(request(method, address, body, headers));
    }

    SimRequest request(String method, String address, String body, Map<String, String> headers) {
        var all = new LinkedHashMap<>(Map.of(
                "authorization",
                "Bearer " + token,
                "xero-tenant-id",
                settings.tenantId(),
                "accept",
                "application/json"));
        headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        var parts = address.split("\\?", 2);
        return new SimRequest(
                method,
                BASE + parts[0],
                parts.length > 1 ? parts[1] : "",
                all,
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /// The first element of a successful reply.
    static JsonNode first(SimResponse reply, String plural) {
        if (reply.status() != 200) throw new AssertionError(reply.status() + " " + reply.text());
        return json(reply).path(plural).path(0);
    }

    /// The first message of a refused element, whichever shape the refusal has.
    static String refusal(SimResponse reply) {
        return json(reply)
                .path("Elements")
                .path(0)
                .path("ValidationErrors")
                .path(0)
                .path("Message")
                .asText();
    }

    static JsonNode json(SimResponse reply) {
        return Json.parse(reply.text()).orElseThrow(() -> new AssertionError("not JSON: " + reply.text()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String token(XeroSimulator xero, String id, String secret) {
        return json(requestToken(xero, id, secret, "grant_type=client_credentials"))
                .path("access_token")
                .asText();
    }
}
