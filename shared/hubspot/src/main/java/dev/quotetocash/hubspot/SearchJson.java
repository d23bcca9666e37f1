package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.engine.HubSpotGateway;
import dev.quotetocash.engine.HubSpotGateway.IdPage;
import dev.quotetocash.engine.HubSpotGateway.Range;
import java.time.Instant;
import java.util.ArrayList;

/// Searches by modified time, paged by id: docs/reference/hubspot-api.md, 4. Paging by id instead of by `after`
/// knows no limit of 10,000 rows, and no row is passed over when others move.
final class SearchJson {

    private static final String MODIFIED = "hs_lastmodifieddate";
    private static final String ID = "hs_object_id";

    private SearchJson() {}

    static ObjectNode modified(Range range) {
        return query(filters(range));
    }

    static ObjectNode wonDeals(Range range) {
        var filters = filters(range);
        filters.add(filter("hs_is_closed_won", "EQ", "true"));
        return query(filters);
    }

    /// The formal definition requires `after`, `limit`, `sorts` and `properties` too.
    private static ObjectNode query(ArrayNode filters) {
        var query = Json.object();
        query.putArray("filterGroups").addObject().set("filters", filters);
        query.putArray("sorts").addObject().put("propertyName", ID).put("direction", "ASCENDING");
        query.putArray("properties").add(ID);
        return query.put("limit", HubSpotGateway.SWEEP_PAGE).put("after", "0");
    }

    private static ArrayNode filters(Range range) {
        var filters = Json.object().putArray("filters");
        filters.add(filter(MODIFIED, "GTE", millis(range.from())));
        range.to().ifPresent(to -> filters.add(filter(MODIFIED, "LT", millis(to))));
        filters.add(filter(ID, "GT", range.afterId()));
        return filters;
    }

    private static ObjectNode filter(String property, String operator, String value) {
        return Json.object()
                .put("propertyName", property)
                .put("operator", operator)
                .put("value", value);
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }

    static IdPage ids(JsonNode body) {
        var ids = new ArrayList<String>();
        for (var record : Json.array(body, "results")) ids.add(Json.text(record, "id"));
        return new IdPage(ids, ids.size() >= HubSpotGateway.SWEEP_PAGE);
    }
}
