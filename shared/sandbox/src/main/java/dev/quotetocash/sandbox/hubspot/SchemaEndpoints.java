package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.ArrayList;
import java.util.List;

/// `/crm-object-schemas/schemas`, and `/crm/v3/schemas` as its old name: an Enterprise account's own object types
/// (sections 2, 7).
final class SchemaEndpoints {

    private final Portal portal;
    private final Schemas schemas;

    SchemaEndpoints(Portal portal) {
        this.portal = portal;
        this.schemas = new Schemas(portal);
    }

    List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (var all : List.of("/crm-object-schemas/schemas", "/crm/schemas")) {
            var one = all + "/{objectType}";
            routes.add(route("GET " + all, this::list));
            routes.add(route("POST " + all, this::create));
            routes.add(route("GET " + one, call -> call.json(200, schemas.format(require(call)))));
            routes.add(route("PATCH " + one, this::update));
            routes.add(route("DELETE " + one, this::delete));
            routes.add(route("POST " + one + "/associations", this::associate));
            routes.add(route("DELETE " + one + "/associations/{associationId}", this::dissociate));
        }
        return routes;
    }

    /// The old name has no dated version.
    private Route route(String methodAndPath, Route.Handler handler) {
        return Route.of(methodAndPath, call -> {
            if (methodAndPath.contains("/crm/schemas") && call.version() != Version.V3)
                throw Problem.notFound("No endpoint at " + call.request().path())
                        .refused();
            if (!portal.settings().crm().customObjects())
                throw Problem.of(403, "MISSING_SCOPES", "Custom objects need an Enterprise account")
                        .refused();
            return handler.handle(call);
        });
    }

    private SimResponse list(Call call) {
        return call.results(Json.list(
                portal.state().schemas().values().stream().map(schemas::format).toList()));
    }

    private SimResponse create(Call call) {
        var created = portal.atomically(() -> schemas.create(call.body()));
        return call.json(201, schemas.format(created));
    }

    private SimResponse update(Call call) {
        return call.json(200, schemas.format(schemas.update(require(call), call.body())));
    }

    private SimResponse delete(Call call) {
        schemas.delete(require(call));
        return call.noContent();
    }

    private SimResponse associate(Call call) {
        var body = call.body();
        var type = require(call).type();
        var to = schemas.named(Json.member(body, "toObjectTypeId").orElse(""));
        var name = Json.member(body, "name").orElse(type.singular() + "_to_" + to.singular());
        return call.json(201, schemas.formatAssociation(schemas.associate(type, to, name)));
    }

    private SimResponse dissociate(Call call) {
        var schema = require(call);
        var id = (int) Call.number(call.param("associationId"), "associationId");
        schemas.dissociate(schema.type(), id);
        return call.noContent();
    }

    private Schema require(Call call) {
        return schemas.require(call.param("objectType"));
    }
}
