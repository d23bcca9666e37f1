package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.hubspot.Associations.Neighbour;
import java.util.List;

/// Writes associations: `{toObjectId, associationTypes}`, or `{id, type}` on v3 (section 5.1).
final class AssociationFormat {

    private final HubSpotSettings settings;

    AssociationFormat(HubSpotSettings settings) {
        this.settings = settings;
    }

    ArrayNode neighbours(Version version, List<Neighbour> neighbours) {
        var array = Json.array();
        for (var neighbour : neighbours) {
            if (version.namesAssociations()) addNamed(array, neighbour);
            else array.add(typed(neighbour));
        }
        return array;
    }

    /// What a write of labels returns.
    ObjectNode pair(ObjectType from, String fromId, ObjectType to, String toId, List<AssociationType> types) {
        var node = Json.object();
        node.put("fromObjectTypeId", from.id());
        node.set("fromObjectId", id(fromId));
        node.put("toObjectTypeId", to.id());
        node.set("toObjectId", id(toId));
        var labels = node.putArray("labels");
        types.forEach(type -> type.label().ifPresent(labels::add));
        return node;
    }

    static ObjectNode usual(AssociationType type, String fromId, String toId) {
        var node = Json.object();
        node.putObject("from").put("id", fromId);
        node.putObject("to").put("id", toId);
        node.putObject("associationSpec")
                .put("associationCategory", type.category().name())
                .put("associationTypeId", type.id());
        return node;
    }

    private static void addNamed(ArrayNode array, Neighbour neighbour) {
        neighbour
                .types()
                .forEach(type -> array.addObject().put("id", neighbour.id()).put("type", type.name()));
    }

    private ObjectNode typed(Neighbour neighbour) {
        var node = Json.object();
        node.set("toObjectId", id(neighbour.id()));
        node.set(
                "associationTypes",
                Json.list(
                        neighbour.types().stream().map(AssociationType::format).toList()));
        return node;
    }

    private JsonNode id(String id) {
        var nodes = JsonNodeFactory.instance;
        return settings.is(Unconfirmed.TO_OBJECT_ID_IS_NUMBER)
                ? nodes.numberNode(Long.parseLong(id))
                : nodes.textNode(id);
    }
}
