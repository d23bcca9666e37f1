package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `/crm/pipelines/{type}/...` (section 7). Types without pipelines have an empty list.
final class PipelineEndpoints {

    private static final String ALL = "/crm/pipelines/{type}";
    private static final String ONE = ALL + "/{id}";
    private static final String STAGES = ONE + "/stages";
    private static final String STAGE = STAGES + "/{stageId}";

    private final Portal portal;
    private final Pipelines pipelines;
    private final PipelineParser parser;

    PipelineEndpoints(Portal portal, Records records) {
        this.portal = portal;
        this.pipelines = new Pipelines(portal, records);
        this.parser = new PipelineParser(portal);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET " + ALL, this::list),
                Route.of("POST " + ALL, this::create),
                Route.of("GET " + ONE, call -> call.json(200, require(call).format())),
                Route.of("PATCH " + ONE, this::edit),
                Route.of("PUT " + ONE, this::replace),
                Route.of("DELETE " + ONE, this::delete),
                Route.of("GET " + STAGES, this::stages),
                Route.of("POST " + STAGES, this::createStage),
                Route.of("GET " + STAGE, call -> call.json(200, stage(call).format())),
                Route.of("PATCH " + STAGE, this::editStage),
                Route.of("PUT " + STAGE, this::editStage),
                Route.of("DELETE " + STAGE, this::deleteStage));
    }

    private SimResponse list(Call call) {
        return call.results(Json.list(portal.state().pipelines(call.type()).values().stream()
                .map(Pipeline::format)
                .toList()));
    }

    private SimResponse create(Call call) {
        return put(call, 201, parser.create(call.type(), call.body()));
    }

    private SimResponse edit(Call call) {
        var old = require(call);
        var body = call.body();
        var label = Json.member(body, "label").orElse(old.label());
        return put(call, 200, old.edited(label, PipelineParser.order(body, old.displayOrder()), portal.now()));
    }

    private SimResponse replace(Call call) {
        return put(call, 200, parser.replace(call.type(), require(call), call.body()));
    }

    private SimResponse delete(Call call) {
        pipelines.delete(call.type(), call.param("id"), portal.stamp(call.actor()));
        return call.noContent();
    }

    private SimResponse stages(Call call) {
        return call.results(Json.list(
                require(call).stages().stream().map(Pipeline.Stage::format).toList()));
    }

    private SimResponse createStage(Call call) {
        var pipeline = require(call);
        var stage = parsed(call, pipeline, Optional.empty(), call.body());
        var more = new ArrayList<>(pipeline.stages());
        more.add(stage);
        put(call, 201, pipeline.withStages(more, portal.now()));
        return call.json(201, stage.format());
    }

    private SimResponse editStage(Call call) {
        var pipeline = require(call);
        var stage = parsed(call, pipeline, Optional.of(stage(call)), call.body());
        put(call, 200, pipeline.with(stage, portal.now()));
        return call.json(200, stage.format());
    }

    private SimResponse deleteStage(Call call) {
        pipelines.deleteStage(
                call.type(), call.param("id"), call.param("stageId"), portal.now(), portal.stamp(call.actor()));
        return call.noContent();
    }

    private Pipeline.Stage parsed(Call call, Pipeline pipeline, Optional<Pipeline.Stage> old, JsonNode body) {
        var stage = parser.stage(call.type(), old, body);
        for (var other : pipeline.stages()) {
            if (!other.id().equals(stage.id()) && other.label().equals(stage.label()))
                throw Problem.invalid("Stage labels must be unique: " + stage.label())
                        .refused();
        }
        return stage;
    }

    private SimResponse put(Call call, int status, Pipeline pipeline) {
        return call.json(
                status,
                pipelines.put(call.type(), pipeline, portal.stamp(call.actor())).format());
    }

    private Pipeline require(Call call) {
        return pipelines.require(call.type(), call.param("id"));
    }

    private Pipeline.Stage stage(Call call) {
        return pipelines.requireStage(call.type(), call.param("id"), call.param("stageId"));
    }
}
