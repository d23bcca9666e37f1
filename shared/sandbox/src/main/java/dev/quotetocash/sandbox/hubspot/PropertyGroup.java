package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A group that properties are shown in.
record PropertyGroup(String name, String label, int displayOrder) {

    ObjectNode format() {
        return Json.object()
                .put("name", name)
                .put("label", label)
                .put("displayOrder", displayOrder)
                .put("archived", false);
    }
}
