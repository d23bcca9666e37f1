package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.engine.HubSpotGateway.DealUpdate;
import dev.quotetocash.engine.HubSpotGateway.Written;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.Observed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A batch update of deals and what became of each: docs/reference/hubspot-api.md, 3.3. Every input carries a
/// trace id, its place in the request, so that errors name their row.
final class DealUpdateJson {

    private DealUpdateJson() {}

    static ObjectNode format(List<DealUpdate> updates) {
        var request = Json.object();
        var inputs = request.putArray("inputs");
        for (int row = 0; row < updates.size(); row++) {
            var update = updates.get(row);
            inputs.addObject()
                    .put("id", update.id().value())
                    .put("objectWriteTraceId", trace(row))
                    .set("properties", properties(update.values()));
        }
        return request;
    }

    static boolean writesAnything(DealUpdate update) {
        return update.values().values().values().stream().anyMatch(Observed::observed);
    }

    /// In the order of `updates`. Where HubSpot names errors, a deal that is neither named by one nor in the
    /// results was not written either.
    static List<Written> parse(JsonNode body, List<DealUpdate> updates) {
        var errors = new ArrayList<JsonNode>();
        body.path("errors").forEach(errors::add);
        var done = new HashSet<String>();
        BatchJson.results(body).forEach(result -> done.add(Json.text(result, "id")));
        var written = new ArrayList<Written>();
        for (int row = 0; row < updates.size(); row++) {
            written.add(new Written(updates.get(row).id(), refusal(row, updates.get(row), errors, done)));
        }
        return List.copyOf(written);
    }

    private static Optional<String> refusal(int row, DealUpdate update, List<JsonNode> errors, Set<String> done) {
        if (errors.isEmpty()) return Optional.empty();
        var own = errors.stream()
                .filter(error -> names(error, "objectWriteTraceId", trace(row))
                        || names(error, "ids", update.id().value()))
                .toList();
        if (!own.isEmpty()) return Optional.of(words(own));
        return done.contains(update.id().value()) ? Optional.empty() : Optional.of(words(errors));
    }

    private static String words(List<JsonNode> errors) {
        var messages = errors.stream()
                .flatMap(error -> HubSpotFailure.messages(error).stream())
                .distinct()
                .toList();
        return messages.isEmpty() ? "HubSpot gave no reason." : String.join(" ", messages);
    }

    private static boolean names(JsonNode error, String member, String value) {
        for (var named : error.path("context").path(member)) {
            if (named.asText().equals(value)) return true;
        }
        return false;
    }

    /// HubSpot clears a property by an empty text.
    private static ObjectNode properties(Fields values) {
        var properties = Json.object();
        values.values().forEach((name, value) -> {
            switch (value) {
                case Observed.Value<String>(String text) -> properties.put(name, text);
                case Observed.Blank<String>() -> properties.put(name, "");
                case Observed.Unobserved<String>() -> {}
            }
        });
        return properties;
    }

    private static String trace(int row) {
        return "row-" + (row + 1);
    }
}
