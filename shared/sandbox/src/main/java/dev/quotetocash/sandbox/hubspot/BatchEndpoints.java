package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// `/crm/objects/{type}/batch/...` (section 3.3).
final class BatchEndpoints {

    private static final int INPUTS_MAX = 100;
    private static final int HISTORY_INPUTS_MAX = 50;

    private final Portal portal;
    private final RecordFormat format;
    private final RecordWrites writes;
    private final UniqueValues unique;

    BatchEndpoints(Portal portal, RecordFormat format, RecordWrites writes, UniqueValues unique) {
        this.portal = portal;
        this.format = format;
        this.writes = writes;
        this.unique = unique;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST /crm/objects/{type}/batch/read", this::read),
                Route.of("POST /crm/objects/{type}/batch/create", this::create),
                Route.of("POST /crm/objects/{type}/batch/update", this::update),
                Route.of("POST /crm/objects/{type}/batch/upsert", this::upsert),
                Route.of("POST /crm/objects/{type}/batch/archive", this::archive));
    }

    private SimResponse read(Call call) {
        var body = call.body();
        var history = Json.texts(body.path("propertiesWithHistory"));
        var inputs = Call.inputs(body, history.isEmpty() ? INPUTS_MAX : HISTORY_INPUTS_MAX);
        var idProperty = Json.member(body, "idProperty");
        var type = call.type();
        var shown = format.shown(type, Json.texts(body.path("properties")));
        var archived = call.flag("archived");
        var batch = new Batch(portal);
        var missing = new LinkedHashSet<String>();
        var seen = new LinkedHashSet<String>();
        for (var input : inputs) {
            var id = Json.member(input, "id").orElse("");
            var record = unique.find(type, idProperty, id, archived);
            if (record.isEmpty()) missing.add(id);
            else if (seen.add(record.get().id())) batch.result(format.read(record.get(), shown, history));
        }
        if (!missing.isEmpty() && portal.is(Unconfirmed.BATCH_READ_REPORTS_MISSING))
            batch.error(Problem.notFound("Could not get some " + call.type().upper()
                            + " objects, they may be deleted or not exist. Check that ids are valid.")
                    .withContext(Map.of("ids", List.copyOf(missing))));
        return batch.reply(call, 200);
    }

    /// Errors per row only when every input has a trace id of its own; otherwise one bad row fails the call.
    private SimResponse create(Call call) {
        var inputs = call.inputs(INPUTS_MAX);
        var traces =
                inputs.stream().flatMap(input -> Batch.trace(input).stream()).distinct();
        var batch = new Batch(portal);
        if (traces.count() == inputs.size()) batch.each(inputs, input -> createOne(call, input));
        else batch.all(inputs, input -> createOne(call, input));
        return batch.reply(call, 201);
    }

    private SimResponse update(Call call) {
        var batch = new Batch(portal);
        batch.each(call.inputs(INPUTS_MAX), input -> {
            var record = writes.require(
                    call.type(),
                    Json.member(input, "idProperty"),
                    Json.member(input, "id").orElse(""));
            var properties = RecordWrites.properties(input);
            return format.written(writes.update(record, properties, call), properties.keySet(), false);
        });
        return batch.reply(call, 200);
    }

    /// By a contact's `email` the batch succeeds or fails as a whole.
    private SimResponse upsert(Call call) {
        var inputs = call.inputs(INPUTS_MAX);
        if (inputs.stream()
                .anyMatch(input -> Json.member(input, "id").orElse("").isEmpty()))
            throw Problem.invalid("Some required fields were not set: [id]").refused();
        var byEmail = call.type().equals(ObjectType.CONTACT)
                && inputs.stream().anyMatch(input -> idProperty(input).equals("email"));
        var batch = new Batch(portal);
        if (byEmail) batch.all(inputs, input -> upsertOne(call, input));
        else batch.each(inputs, input -> upsertOne(call, input));
        return batch.reply(call, 200);
    }

    private SimResponse archive(Call call) {
        for (var input : call.inputs(INPUTS_MAX))
            writes.archive(call.type(), Json.member(input, "id").orElse(""), call);
        return call.noContent();
    }

    private ObjectNode createOne(Call call, JsonNode input) {
        return format.written(writes.create(call.type(), input, call), List.of(), true);
    }

    private ObjectNode upsertOne(Call call, JsonNode input) {
        var idProperty = idProperty(input);
        if (idProperty.isEmpty())
            throw Problem.invalid("idProperty is required to upsert").refused();
        var properties = RecordWrites.properties(input);
        var id = Json.member(input, "id").orElse("");
        var upserted = writes.upsert(call.type(), idProperty, id, properties, call);
        var names = new LinkedHashSet<>(properties.keySet());
        names.add(idProperty);
        return format.written(upserted.record(), names, upserted.isNew()).put("new", upserted.isNew());
    }

    private static String idProperty(JsonNode input) {
        return Json.member(input, "idProperty").orElse("");
    }
}
