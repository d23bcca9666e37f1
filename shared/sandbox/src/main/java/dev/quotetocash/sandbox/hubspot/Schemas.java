package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.hubspot.AssociationType.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The rules for defining custom objects (section 7).
final class Schemas {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Portal portal;
    private final Properties properties;

    Schemas(Portal portal) {
        this.portal = portal;
        this.properties = new Properties(portal);
    }

    Schema create(JsonNode body) {
        var name = text(body, "name").orElse("");
        if (!NAME.matcher(name).matches())
            throw Problem.invalid("Object name " + name + " must be lower case letters, digits and underscores")
                    .refused();
        if (portal.named(name).isPresent())
            throw Problem.of(409, "OBJECT_ALREADY_EXISTS", "An object named '" + name + "' already exists.")
                    .refused();
        var type =
                ObjectType.custom(portal.state().nextTypeId(), portal.settings().portalId(), name);
        var at = portal.now();
        var blank = new Schema(type, "", "", "", List.of(), List.of(), "", List.of(), at, at);
        portal.state().define(blank);
        portal.state().groups(type).putAll(StandardProperties.groups(type));
        for (var property : body.path("properties")) properties.create(type, grouped(type, property));
        for (var other : body.path("associatedObjects")) {
            var to = named(other.asText());
            associate(type, to, type.singular() + "_to_" + to.singular());
        }
        return put(blank, body);
    }

    Schema update(Schema old, JsonNode body) {
        return put(old, body);
    }

    /// Only without records; those in the recycle bin vanish with it.
    void delete(Schema schema) {
        var type = schema.type();
        if (portal.state().all(type).stream().anyMatch(record -> !record.archived()))
            throw Problem.invalid("Object " + type.plural() + " still has records")
                    .withSubCategory("ObjectSchemaError.CANNOT_DELETE_OBJECT_WITH_RECORDS")
                    .refused();
        List.copyOf(portal.state().all(type)).forEach(portal.state()::purge);
        for (var association : List.copyOf(portal.state().associationTypes().own())) {
            if (association.from().equals(type) || association.to().equals(type))
                portal.state().associationTypes().remove(association);
        }
        portal.state().undefine(schema);
    }

    AssociationType associate(ObjectType from, ObjectType to, String name) {
        var types = portal.state().associationTypes();
        if (from.equals(to) || types.plain(from, to).isPresent())
            throw Problem.invalid("An association from " + from.plural() + " to " + to.plural() + " cannot be added")
                    .refused();
        var id = portal.state().nextAssociationTypeId();
        var back = to.singular() + "_to_" + from.singular();
        var type = new AssociationType(
                from,
                to,
                Category.USER_DEFINED,
                id,
                id + 1,
                name,
                back,
                Optional.empty(),
                Optional.empty(),
                false,
                true);
        types.put(type);
        return type;
    }

    void dissociate(ObjectType type, int id) {
        var association = associations(type).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("No association " + id).refused());
        var used = portal.state().links().all().stream()
                .anyMatch(link -> link.types().contains(association.storedKey())
                        && (link.ends().from().equals(type) || link.ends().to().equals(type)));
        if (used) throw Problem.invalid("Association " + id + " is in use").refused();
        portal.state().associationTypes().remove(association);
    }

    Schema require(String name) {
        return portal.named(name)
                .flatMap(portal.state()::schema)
                .orElseThrow(() -> Problem.notFound("Unable to infer object type from: " + name)
                        .refused());
    }

    ObjectType named(String name) {
        return portal.named(name)
                .orElseThrow(() -> Problem.invalid("Unable to infer object type from: " + name)
                        .refused());
    }

    ObjectNode format(Schema schema) {
        var type = schema.type();
        var node = Json.object().put("id", type.id().substring(2)).put("objectTypeId", type.id());
        node.put("name", type.singular()).put("fullyQualifiedName", type.plural());
        node.putObject("labels").put("singular", schema.singularLabel()).put("plural", schema.pluralLabel());
        node.put("description", schema.description());
        node.put("primaryDisplayProperty", schema.primaryDisplayProperty());
        node.set("secondaryDisplayProperties", Json.strings(schema.secondaryDisplayProperties()));
        node.set("requiredProperties", Json.strings(schema.requiredProperties()));
        node.set("searchableProperties", Json.strings(schema.searchableProperties()));
        node.set(
                "properties",
                Json.list(portal.state().properties(type).values().stream()
                        .filter(property -> !property.archived())
                        .map(PropertyDefinition::format)
                        .toList()));
        node.set(
                "associations",
                Json.list(
                        associations(type).stream().map(this::formatAssociation).toList()));
        node.put("createdAt", Times.format(schema.createdAt())).put("updatedAt", Times.format(schema.updatedAt()));
        return node.put("archived", false);
    }

    ObjectNode formatAssociation(AssociationType type) {
        return Json.object()
                .put("id", Integer.toString(type.id()))
                .put("fromObjectTypeId", type.from().id())
                .put("toObjectTypeId", type.to().id())
                .put("name", type.name());
    }

    /// Unlabelled ones in both directions.
    private List<AssociationType> associations(ObjectType type) {
        var all = new ArrayList<AssociationType>();
        for (var own : portal.state().associationTypes().own()) {
            if (own.label().isPresent()) continue;
            if (own.from().equals(type) || own.to().equals(type)) all.addAll(List.of(own, own.reversed()));
        }
        return all;
    }

    private Schema put(Schema old, JsonNode body) {
        var labels = body.path("labels");
        var next = new Schema(
                old.type(),
                text(labels, "singular").orElse(old.singularLabel()),
                text(labels, "plural").orElse(old.pluralLabel()),
                text(body, "description").orElse(old.description()),
                names(body, "requiredProperties", old.requiredProperties()),
                names(body, "searchableProperties", old.searchableProperties()),
                text(body, "primaryDisplayProperty").orElse(old.primaryDisplayProperty()),
                names(body, "secondaryDisplayProperties", old.secondaryDisplayProperties()),
                old.createdAt(),
                portal.now());
        check(next);
        portal.state().define(next);
        return next;
    }

    private void check(Schema schema) {
        var missing = new ArrayList<String>();
        if (schema.singularLabel().isEmpty() || schema.pluralLabel().isEmpty()) missing.add("labels");
        if (schema.requiredProperties().isEmpty()) missing.add("requiredProperties");
        if (!missing.isEmpty())
            throw Problem.invalid("Some required fields were not set: " + missing)
                    .refused();
        var named = new ArrayList<>(schema.requiredProperties());
        named.addAll(schema.searchableProperties());
        named.addAll(schema.secondaryDisplayProperties());
        if (!schema.primaryDisplayProperty().isEmpty()) named.add(schema.primaryDisplayProperty());
        for (var name : named) properties.requireKnown(schema.type(), name);
    }

    private static JsonNode grouped(ObjectType type, JsonNode property) {
        if (!(property instanceof ObjectNode node) || node.has("groupName")) return property;
        return node.deepCopy().put("groupName", StandardProperties.group(type));
    }

    private static List<String> names(JsonNode body, String member, List<String> usual) {
        return body.has(member) ? Json.texts(body.path(member)) : usual;
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Json.member(body, name).filter(value -> !value.isEmpty());
    }
}
