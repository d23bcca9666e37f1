package dev.quotetocash.sandbox.people;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A JSON API over HTTP as one person uses it. Anything but a success is an exception with the answer in it.
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private final Transport transport;

    /// How a request gets to the system: over HTTP, or by a call. `body` is empty for none.
    public interface Transport {
        Reply send(String method, String path, String body);
    }

    public record Reply(int status, String body) {}

    public Api(Transport transport) {
        this.transport = transport;
    }

    /// Over HTTP, with the headers that say who calls.
    public static Api over(HttpClient http, String address, Map<String, String> headers) {
        return new Api((method, path, body) -> {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            try {
                var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return new Reply(reply.statusCode(), reply.body());
            } catch (IOException e) {
                throw new IllegalStateException(method + " " + path + " was not answered", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        });
    }

    /// By calls of a simulator, with the headers that say who calls.
    public static Transport to(Simulator simulator, Map<String, String> headers) {
        return (method, path, body) -> {
            var all = new LinkedHashMap<>(headers);
            all.put("Accept", "application/json");
            all.put("Content-Type", "application/json");
            var at = path.indexOf('?');
            var reply = simulator.handle(new SimRequest(
                    method,
                    at < 0 ? path : path.substring(0, at),
                    at < 0 ? "" : path.substring(at + 1),
                    all,
                    body.getBytes(StandardCharsets.UTF_8)));
            return new Reply(reply.status(), reply.text());
        };
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    public static String pretty(JsonNode json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (IOException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    public JsonNode get(String path) {
        return send("GET", path, "");
    }

    public JsonNode post(String path, JsonNode body) {
        return send("POST", path, body.toString());
    }

    public JsonNode put(String path, JsonNode body) {
        return send("PUT", path, body.toString());
    }

    public JsonNode patch(String path, JsonNode body) {
        return send("PATCH", path, body.toString());
    }

    public void delete(String path) {
        send("DELETE", path, "");
    }

    public JsonNode post(String path, String body) {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, String body) {
        var reply = transport.send(method, path, body);
        if (reply.status() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + reply.status() + " " + reply.body());
        }
        return reply.body().isEmpty() ? object() : parse(reply.body());
    }
}
