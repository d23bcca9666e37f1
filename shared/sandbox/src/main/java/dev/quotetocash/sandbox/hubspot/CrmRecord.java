package dev.quotetocash.sandbox.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A record of any type. `history` holds every value of every property, newest first.
record CrmRecord(
        ObjectType type,
        String id,
        Map<String, List<PropertyVersion>> history,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> archivedAt) {

    private static final Duration BIN = Duration.ofDays(90);

    CrmRecord {
        history = Collections.unmodifiableMap(new LinkedHashMap<>(history));
    }

    static CrmRecord created(ObjectType type, String id, Instant at) {
        return new CrmRecord(type, id, Map.of(), at, at, Optional.empty());
    }

    /// Empty when the property was never set or is cleared.
    Optional<String> value(String property) {
        var versions = versions(property);
        return versions.isEmpty() ? Optional.empty() : versions.getFirst().set();
    }

    /// As a reader saw it at `at`: what the search index knows.
    Optional<String> valueAt(String property, Instant at) {
        for (var version : versions(property)) {
            if (!version.stamp().at().isAfter(at)) return version.set();
        }
        return Optional.empty();
    }

    List<PropertyVersion> versions(String property) {
        return history.getOrDefault(property, List.of());
    }

    boolean archived() {
        return archivedAt.isPresent();
    }

    CrmRecord with(Map<String, String> values, Stamp stamp) {
        if (values.isEmpty()) return this;
        var next = new LinkedHashMap<>(history);
        values.forEach((name, value) -> {
            var versions = new ArrayList<PropertyVersion>();
            versions.add(new PropertyVersion(value, stamp));
            versions.addAll(versions(name));
            next.put(name, List.copyOf(versions));
        });
        return new CrmRecord(type, id, next, createdAt, updatedAt, archivedAt);
    }

    CrmRecord updated(Stamp stamp) {
        var moved = with(Map.of(type.modifiedProperty(), Times.format(stamp.at())), stamp);
        return new CrmRecord(type, id, moved.history, createdAt, stamp.at(), archivedAt);
    }

    CrmRecord archived(Instant at) {
        return new CrmRecord(type, id, history, createdAt, updatedAt, Optional.of(at));
    }

    CrmRecord restored() {
        return new CrmRecord(type, id, history, createdAt, updatedAt, Optional.empty());
    }

    /// Archived, and still in the recycle bin at `now`: for 90 days (section 3.2).
    boolean isInBin(Instant now) {
        return archivedAt.filter(at -> at.plus(BIN).isAfter(now)).isPresent();
    }
}
