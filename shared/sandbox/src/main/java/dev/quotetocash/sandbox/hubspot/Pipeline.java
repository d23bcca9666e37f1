package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A pipeline with its stages in order (section 7).
record Pipeline(String id, String label, int displayOrder, List<Stage> stages, Instant createdAt, Instant updatedAt) {

    Pipeline {
        stages = List.copyOf(stages);
    }

    Optional<Stage> stage(String stageId) {
        return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
    }

    Pipeline withStages(List<Stage> next, Instant at) {
        return new Pipeline(id, label, displayOrder, next, createdAt, at);
    }

    Pipeline edited(String newLabel, int newOrder, Instant at) {
        return new Pipeline(id, newLabel, newOrder, stages, createdAt, at);
    }

    /// Replaces the stage of the same id.
    Pipeline with(Stage edited, Instant at) {
        return withStages(
                stages.stream()
                        .map(stage -> stage.id().equals(edited.id()) ? edited : stage)
                        .toList(),
                at);
    }

    Pipeline without(Stage gone, Instant at) {
        return withStages(stages.stream().filter(stage -> !stage.equals(gone)).toList(), at);
    }

    ObjectNode format() {
        var node = Json.object();
        node.put("id", id).put("label", label).put("displayOrder", displayOrder);
        node.put("createdAt", Times.format(createdAt)).put("updatedAt", Times.format(updatedAt));
        node.put("archived", false);
        node.set("stages", Json.list(stages.stream().map(Stage::format).toList()));
        return node;
    }

    /// One stage. `probability` is a string such as `"1.0"`; only deals' stages have one.
    record Stage(
            String id,
            String label,
            int displayOrder,
            boolean isClosed,
            String probability,
            Instant createdAt,
            Instant updatedAt) {

        boolean isWon() {
            return isClosed && probability.equals("1.0");
        }

        ObjectNode format() {
            var node = Json.object().put("id", id).put("label", label).put("displayOrder", displayOrder);
            var metadata = node.putObject("metadata");
            if (!probability.isEmpty())
                metadata.put("isClosed", Boolean.toString(isClosed)).put("probability", probability);
            node.put("createdAt", Times.format(createdAt)).put("updatedAt", Times.format(updatedAt));
            node.put("writePermissions", "CRM_PERMISSIONS_ENFORCEMENT");
            return node.put("archived", false);
        }
    }
}
