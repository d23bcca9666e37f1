package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The pipelines of object types (section 7). A change moves the last-modified property of all records of the
/// type (section 15.7). What a record stands in cannot be deleted.
final class Pipelines {

    private final Portal portal;
    private final Records records;

    Pipelines(Portal portal, Records records) {
        this.portal = portal;
        this.records = records;
    }

    Pipeline require(ObjectType type, String id) {
        return portal.state()
                .pipelines(type)
                .get(id)
                .orElseThrow(
                        () -> Problem.notFound("Pipeline " + id + " not found").refused());
    }

    Pipeline.Stage requireStage(ObjectType type, String id, String stageId) {
        return require(type, id)
                .stage(stageId)
                .orElseThrow(() ->
                        Problem.notFound("Stage " + stageId + " not found").refused());
    }

    Pipeline put(ObjectType type, Pipeline pipeline, Stamp stamp) {
        if (!type.hasPipelines())
            throw Problem.invalid(type.plural() + " have no pipelines").refused();
        refuseTakenLabel(type, pipeline);
        portal.state().pipelines(type).get(pipeline.id()).ifPresent(old -> refuseLostStages(type, old, pipeline));
        portal.state().pipelines(type).put(pipeline.id(), pipeline);
        touchAll(type, stamp);
        return pipeline;
    }

    void delete(ObjectType type, String id, Stamp stamp) {
        var pipeline = require(type, id);
        if (portal.state().pipelines(type).values().size() == 1)
            throw Problem.invalid("The last pipeline cannot be deleted").refused();
        pipeline.stages().forEach(stage -> refuseUsed(type, stage));
        portal.state().pipelines(type).remove(id);
        touchAll(type, stamp);
    }

    Pipeline deleteStage(ObjectType type, String id, String stageId, Instant at, Stamp stamp) {
        var stage = requireStage(type, id, stageId);
        var next = require(type, id).without(stage, at);
        if (next.stages().isEmpty())
            throw Problem.invalid("The last stage of a pipeline cannot be deleted")
                    .refused();
        return put(type, next, stamp);
    }

    private void touchAll(ObjectType type, Stamp stamp) {
        for (var record : List.copyOf(portal.state().all(type))) {
            if (record.archived()) continue;
            records.touch(record, stamp);
            records.recalculate(record, stamp.at());
        }
    }

    private void refuseTakenLabel(ObjectType type, Pipeline pipeline) {
        var taken = portal.state().pipelines(type).values().stream()
                .filter(other -> !other.id().equals(pipeline.id()))
                .anyMatch(other -> other.label().equals(pipeline.label()));
        if (taken)
            throw Problem.of(409, "CONFLICT", "A pipeline labelled " + pipeline.label() + " already exists")
                    .refused();
    }

    private void refuseLostStages(ObjectType type, Pipeline old, Pipeline next) {
        for (var stage : old.stages()) {
            if (next.stage(stage.id()).isEmpty()) refuseUsed(type, stage);
        }
    }

    private void refuseUsed(ObjectType type, Pipeline.Stage stage) {
        var used = portal.state().all(type).stream()
                .filter(record -> !record.archived())
                .anyMatch(record -> record.value(stageProperty(type)).equals(Optional.of(stage.id())));
        if (used)
            throw Problem.invalid("Stage " + stage.id() + " is in use by " + type.plural())
                    .withSubCategory("PipelineError.STAGE_ID_IN_USE")
                    .refused();
    }

    static String property(ObjectType type) {
        return type.equals(ObjectType.DEAL) ? "pipeline" : "hs_pipeline";
    }

    static String stageProperty(ObjectType type) {
        return type.equals(ObjectType.DEAL) ? "dealstage" : "hs_pipeline_stage";
    }
}
