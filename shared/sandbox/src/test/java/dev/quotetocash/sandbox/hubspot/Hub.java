package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookEvent;
import dev.quotetocash.sandbox.sim.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tiny client of the simulator, with a clock that a test moves. JSON may be written with single quotes.
final class Hub implements InstantSource {

    static final String OBJECTS = "/crm/objects/2026-09/";
    static final String ASSOCIATIONS = "/crm/associations/2026-09/";
    static final Instant START = Instant.parse("2026-11-20T10:00:00.123Z");

    final HubSpotSettings settings;
    final HubSpotSimulator simulator;
    final List<WebhookDelivery> deliveries = new ArrayList<>();
    private Instant now = START;

    private Hub(HubSpotSettings settings) {
        this.settings = settings;
        this.simulator = new HubSpotSimulator(settings, this, 7, this::keep);
    }

    private void keep(List<WebhookEvent> events) {
        var form = HubSpotSimulator.webhookForm(settings);
        deliveries.add(form.sign(WebhookRequest.first(settings.webhookUrl(), events, now)));
    }

    static Hub fresh() {
        return new Hub(HubSpotSettings.sandbox());
    }

    static Hub with(HubSpotSettings settings) {
        return new Hub(settings);
    }

    /// With webhooks for these subscriptions.
    static Hub subscribed(Subscription... subscriptions) {
        return new Hub(HubSpotSettings.sandbox()
                .withWebhookUrl("https://bridge.example/hubspot/webhooks")
                .withSubscriptions(List.of(subscriptions)));
    }

    record Reply(int status, JsonNode body, Map<String, String> headers) {

        String at(String pointer) {
            return body.at(pointer).asText();
        }

        String id() {
            return body.path("id").asText();
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    Hub later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Reply get(String pathAndQuery) {
        return call("GET", pathAndQuery, "");
    }

    Reply post(String path, String json) {
        return call("POST", path, json);
    }

    Reply put(String path, String json) {
        return call("PUT", path, json);
    }

    Reply patch(String path, String json) {
        return call("PATCH", path, json);
    }

    Reply delete(String path) {
        return call("DELETE", path, "");
    }

    Reply call(String method, String pathAndQuery, String json) {
        return call(settings.token(), method, pathAndQuery, json);
    }

    /// As a person in HubSpot's user interface.
    Reply person(String method, String pathAndQuery, String json) {
        return call(settings.uiToken(), method, pathAndQuery, json);
    }

    Reply call(String token, String method, String pathAndQuery, String json) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + token);
        if (!json.isEmpty()) headers.put("Content-Type", "application/json");
        return send(request(method, pathAndQuery, headers, json.replace('\'', '"')));
    }

    Reply send(SimRequest request) {
        return parse(simulator.handle(request));
    }

    static SimRequest request(String method, String pathAndQuery, Map<String, String> headers, String body) {
        var at = pathAndQuery.indexOf('?');
        return new SimRequest(
                method,
                at < 0 ? pathAndQuery : pathAndQuery.substring(0, at),
                at < 0 ? "" : pathAndQuery.substring(at + 1),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    /// Creates a record as the app and returns its id.
    String create(String type, String properties) {
        var reply = post(OBJECTS + type, "{'properties':" + properties + "}");
        if (reply.status() != 201) throw new AssertionError(reply.body().toString());
        return reply.id();
    }

    Reply read(String type, String id, String query) {
        return get(OBJECTS + type + "/" + id + "?" + query);
    }

    String value(String type, String id, String property) {
        return read(type, id, "properties=" + property).at("/properties/" + property);
    }

    Reply update(String type, String id, String properties) {
        return patch(OBJECTS + type + "/" + id, "{'properties':" + properties + "}");
    }

    Reply associate(String from, String fromId, String to, String toId) {
        return put(OBJECTS + from + "/" + fromId + "/associations/default/" + to + "/" + toId, "");
    }

    Reply search(String type, String json) {
        return post(OBJECTS + type + "/search", json);
    }

    /// Every event delivered so far, oldest first.
    List<JsonNode> events() {
        var events = new ArrayList<JsonNode>();
        for (var delivery : deliveries)
            Json.parse(new String(delivery.body(), StandardCharsets.UTF_8)).forEach(events::add);
        return events;
    }

    private static Reply parse(SimResponse response) {
        var body = response.body().length == 0 ? Json.object() : Json.parse(response.text());
        return new Reply(response.status(), body, response.headers());
    }
}
