package dev.quotetocash.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The stored cross reference of a pair or slot: who the two sides are, what is open, and what they last agreed
/// on. `seen` holds, per system, the version (the vendor's modified time) of a full read whose plan was empty.
/// `version` counts saves; a save under an older one is refused.
public record Link(
        LinkKey key, Identity identity, Work work, Baseline baseline, Map<String, String> seen, long version) {

    public Link {
        seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
    }

    /// A link that nobody has stored yet.
    public static Link unsaved(LinkKey key, Identity identity, Work work) {
        return new Link(key, identity, work, Baseline.NONE, Map.of(), 0);
    }

    public Link with(Work next) {
        return new Link(key, identity, next, baseline, seen, version);
    }

    public Link with(Identity next) {
        return new Link(key, next, work, baseline, seen, version);
    }

    public Link with(Baseline next) {
        return new Link(key, identity, work, next, seen, version);
    }

    public Link withSeen(String system, String recordVersion) {
        var more = new LinkedHashMap<>(seen);
        more.put(system, recordVersion);
        return new Link(key, identity, work, baseline, more, version);
    }

    public Link withVersion(long next) {
        return new Link(key, identity, work, baseline, seen, next);
    }

    /// True if a record with this version needs no read: it was read before, in full, under this mapping, there
    /// was nothing to do, and nothing is open.
    public boolean hasSettled(String system, String recordVersion, String mappingHash) {
        return work instanceof Work.Idle
                && mappingHash.equals(baseline.mappingHash())
                && recordVersion.equals(seen.get(system));
    }
}
