package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads pipelines and stages from requests (section 7). A deal's stage needs a probability; one of 0 or 1 is
/// closed.
final class PipelineParser {

    private final Portal portal;

    PipelineParser(Portal portal) {
        this.portal = portal;
    }

    Pipeline create(ObjectType type, JsonNode body) {
        var at = portal.now();
        var blank = new Pipeline(
                portal.state().nextPipelineId(), required(body, "label"), order(body, 0), List.of(), at, at);
        return blank.withStages(stages(type, blank, body), at);
    }

    /// Everything anew. A stage keeps its id by its label.
    Pipeline replace(ObjectType type, Pipeline old, JsonNode body) {
        return old.edited(required(body, "label"), order(body, 0), portal.now())
                .withStages(stages(type, old, body), portal.now());
    }

    private List<Pipeline.Stage> stages(ObjectType type, Pipeline old, JsonNode body) {
        var stages = new ArrayList<Pipeline.Stage>();
        for (var node : body.path("stages")) {
            var known = old.stages().stream()
                    .filter(stage -> Json.member(node, "label")
                            .filter(stage.label()::equals)
                            .isPresent())
                    .findFirst();
            var stage = stage(type, known, node);
            if (stages.stream().anyMatch(other -> other.label().equals(stage.label())))
                throw Problem.invalid("Stage labels must be unique: " + stage.label())
                        .refused();
            stages.add(stage);
        }
        if (stages.isEmpty())
            throw Problem.invalid("A pipeline needs at least one stage").refused();
        return stages;
    }

    /// A new stage, or `old` with what the body says.
    Pipeline.Stage stage(ObjectType type, Optional<Pipeline.Stage> old, JsonNode body) {
        var at = portal.now();
        var label = old.isEmpty()
                ? required(body, "label")
                : Json.member(body, "label").orElse(old.get().label());
        var probability = type.equals(ObjectType.DEAL) ? probability(old, body) : "";
        var isClosed = probability.equals("1.0") || probability.equals("0.0");
        return new Pipeline.Stage(
                old.map(Pipeline.Stage::id).orElseGet(portal.state()::nextPipelineId),
                label,
                order(body, old.map(Pipeline.Stage::displayOrder).orElse(0)),
                isClosed,
                probability,
                old.map(Pipeline.Stage::createdAt).orElse(at),
                at);
    }

    private static String probability(Optional<Pipeline.Stage> old, JsonNode body) {
        var written = Json.member(body.path("metadata"), "probability").or(() -> old.map(Pipeline.Stage::probability));
        return written.flatMap(PipelineParser::share)
                .orElseThrow(() -> Problem.invalid("Stage metadata needs a probability between 0.0 and 1.0")
                        .refused());
    }

    private static Optional<String> share(String text) {
        try {
            var share = new BigDecimal(text).setScale(1, RoundingMode.UNNECESSARY);
            var fits = share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
            return fits ? Optional.of(share.toPlainString()) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException noShare) {
            return Optional.empty();
        }
    }

    static int order(JsonNode body, int usual) {
        return body.path("displayOrder").asInt(usual);
    }

    private static String required(JsonNode body, String name) {
        return Json.member(body, name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Problem.invalid("Some required fields were not set: [" + name + "]")
                        .refused());
    }
}
