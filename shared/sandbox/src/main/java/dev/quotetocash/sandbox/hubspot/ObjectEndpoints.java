package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.List;
import java.util.Optional;

/// Single records: read, list, create, update, archive, merge (sections 3.1, 3.2).
final class ObjectEndpoints {

    private static final int LIST_USUAL = 10;
    private static final int LIST_MAX = 100;
    private static final int LIST_LARGER_MAX = 500;

    private final Portal portal;
    private final RecordFormat format;
    private final RecordWrites writes;
    private final UniqueValues unique;
    private final Records records;
    private final Merges merges;

    ObjectEndpoints(
            Portal portal,
            RecordFormat format,
            RecordWrites writes,
            UniqueValues unique,
            Records records,
            Merges merges) {
        this.portal = portal;
        this.format = format;
        this.writes = writes;
        this.unique = unique;
        this.records = records;
        this.merges = merges;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST /crm/objects/{type}", this::create),
                Route.of("GET /crm/objects/{type}", this::list),
                Route.of("POST /crm/objects/{type}/gdpr-delete", this::deleteForPrivacy),
                Route.of("POST /crm/objects/{type}/merge", this::merge),
                Route.of("GET /crm/objects/{type}/{id}", this::read),
                Route.of("PATCH /crm/objects/{type}/{id}", this::update),
                Route.of("DELETE /crm/objects/{type}/{id}", this::archive));
    }

    private SimResponse read(Call call) {
        var record = unique.find(call.type(), call.query("idProperty"), call.param("id"), call.flag("archived"))
                .orElseThrow(() -> RecordWrites.missing(call.param("id")));
        var shown = format.shown(call.type(), call.names("properties"));
        var node = format.read(record, shown, call.names("propertiesWithHistory"));
        format.addAssociations(node, record, call);
        return call.json(200, node);
    }

    private SimResponse list(Call call) {
        var archived = call.flag("archived");
        var max = portal.is(Unconfirmed.LIST_MAXIMUM_IS_100) ? LIST_MAX : LIST_LARGER_MAX;
        var limit = call.limit(LIST_USUAL, max);
        var records = portal.state().of(call.type()).recordsAfter(call.after()).stream()
                .filter(record -> unique.isWanted(record, archived))
                .limit(limit + 1L)
                .toList();
        var page = Page.of(records, call.after(), limit, CrmRecord::id);
        var body = Json.object();
        var results = body.putArray("results");
        var shown = format.shown(call.type(), call.names("properties"));
        for (var record : page.items()) {
            var node = format.read(record, shown, call.names("propertiesWithHistory"));
            format.addAssociations(node, record, call);
            results.add(node);
        }
        page.addPaging(body, call);
        return call.json(200, body);
    }

    private SimResponse create(Call call) {
        var record = writes.create(call.type(), call.body(), call);
        return call.json(201, format.written(record, List.of(), true));
    }

    private SimResponse update(Call call) {
        var properties = Json.members(call.object("properties"));
        var record = writes.require(call.type(), call.query("idProperty"), call.param("id"));
        var updated = writes.update(record, properties, call);
        return call.json(200, format.written(updated, properties.keySet(), false));
    }

    private SimResponse archive(Call call) {
        writes.archive(call.type(), call.param("id"), call);
        return call.noContent();
    }

    /// By id or by e-mail address. An address that no contact has is fine: HubSpot only keeps it out from then
    /// on.
    private SimResponse deleteForPrivacy(Call call) {
        if (!call.type().equals(ObjectType.CONTACT))
            throw Problem.notFound("Only contacts can be deleted for privacy").refused();
        var body = call.body();
        var idProperty = Json.member(body, "idProperty").filter(name -> !name.isEmpty());
        var id = Json.member(body, "objectId").orElse("");
        var found = unique.find(ObjectType.CONTACT, idProperty, id, false)
                .or(() -> unique.find(ObjectType.CONTACT, idProperty, id, true));
        if (found.isEmpty() && idProperty.isEmpty()) throw RecordWrites.missing(id);
        found.ifPresent(contact -> records.purge(contact, portal.stamp(call.actor())));
        return call.noContent();
    }

    private SimResponse merge(Call call) {
        var type = call.type();
        if (!type.canBeMerged())
            throw Problem.invalid(type.plural() + " cannot be merged").refused();
        var body = call.body();
        var primary = writes.require(
                type, Optional.empty(), Json.member(body, "primaryObjectId").orElse(""));
        var other = writes.require(
                type, Optional.empty(), Json.member(body, "objectIdToMerge").orElse(""));
        if (primary.id().equals(other.id()))
            throw Problem.invalid("Cannot merge a record with itself: " + primary.id())
                    .refused();
        var merged = merges.merge(primary, other, portal.stamp(call.actor()));
        return call.json(200, format.written(merged, List.of(), true));
    }
}
