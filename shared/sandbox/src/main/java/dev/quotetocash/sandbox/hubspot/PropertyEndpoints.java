package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.List;
import java.util.Map;

/// `/crm/properties/{type}/...` (section 6).
final class PropertyEndpoints {

    private static final int BATCH_MAX = 100;
    private static final String ALL = "/crm/properties/{type}";
    private static final String ONE = ALL + "/{name}";

    private final Portal portal;
    private final Properties properties;

    PropertyEndpoints(Portal portal) {
        this.portal = portal;
        this.properties = new Properties(portal);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET " + ALL, this::list),
                Route.of("POST " + ALL, this::create),
                Route.of("GET " + ONE, this::read),
                Route.of("PATCH " + ONE, this::update),
                Route.of("DELETE " + ONE, this::archive),
                Route.of("POST " + ALL + "/batch/create", this::createAll),
                Route.of("POST " + ALL + "/batch/read", this::readAll),
                Route.of("POST " + ALL + "/batch/archive", this::archiveAll));
    }

    private SimResponse list(Call call) {
        return call.results(Json.list(portal.state().properties(call.type()).values().stream()
                .filter(property -> property.archived() == call.flag("archived"))
                .map(PropertyDefinition::format)
                .toList()));
    }

    private SimResponse read(Call call) {
        var all = portal.state().properties(call.type());
        var property = all.get(call.param("name"));
        if (property == null || property.archived() != call.flag("archived"))
            throw Properties.missing(call.param("name"));
        return call.json(200, property.format());
    }

    private SimResponse create(Call call) {
        return call.json(201, properties.create(call.type(), call.body()).format());
    }

    private SimResponse update(Call call) {
        return call.json(
                200,
                properties.update(call.type(), call.param("name"), call.body()).format());
    }

    private SimResponse archive(Call call) {
        properties.archive(call.type(), call.param("name"), portal.now());
        return call.noContent();
    }

    private SimResponse createAll(Call call) {
        var batch = new Batch(portal);
        batch.each(
                call.inputs(BATCH_MAX),
                input -> properties.create(call.type(), input).format());
        return batch.reply(call, 201);
    }

    private SimResponse readAll(Call call) {
        var batch = new Batch(portal);
        for (var input : call.inputs(BATCH_MAX)) {
            var name = Json.member(input, "name").orElse("");
            portal.state()
                    .property(call.type(), name)
                    .ifPresentOrElse(
                            property -> batch.result(property.format()),
                            () -> batch.error(
                                    Properties.missing(name).problem().withContext(Map.of("name", List.of(name)))));
        }
        return batch.reply(call, 200);
    }

    private SimResponse archiveAll(Call call) {
        for (var input : call.inputs(BATCH_MAX))
            properties.archive(call.type(), Json.member(input, "name").orElse(""), portal.now());
        return call.noContent();
    }
}
