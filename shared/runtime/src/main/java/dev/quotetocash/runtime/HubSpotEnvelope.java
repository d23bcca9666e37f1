package dev.quotetocash.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.sync.PortalId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The body of HubSpot's webhooks (docs/reference/hubspot-api.md, 9.2): a list of events, each
/// `<object>.<change>` by the legacy name of the object or as `object.<change>` with its type's id.
public final class HubSpotEnvelope {

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

    private static final Set<String> CHANGES = Set.of(
            "creation", "deletion", "merge", "propertyChange", "restore", "associationChange", "privacyDeletion");

    /// The types of objects whose changes matter here.
    private enum Type {
        DEAL("deal", "0-3"),
        LINE_ITEM("line_item", "0-8"),
        COMPANY("company", "0-2"),
        CONTACT("contact", "0-1");

        private final String name;
        private final String typeId;

        Type(String name, String typeId) {
            this.name = name;
            this.typeId = typeId;
        }

        static Optional<Type> named(String name) {
            return Arrays.stream(values())
                    .filter(type -> type.name.equals(name))
                    .findFirst();
        }

        static Optional<Type> withId(String typeId) {
            return Arrays.stream(values())
                    .filter(type -> type.typeId.equals(typeId))
                    .findFirst();
        }
    }

    private record Side(Optional<Type> type, Optional<String> id) {}

    private HubSpotEnvelope() {}

    public static Envelope parse(byte[] body, PortalId portal) {
        var events = Json.parse(body).filter(JsonNode::isArray);
        if (events.isEmpty()) return Envelope.unreadable("no JSON list of events");
        var named = new Envelope.Collector();
        for (var event : events.get()) read(event, portal, named);
        return named.envelope();
    }

    private static void read(JsonNode event, PortalId portal, Envelope.Collector named) {
        var portalId = Json.scalar(event, "portalId");
        // The documentation's sample names it eventType, real payloads subscriptionType.
        var name = Json.scalar(event, "subscriptionType").or(() -> Json.scalar(event, "eventType"));
        if (portalId.isEmpty() || name.isEmpty()) {
            named.defect("an event without portalId or subscriptionType");
            return;
        }
        var dot = name.get().indexOf('.');
        var change = name.get().substring(dot + 1);
        var type = dot < 0 ? Optional.<Type>empty() : type(event, name.get().substring(0, dot));
        if (!portalId.get().equals(portal.value()) || type.isEmpty() || !CHANGES.contains(change)) {
            named.unknown();
            return;
        }
        switch (change) {
            case "associationChange" -> association(event, type.get(), named);
            case "merge" -> merge(event, type.get(), named);
            default -> add(type.get(), id(event, "objectId"), named);
        }
    }

    private static Optional<Type> type(JsonNode event, String object) {
        return object.equals("object") ? typeWithId(event, "objectTypeId") : Type.named(object);
    }

    private static Optional<Type> typeWithId(JsonNode event, String member) {
        return Json.scalar(event, member).flatMap(Type::withId);
    }

    /// A deal is named by either side's event; where no deal takes part, both sides are.
    private static void association(JsonNode event, Type type, Envelope.Collector named) {
        var sides = sides(event).stream()
                .filter(side -> side.type().isPresent() && side.id().isPresent())
                .toList();
        var deals =
                sides.stream().filter(side -> side.type().get() == Type.DEAL).toList();
        var meant = deals.isEmpty() ? sides : deals;
        if (meant.isEmpty()) add(type, id(event, "objectId"), named);
        for (var side : meant) add(side.type().get(), side.id(), named);
    }

    /// The generic form gives both types' ids, the legacy form `DEAL_TO_LINE_ITEM`.
    private static List<Side> sides(JsonNode event) {
        var names = Json.scalar(event, "associationType")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split("_to_", 2);
        var from = typeWithId(event, "fromObjectTypeId").or(() -> Type.named(names[0]));
        var to = typeWithId(event, "toObjectTypeId").or(() -> Type.named(names[names.length - 1]));
        return List.of(new Side(from, id(event, "fromObjectId")), new Side(to, id(event, "toObjectId")));
    }

    /// Every id that had a part in it: links may lead to any of them.
    private static void merge(JsonNode event, Type type, Envelope.Collector named) {
        var ids = new ArrayList<String>();
        for (var member : List.of("primaryObjectId", "newObjectId", "objectId"))
            id(event, member).ifPresent(ids::add);
        for (var merged : event.path("mergedObjectIds")) {
            if (ID.matcher(merged.asText()).matches()) ids.add(merged.asText());
        }
        if (ids.isEmpty()) add(type, Optional.empty(), named);
        for (var id : ids) add(type, Optional.of(id), named);
    }

    private static void add(Type type, Optional<String> id, Envelope.Collector named) {
        if (id.isEmpty()) {
            named.defect("an event without an object id");
            return;
        }
        switch (type) {
            case DEAL -> named.add(Notice.Kind.DEAL, id.get());
            case LINE_ITEM -> named.add(Notice.Kind.LINE_ITEM, id.get());
            case COMPANY, CONTACT -> named.add(Notice.Kind.CUSTOMER, type.name + "#" + id.get());
        }
    }

    private static Optional<String> id(JsonNode event, String member) {
        return Json.scalar(event, member).filter(id -> ID.matcher(id).matches());
    }
}
