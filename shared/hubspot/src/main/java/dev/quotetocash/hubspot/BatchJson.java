package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/// The envelope of HubSpot's batch calls: docs/reference/hubspot-api.md, 3.3 and 5.1.
final class BatchJson {

    private BatchJson() {}

    static ObjectNode read(List<String> properties, List<String> ids) {
        var request = Json.object();
        properties.forEach(request.putArray("properties")::add);
        var inputs = request.putArray("inputs");
        ids.forEach(id -> inputs.addObject().put("id", id));
        return request;
    }

    /// The records of a batch read. Those that are gone are missing in it; any other error must not look as
    /// if they were, so it makes the whole answer unreadable.
    static ArrayNode found(JsonNode body) {
        for (var error : body.path("errors")) {
            if (!saysNotFound(error)) throw new UnreadableReply("an error of another kind than not found");
        }
        return results(body);
    }

    /// A batch that HubSpot has not finished says nothing of the records it lacks.
    static ArrayNode results(JsonNode body) {
        if (!Json.optional(body, "status").orElse("COMPLETE").equals("COMPLETE")) {
            throw new UnreadableReply("a batch that is not complete");
        }
        return Json.array(body, "results");
    }

    private static boolean saysNotFound(JsonNode error) {
        return Stream.of("category", "subCategory")
                .flatMap(member -> Json.optional(error, member).stream())
                .anyMatch(text -> text.contains("NOT_FOUND") || text.contains("NO_ASSOCIATIONS_FOUND"));
    }
}
