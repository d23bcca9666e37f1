package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Writes records as HubSpot returns them (section 3.1).
final class RecordFormat {

    private final Portal portal;
    private final Associations associations;

    RecordFormat(Portal portal, Associations associations) {
        this.portal = portal;
        this.associations = associations;
    }

    /// What is shown of records of a type: the properties asked for, or the small default set. Unknown names are
    /// left out.
    Set<String> shown(ObjectType type, Collection<String> properties) {
        var names = new LinkedHashSet<>(properties.isEmpty() ? Defaults.of(type) : properties);
        names.addAll(Defaults.always(type));
        return known(type, names);
    }

    /// A record with the properties that are shown.
    ObjectNode read(CrmRecord record, Set<String> shown, Collection<String> history) {
        var node = base(record, shown, record::value);
        if (!history.isEmpty()) {
            var histories = Json.object();
            known(record.type(), history)
                    .forEach(name -> histories.set(
                            name,
                            Json.list(record.versions(name).stream()
                                    .map(PropertyVersion::format)
                                    .toList())));
            node.set("propertiesWithHistory", histories);
        }
        return node;
    }

    /// A record as the search index knew it at `at`.
    ObjectNode indexed(CrmRecord record, Set<String> shown, Instant at) {
        return base(record, shown, name -> record.valueAt(name, at));
    }

    /// A record that was just written: what was set and the default set; a new record in full.
    ObjectNode written(CrmRecord record, Collection<String> written, boolean isNew) {
        var names = new LinkedHashSet<>(Defaults.of(record.type()));
        names.addAll(isNew ? record.history().keySet() : written);
        return base(record, shown(record.type(), names), record::value);
    }

    /// Those that the call asks for.
    void addAssociations(ObjectNode node, CrmRecord record, Call call) {
        var types = call.names("associations");
        if (types.isEmpty()) return;
        var all = Json.object();
        for (var name : types) {
            var to = portal.named(name.replace(' ', '_'))
                    .orElseThrow(() -> Problem.invalid("Unable to infer object type from: " + name)
                            .refused());
            var neighbours = associations.shown(record.type(), record.id(), to);
            if (neighbours.isEmpty()) continue;
            var page = Page.of(neighbours, 0, portal.settings().associationPage(), Associations.Neighbour::id);
            var results = Json.array();
            for (var neighbour : page.items())
                for (var type : neighbour.types())
                    results.addObject().put("id", neighbour.id()).put("type", type.name());
            var body = all.putObject(key(to));
            body.set("results", results);
            page.addPaging(
                    body,
                    Call.ORIGIN + call.objectsPath(record.type()) + "/" + record.id() + "/associations/" + to.plural());
        }
        if (!all.isEmpty()) node.set("associations", all);
    }

    private ObjectNode base(CrmRecord record, Set<String> shown, Function<String, Optional<String>> values) {
        var node = Json.object().put("id", record.id());
        var body = node.putObject("properties");
        var type = record.type();
        for (var name : shown) {
            values.apply(name).ifPresentOrElse(value -> body.put(name, value), () -> body.putNull(name));
        }
        var created = record.value(type.createdProperty());
        node.put("createdAt", created.orElseGet(() -> Times.format(record.createdAt())));
        var updated = values.apply(type.modifiedProperty());
        node.put("updatedAt", updated.orElseGet(() -> Times.format(record.updatedAt())));
        node.put("archived", record.archived());
        record.archivedAt().ifPresent(at -> node.put("archivedAt", Times.format(at)));
        return node.put(
                "url",
                "https://app.hubspot.com/contacts/" + portal.settings().portalId() + "/record/" + type.id() + "/"
                        + record.id());
    }

    private Set<String> known(ObjectType type, Collection<String> names) {
        var properties = portal.state().properties(type);
        var known = new LinkedHashSet<String>();
        for (var name : names) {
            var property = properties.get(name);
            if (property != null && !property.archived()) known.add(name);
        }
        return known;
    }

    private String key(ObjectType to) {
        return portal.is(Unconfirmed.LINE_ITEMS_KEY_HAS_SPACE) ? to.spoken() : to.plural();
    }
}
