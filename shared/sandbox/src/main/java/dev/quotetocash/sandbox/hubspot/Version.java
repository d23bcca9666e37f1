package dev.quotetocash.sandbox.hubspot;

import java.util.Arrays;
import java.util.Optional;

/// The API versions that are served: dated paths and their legacy aliases (section 2).
enum Version {
    V1("v1"),
    V3("v3"),
    V4("v4"),
    V2025_09("2025-09"),
    V2026_03("2026-03"),
    V2026_09("2026-09");

    private final String segment;

    Version(String segment) {
        this.segment = segment;
    }

    static Optional<Version> of(String segment) {
        return Arrays.stream(values())
                .filter(version -> version.segment.equals(segment))
                .findFirst();
    }

    String segment() {
        return segment;
    }

    /// v3 names an association by a type string, everything later by category and id.
    boolean namesAssociations() {
        return this == V1 || this == V3;
    }
}
