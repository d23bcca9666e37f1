package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/crm/associations/{from}/{to}/batch/...` (section 5.1).
final class AssociationBatchEndpoints {

    private static final int READ_MAX = 1_000;
    private static final int CREATE_MAX = 2_000;
    private static final int ARCHIVE_MAX = 100;
    private static final String BATCH = "POST /crm/associations/{from}/{to}/batch/";

    private final Portal portal;
    private final Associations associations;
    private final AssociationFormat format;
    private final RecordWrites writes;
    private final Records records;

    AssociationBatchEndpoints(Portal portal, Associations associations, RecordWrites writes, Records records) {
        this.portal = portal;
        this.associations = associations;
        this.format = new AssociationFormat(portal.settings());
        this.writes = writes;
        this.records = records;
    }

    List<Route> routes() {
        return List.of(
                Route.of(BATCH + "read", this::read),
                Route.of(BATCH + "create", this::create),
                Route.of(BATCH + "associate/default", this::associateDefault),
                Route.of(BATCH + "archive", this::archive),
                Route.of(BATCH + "labels/archive", this::archiveLabels));
    }

    /// One result per `from` that has associations, paged for itself; an error entry for each that has none.
    private SimResponse read(Call call) {
        associations.plain(call.type("from"), call.type("to"));
        var batch = new Batch(portal);
        var spoken = portal.is(Unconfirmed.NO_ASSOCIATIONS_ERROR_HAS_TEXT);
        for (var input : call.inputs(READ_MAX)) {
            var id = Json.member(input, "id").orElse("");
            var after = Call.number(Json.member(input, "after").orElse("0"), "after");
            var known = portal.state().live(call.type("from"), id).map(CrmRecord::id);
            var neighbours = known.map(found -> associations.shown(call.type("from"), found, call.type("to")))
                    .orElse(List.of());
            if (!neighbours.isEmpty()) batch.result(result(call, id, neighbours, after));
            else if (portal.is(Unconfirmed.NO_ASSOCIATIONS_IS_AN_ERROR)) batch.error(none(call, id), spoken);
        }
        return batch.reply(call, 200);
    }

    private ObjectNode result(Call call, String id, List<Associations.Neighbour> neighbours, long after) {
        var page = Page.of(neighbours, after, portal.settings().associationPage(), Associations.Neighbour::id);
        var result = Json.object();
        result.putObject("from").put("id", id);
        result.set("to", format.neighbours(call.version(), page.items()));
        page.addPaging(result, call);
        return result;
    }

    private static Problem none(Call call, String id) {
        return Problem.notFound("No " + call.type("to").singular() + " is associated with "
                        + call.type("from").singular() + " " + id + ".")
                .withSubCategory("crm.associations.NO_ASSOCIATIONS_FOUND")
                .withContext(Map.of("fromObjectId", List.of(id)));
    }

    private SimResponse create(Call call) {
        var batch = new Batch(portal);
        batch.each(call.inputs(CREATE_MAX), input -> createOne(call, input));
        return batch.reply(call, 201);
    }

    private ObjectNode createOne(Call call, JsonNode input) {
        var types = call.version().namesAssociations() ? named(call, input) : typed(call, input);
        var from = end(call, input, "from");
        var to = end(call, input, "to");
        types.forEach(type -> records.associate(type, from, to, portal.stamp(call.actor())));
        return format.pair(from.type(), from.id(), to.type(), to.id(), types);
    }

    private List<AssociationType> typed(Call call, JsonNode input) {
        return AssociationSpec.parseAll(portal.state(), call.type("from"), call.type("to"), input.path("types"));
    }

    private List<AssociationType> named(Call call, JsonNode input) {
        var name = Json.member(input, "type").orElse("");
        return portal.state()
                .associationTypes()
                .named(call.type("from"), call.type("to"), name)
                .map(List::of)
                .orElseThrow(() ->
                        Problem.invalid("Unknown association type: " + name).refused());
    }

    private SimResponse associateDefault(Call call) {
        var plain = associations.plain(call.type("from"), call.type("to"));
        var batch = new Batch(portal);
        batch.each(call.inputs(CREATE_MAX), input -> {
            var from = end(call, input, "from");
            var to = end(call, input, "to");
            records.associate(plain, from, to, portal.stamp(call.actor()));
            return AssociationFormat.usual(plain, from.id(), to.id());
        });
        return batch.reply(call, 200);
    }

    private SimResponse archive(Call call) {
        var plain = associations.plain(call.type("from"), call.type("to"));
        for (var input : archiveInputs(call)) {
            var tos = input.path("to");
            for (var to : tos.isArray() ? tos : Json.array().add(tos)) dissociate(call, input, to, plain, true);
        }
        return call.noContent();
    }

    private SimResponse archiveLabels(Call call) {
        for (var input : archiveInputs(call)) {
            for (var type : typed(call, input)) dissociate(call, input, input.path("to"), type, false);
        }
        return call.noContent();
    }

    /// They begin at no more than 100 records.
    private static List<JsonNode> archiveInputs(Call call) {
        var inputs = call.inputs(CREATE_MAX);
        var froms = inputs.stream().map(input -> id(input.path("from"))).distinct();
        if (froms.count() > ARCHIVE_MAX)
            throw Problem.invalid("At most " + ARCHIVE_MAX + " distinct from records are supported")
                    .refused();
        return inputs;
    }

    private void dissociate(Call call, JsonNode input, JsonNode toNode, AssociationType type, boolean allTypes) {
        var from = portal.state().live(type.from(), id(input.path("from")));
        var to = portal.state().live(type.to(), id(toNode));
        if (from.isPresent() && to.isPresent())
            records.dissociate(type, from.get(), to.get(), allTypes, portal.stamp(call.actor()));
    }

    private CrmRecord end(Call call, JsonNode input, String side) {
        return writes.require(call.type(side), Optional.empty(), id(input.path(side)));
    }

    private static String id(JsonNode end) {
        return Json.member(end, "id").orElse("");
    }
}
