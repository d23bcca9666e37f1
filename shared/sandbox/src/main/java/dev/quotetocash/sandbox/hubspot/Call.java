package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One authenticated request on its way through a route: what the address and the body say, and how to answer.
record Call(SimRequest request, Version version, Map<String, String> params, Actor actor, Types types) {

    static final String ORIGIN = "https://api.hubapi.com";

    Call {
        params = Map.copyOf(params);
    }

    String param(String name) {
        return Optional.ofNullable(params.get(name)).orElseThrow(() -> new IllegalStateException("No {" + name + "}"));
    }

    ObjectType type(String name) {
        return types.named(param(name))
                .orElseThrow(() -> Problem.invalid("Unable to infer object type from: " + param(name))
                        .refused());
    }

    ObjectType type() {
        return type("type");
    }

    Optional<String> query(String name) {
        return request.query(name).filter(value -> !value.isEmpty());
    }

    /// A parameter with several values, separated by commas or repeated.
    List<String> names(String name) {
        return request.queries(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    boolean flag(String name) {
        return query(name).filter("true"::equals).isPresent();
    }

    int limit(int usual, int max) {
        var limit = number(query("limit").orElse(Integer.toString(usual)), "limit");
        if (limit < 1 || limit > max)
            throw Problem.invalid("limit must be between 1 and " + max).refused();
        return (int) limit;
    }

    /// The cursor of a list: the last id of the page before.
    long after() {
        return number(query("after").orElse("0"), "after");
    }

    static long number(String text, String name) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid(name + " is not a number: " + text).refused();
        }
    }

    JsonNode body() {
        if (request.header("content-type")
                .filter(type -> !type.contains("json"))
                .isPresent())
            throw Problem.of(415, "VALIDATION_ERROR", "Unsupported Media Type: application/json is expected")
                    .refused();
        try {
            return Json.parse(request.text());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("Invalid input JSON: " + e.getMessage()).refused();
        }
    }

    JsonNode object(String member) {
        var value = body().path(member);
        if (!value.isObject())
            throw Problem.invalid("Invalid input JSON: missing " + member).refused();
        return value;
    }

    /// The `inputs` of a batch, at most `max`.
    List<JsonNode> inputs(int max) {
        return inputs(body(), max);
    }

    static List<JsonNode> inputs(JsonNode body, int max) {
        var inputs = body.path("inputs");
        if (!inputs.isArray())
            throw Problem.invalid("Some required fields were not set: [inputs]").refused();
        if (inputs.size() > max)
            throw Problem.invalid("The maximum number of inputs supported in a batch request for this endpoint is "
                            + max + ", got " + inputs.size())
                    .refused();
        return inputs.valueStream().toList();
    }

    /// As this call writes it: `/crm/objects/2026-09/deals` or `/crm/v3/objects/deals`.
    String objectsPath(ObjectType of) {
        return version.segment().startsWith("v")
                ? "/crm/" + version.segment() + "/objects/" + of.plural()
                : "/crm/objects/" + version.segment() + "/" + of.plural();
    }

    SimResponse json(int status, JsonNode body) {
        return SimResponse.json(status, Json.text(body));
    }

    SimResponse results(ArrayNode results) {
        ObjectNode body = Json.object();
        body.set("results", results);
        return json(200, body);
    }

    SimResponse noContent() {
        return SimResponse.empty(204);
    }
}
