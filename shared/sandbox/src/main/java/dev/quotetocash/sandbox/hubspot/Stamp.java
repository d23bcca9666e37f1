package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;

/// When a value was set and by what. `source` is a `changeSource` of webhooks and a `sourceType` of property
/// histories.
record Stamp(Instant at, String source, String sourceId) {

    boolean isByPerson() {
        return source.equals(Actor.UI);
    }

    static Stamp calculated(Instant at) {
        return new Stamp(at, "CALCULATED", "");
    }
}
