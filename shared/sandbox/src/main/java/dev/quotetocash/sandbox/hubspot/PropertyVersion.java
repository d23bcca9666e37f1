package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// One value that a property had; the empty string is a cleared one.
record PropertyVersion(String value, Stamp stamp) {

    /// Empty when it was cleared.
    Optional<String> set() {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    ObjectNode format() {
        var node = Json.object()
                .put("value", value)
                .put("timestamp", Times.format(stamp.at()))
                .put("sourceType", stamp.source());
        if (!stamp.sourceId().isEmpty()) node.put("sourceId", stamp.sourceId());
        return node;
    }
}
