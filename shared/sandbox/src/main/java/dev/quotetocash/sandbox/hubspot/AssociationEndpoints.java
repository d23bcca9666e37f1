package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.List;
import java.util.Optional;

/// Associations of one record, and the labels of a pair of types (sections 2, 5).
final class AssociationEndpoints {

    private static final int LIST_MAX = 500;
    private static final String ONE = "/crm/objects/{type}/{id}/associations/{toType}/{toId}";

    private final Portal portal;
    private final Associations associations;
    private final AssociationFormat format;
    private final RecordWrites writes;
    private final Records records;

    AssociationEndpoints(Portal portal, Associations associations, RecordWrites writes, Records records) {
        this.portal = portal;
        this.associations = associations;
        this.format = new AssociationFormat(portal.settings());
        this.writes = writes;
        this.records = records;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET /crm/objects/{type}/{id}/associations/{toType}", this::list),
                Route.of("PUT /crm/objects/{type}/{id}/associations/default/{toType}/{toId}", this::putDefault),
                Route.of("PUT " + ONE, this::put),
                Route.of("DELETE " + ONE, this::delete),
                Route.of("PUT " + ONE + "/{name}", this::putNamed),
                Route.of("DELETE " + ONE + "/{name}", this::deleteNamed));
    }

    private SimResponse list(Call call) {
        if (call.version() == Version.V2026_09 && !portal.is(Unconfirmed.ASSOCIATION_LIST_ON_2026_09))
            throw Problem.notFound("No such resource").refused();
        var from = from(call);
        associations.plain(call.type(), call.type("toType"));
        var neighbours = associations.shown(from.type(), from.id(), call.type("toType"));
        var page = Page.of(neighbours, call.after(), call.limit(LIST_MAX, LIST_MAX), Associations.Neighbour::id);
        var body = Json.object();
        body.set("results", format.neighbours(call.version(), page.items()));
        page.addPaging(body, call);
        return call.json(200, body);
    }

    private SimResponse put(Call call) {
        var types = AssociationSpec.parseAll(portal.state(), call.type(), call.type("toType"), call.body());
        return portal.atomically(() -> {
            var from = from(call);
            var to = to(call);
            types.forEach(type -> records.associate(type, from, to, portal.stamp(call.actor())));
            return call.json(201, format.pair(from.type(), from.id(), to.type(), to.id(), types));
        });
    }

    private SimResponse putDefault(Call call) {
        var plain = usual(call);
        var from = from(call);
        var to = to(call);
        records.associate(plain, from, to, portal.stamp(call.actor()));
        var batch = new Batch(portal);
        batch.result(AssociationFormat.usual(plain, from.id(), to.id()));
        return batch.reply(call, 200);
    }

    private AssociationType usual(Call call) {
        var plain = associations.plain(call.type(), call.type("toType"));
        if (plain.isCreateOnly())
            throw Problem.invalid("Association type " + plain.id() + " can only be set on creation")
                    .refused();
        return plain;
    }

    private SimResponse putNamed(Call call) {
        records.associate(named(call), from(call), to(call), portal.stamp(call.actor()));
        return call.json(200, Json.object().put("id", call.param("id")));
    }

    private SimResponse delete(Call call) {
        var plain = associations.plain(call.type(), call.type("toType"));
        records.dissociate(plain, from(call), to(call), true, portal.stamp(call.actor()));
        return call.noContent();
    }

    private SimResponse deleteNamed(Call call) {
        var named = named(call);
        records.dissociate(named, from(call), to(call), named.label().isEmpty(), portal.stamp(call.actor()));
        return call.noContent();
    }

    private AssociationType named(Call call) {
        var name = call.param("name");
        var from = call.type();
        var to = call.type("toType");
        return portal.state()
                .associationTypes()
                .named(from, to, name)
                .or(() -> byNumber(from, to, name))
                .orElseThrow(() ->
                        Problem.invalid("Unknown association type: " + name).refused());
    }

    private Optional<AssociationType> byNumber(ObjectType from, ObjectType to, String name) {
        return portal.state().associationTypes().between(from, to).stream()
                .filter(type -> Integer.toString(type.id()).equals(name))
                .findFirst();
    }

    private CrmRecord from(Call call) {
        return writes.require(call.type(), Optional.empty(), call.param("id"));
    }

    private CrmRecord to(Call call) {
        return writes.require(call.type("toType"), Optional.empty(), call.param("toId"));
    }
}
