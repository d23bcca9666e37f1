package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// `/crm/pipelines/{type}` (section 7). Only deals have pipelines here. An edit moves the last-modified
/// property of all deals (section 15.7).
final class PipelineEndpoints {

    private static final String ALL = "/crm/pipelines/{type}";
    private static final String ONE = ALL + "/{id}";
    private static final String STAGE = ONE + "/stages/{stageId}";

    private final Portal portal;
    private final Records records;

    PipelineEndpoints(Portal portal, Records records) {
        this.portal = portal;
        this.records = records;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "GET " + ALL,
                        call -> call.results(Json.list(
                                pipelines(call).stream().map(Pipeline::format).toList()))),
                Route.of("GET " + ONE, call -> call.json(200, require(call).format())),
                Route.of("GET " + ONE + "/stages", this::stages),
                Route.of("GET " + STAGE, call -> call.json(200, stage(call).format())),
                Route.of("PATCH " + ONE, this::edit),
                Route.of("PATCH " + STAGE, this::editStage));
    }

    private SimResponse stages(Call call) {
        return call.results(Json.list(
                require(call).stages().stream().map(Pipeline.Stage::format).toList()));
    }

    private SimResponse edit(Call call) {
        var old = require(call);
        var body = call.body();
        return put(call, old.edited(label(body, old.label()), order(body, old.displayOrder()), portal.now()));
    }

    private SimResponse editStage(Call call) {
        var old = stage(call);
        var body = call.body();
        var stage = old.edited(label(body, old.label()), order(body, old.displayOrder()), portal.now());
        return put(call, require(call).with(stage, portal.now()));
    }

    private SimResponse put(Call call, Pipeline pipeline) {
        portal.state().dealPipelines().put(pipeline.id(), pipeline);
        var stamp = portal.stamp(call.actor());
        for (var deal : portal.state().all(ObjectType.DEAL)) {
            if (!deal.archived()) records.touch(deal, stamp);
        }
        return call.json(200, pipeline.format());
    }

    private Collection<Pipeline> pipelines(Call call) {
        return call.type() == ObjectType.DEAL ? portal.state().dealPipelines().values() : List.of();
    }

    private Pipeline require(Call call) {
        return pipelines(call).stream()
                .filter(pipeline -> pipeline.id().equals(call.param("id")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Pipeline " + call.param("id") + " not found")
                        .refused());
    }

    private Pipeline.Stage stage(Call call) {
        return Optional.of(require(call))
                .flatMap(pipeline -> pipeline.stage(call.param("stageId")))
                .orElseThrow(() -> Problem.notFound("Stage " + call.param("stageId") + " not found")
                        .refused());
    }

    private static String label(JsonNode body, String usual) {
        return Json.member(body, "label").orElse(usual);
    }

    private static int order(JsonNode body, int usual) {
        return body.path("displayOrder").asInt(usual);
    }
}
