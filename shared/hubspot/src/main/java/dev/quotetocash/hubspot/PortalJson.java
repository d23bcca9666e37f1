package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.mapping.CurrencyCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Pipelines and the company's currency: docs/reference/hubspot-api.md, 2 and 7.
final class PortalJson {

    private PortalJson() {}

    /// The stages of each pipeline that count as won: closed, with a probability of 1. Both come as texts.
    static Map<String, Set<String>> wonStages(JsonNode body) {
        var pipelines = new LinkedHashMap<String, Set<String>>();
        for (var pipeline : Json.array(body, "results")) {
            var won = new LinkedHashSet<String>();
            for (var stage : Json.array(pipeline, "stages")) {
                if (isWon(stage.path("metadata"))) won.add(Json.text(stage, "id"));
            }
            pipelines.put(Json.text(pipeline, "id"), Collections.unmodifiableSet(won));
        }
        return Collections.unmodifiableMap(pipelines);
    }

    /// HubSpot's page names the code `id`; older answers name it `currencyCode`.
    static CurrencyCode companyCurrency(JsonNode body) {
        return new CurrencyCode(Json.optional(body, "currencyCode").orElseGet(() -> Json.text(body, "id")));
    }

    private static boolean isWon(JsonNode metadata) {
        return Json.optional(metadata, "isClosed")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent()
                && Json.optional(metadata, "probability")
                        .filter(text -> new BigDecimal(text).compareTo(BigDecimal.ONE) == 0)
                        .isPresent();
    }
}
