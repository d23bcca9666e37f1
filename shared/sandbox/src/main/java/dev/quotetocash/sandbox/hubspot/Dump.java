package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The whole state as readable JSON, for people and for failing tests.
final class Dump {

    private Dump() {}

    static String of(State state) {
        var dump = Json.object();
        for (var type : ObjectType.values()) {
            var records = dump.putObject(type.plural());
            state.all(type).forEach(record -> records.set(record.id(), record(record)));
        }
        var merged = dump.putObject("merged");
        for (var type : ObjectType.values()) {
            var ids = merged.putObject(type.plural());
            state.survivors(type).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        }
        var links = dump.putArray("associations");
        state.links().forEach(link -> links.add(link(link)));
        var properties = dump.putObject("customProperties");
        for (var type : ObjectType.values()) {
            var names = properties.putArray(type.plural());
            state.properties(type).values().stream()
                    .filter(property -> !property.hubspotDefined())
                    .forEach(property -> names.add(property.format()));
        }
        dump.set(
                "dealPipelines",
                Json.list(state.dealPipelines().values().stream()
                        .map(Pipeline::format)
                        .toList()));
        return Json.pretty(dump);
    }

    private static ObjectNode record(CrmRecord record) {
        var node = Json.object();
        node.put("archived", record.archived()).put("updatedAt", Times.format(record.updatedAt()));
        var values = node.putObject("properties");
        record.history().keySet().forEach(name -> record.value(name).ifPresent(value -> values.put(name, value)));
        return node;
    }

    private static ObjectNode link(Link link) {
        var node = Json.object();
        node.put("from", link.ends().from().singular() + " " + link.ends().fromId());
        node.put("to", link.ends().to().singular() + " " + link.ends().toId());
        var types = node.putArray("types");
        link.types().forEach(types::add);
        return node;
    }
}
