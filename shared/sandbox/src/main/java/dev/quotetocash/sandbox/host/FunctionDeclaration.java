package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A function as the template declares it, `Globals` included, everything resolved.
record FunctionDeclaration(
        String logicalId, String handler, Duration timeout, Map<String, String> environment, List<Trigger> triggers) {

    private static final int LAMBDA_DEFAULT_TIMEOUT_SECONDS = 3;
    private static final int LAMBDA_DEFAULT_BATCH_SIZE = 10;
    private static final int LAMBDA_DEFAULT_CONCURRENCY = 2;

    FunctionDeclaration {
        environment = Map.copyOf(environment);
        triggers = List.copyOf(triggers);
    }

    /// What calls a function. The operator has none.
    sealed interface Trigger {

        record Route(String method, String path) implements Trigger {
            String key() {
                return method + " " + path;
            }
        }

        /// `window`: how long a batch that is not full waits for more.
        record Queue(
                String logicalId, int batchSize, Duration window, int maximumConcurrency, boolean reportsItemFailures)
                implements Trigger {}

        record Schedule(String name, String expression, String input) implements Trigger {}
    }

    /// `invoice-sync` for `InvoiceSync`: the module that builds the function.
    String module() {
        return logicalId.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static FunctionDeclaration of(
            Template.Resource resource, JsonNode globals, Intrinsics intrinsics, PhysicalNames names) {
        var place = resource.place() + ".Properties";
        var own = intrinsics.resolve(resource.properties(), place);
        var shared = intrinsics.resolve(globals, "Globals.Function");
        if (!either(own, shared, "Handler").isTextual()) throw new TemplateException(place, "Handler is missing");
        var triggers = new ArrayList<Trigger>();
        Template.members(own.path("Events"))
                .forEach((name, event) -> triggers.add(trigger(name, event, place + ".Events." + name, names)));
        return new FunctionDeclaration(
                resource.logicalId(),
                either(own, shared, "Handler").asText(),
                Duration.ofSeconds(either(own, shared, "Timeout").asInt(LAMBDA_DEFAULT_TIMEOUT_SECONDS)),
                environment(own, shared),
                triggers);
    }

    private static JsonNode either(JsonNode own, JsonNode shared, String property) {
        return own.has(property) ? own.path(property) : shared.path(property);
    }

    private static Map<String, String> environment(JsonNode own, JsonNode shared) {
        var variables = new LinkedHashMap<String, String>();
        for (var source : List.of(shared, own))
            Template.members(source.path("Environment").path("Variables"))
                    .forEach((name, value) -> variables.put(name, value.asText()));
        return variables;
    }

    private static Trigger trigger(String name, JsonNode event, String place, PhysicalNames names) {
        var properties = event.path("Properties");
        return switch (event.path("Type").asText()) {
            case "HttpApi" -> route(properties, place);
            case "SQS" -> queue(properties, place, names);
            case "ScheduleV2" ->
                new Trigger.Schedule(
                        name,
                        properties.path("ScheduleExpression").asText(),
                        properties.path("Input").asText(""));
            case String other -> throw new TemplateException(place, "events of type " + other + " are not supported");
        };
    }

    private static Trigger route(JsonNode properties, String place) {
        if (!properties.path("PayloadFormatVersion").asText("2.0").equals("2.0"))
            throw new TemplateException(place, "only payload format 2.0 is supported");
        return new Trigger.Route(
                properties.path("Method").asText().toUpperCase(Locale.ROOT),
                properties.path("Path").asText());
    }

    private static Trigger queue(JsonNode properties, String place, PhysicalNames names) {
        var arn = properties.path("Queue").asText();
        var logicalId = names.logicalIdOf(arn)
                .orElseThrow(() -> new TemplateException(place, "there is no queue " + arn + " in this template"));
        var responses = properties.path("FunctionResponseTypes");
        return new Trigger.Queue(
                logicalId,
                properties.path("BatchSize").asInt(LAMBDA_DEFAULT_BATCH_SIZE),
                Duration.ofSeconds(
                        properties.path("MaximumBatchingWindowInSeconds").asInt(0)),
                properties.path("ScalingConfig").path("MaximumConcurrency").asInt(LAMBDA_DEFAULT_CONCURRENCY),
                responses.valueStream().anyMatch(type -> type.asText().equals("ReportBatchItemFailures")));
    }
}
