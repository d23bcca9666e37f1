package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.List;

/// `/crm/properties/{type}/groups` (section 6).
final class GroupEndpoints {

    private static final String ALL = "/crm/properties/{type}/groups";
    private static final String ONE = ALL + "/{name}";

    private final Portal portal;

    GroupEndpoints(Portal portal) {
        this.portal = portal;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET " + ALL, this::list),
                Route.of("POST " + ALL, this::create),
                Route.of("GET " + ONE, this::read),
                Route.of("PATCH " + ONE, this::update),
                Route.of("DELETE " + ONE, this::delete));
    }

    private SimResponse list(Call call) {
        return call.results(Json.list(portal.state().groups(call.type()).values().stream()
                .map(PropertyGroup::format)
                .toList()));
    }

    private SimResponse create(Call call) {
        var body = call.body();
        var name = Json.member(body, "name").orElse("");
        var label = Json.member(body, "label").orElse("");
        if (name.isEmpty() || label.isEmpty())
            throw Problem.invalid("Some required fields were not set: [name, label]")
                    .refused();
        if (portal.state().groups(call.type()).has(name))
            throw Problem.of(409, "OBJECT_ALREADY_EXISTS", "A property group named '" + name + "' already exists.")
                    .withSubCategory("PropertyGroupError.PROPERTY_GROUP_WITH_NAME_EXISTS")
                    .refused();
        return put(
                call,
                201,
                new PropertyGroup(name, label, body.path("displayOrder").asInt(-1)));
    }

    private SimResponse read(Call call) {
        return call.json(200, require(call).format());
    }

    private SimResponse update(Call call) {
        var old = require(call);
        var body = call.body();
        var label = Json.member(body, "label").orElse(old.label());
        var order = body.path("displayOrder").asInt(old.displayOrder());
        return put(call, 200, new PropertyGroup(old.name(), label, order));
    }

    private SimResponse delete(Call call) {
        var group = require(call);
        var used = portal.state().properties(call.type()).values().stream()
                .anyMatch(
                        property -> !property.archived() && property.groupName().equals(group.name()));
        if (used)
            throw Problem.invalid("Property group " + group.name() + " still has active properties")
                    .withSubCategory("PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES")
                    .refused();
        portal.state().groups(call.type()).remove(group.name());
        return call.noContent();
    }

    private SimResponse put(Call call, int status, PropertyGroup group) {
        portal.state().groups(call.type()).put(group.name(), group);
        return call.json(status, group.format());
    }

    private PropertyGroup require(Call call) {
        return portal.state()
                .groups(call.type())
                .get(call.param("name"))
                .orElseThrow(() -> Problem.notFound("No property group exists with name " + call.param("name"))
                        .refused());
    }
}
