package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Associations as HubSpot lists them: inside a record, and as the answer of their own batch read
/// (docs/reference/hubspot-api.md, 3.1 and 5).
final class AssociationJson {

    /// Deal to its primary company.
    static final int PRIMARY_COMPANY = 5;

    /// Company to a contact with the billing label; 931 is the same seen from the contact.
    static final int BILLING_CONTACT = 930;

    /// The associations inside a record; `more` if the list is only its first page. A record appears once for
    /// each label, so ids are without repetition.
    record Inside(List<String> ids, boolean more) {}

    record Association(String from, String to, Set<Integer> types) {}

    /// One answer of the batch read. `next` leads from the records whose lists go on to the cursors of their
    /// next pages.
    record Page(List<Association> found, Map<String, String> next) {}

    private AssociationJson() {}

    /// `type` is the plural with an underscore; HubSpot has long spelled `line_items` with a space in this
    /// place.
    static Inside inside(JsonNode record, String type) {
        var list = record.path("associations").path(type);
        if (list.isMissingNode()) list = record.path("associations").path(type.replace('_', ' '));
        var ids = new LinkedHashSet<String>();
        list.path("results").forEach(entry -> ids.add(Json.text(entry, "id")));
        return new Inside(List.copyOf(ids), next(list).isPresent());
    }

    /// The request for the first pages of `ids`.
    static ObjectNode firstPages(List<String> ids) {
        var request = Json.object();
        var inputs = request.putArray("inputs");
        ids.forEach(id -> inputs.addObject().put("id", id));
        return request;
    }

    static ObjectNode nextPages(Map<String, String> next) {
        var request = Json.object();
        var inputs = request.putArray("inputs");
        next.forEach((id, after) -> inputs.addObject().put("id", id).put("after", after));
        return request;
    }

    static Page parse(JsonNode body) {
        var found = new ArrayList<Association>();
        var next = new LinkedHashMap<String, String>();
        for (var result : BatchJson.found(body)) {
            var from = Json.text(result.path("from"), "id");
            for (var to : Json.array(result, "to")) {
                found.add(new Association(from, Json.text(to, "toObjectId"), types(to)));
            }
            next(result).ifPresent(after -> next.put(from, after));
        }
        return new Page(found, next);
    }

    private static Set<Integer> types(JsonNode to) {
        var types = new LinkedHashSet<Integer>();
        to.path("associationTypes")
                .forEach(type -> types.add(type.path("typeId").asInt()));
        return types;
    }

    private static Optional<String> next(JsonNode list) {
        return Json.optional(list.path("paging").path("next"), "after");
    }
}
