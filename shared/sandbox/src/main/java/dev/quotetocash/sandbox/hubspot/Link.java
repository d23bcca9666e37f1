package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Two associated records with the association types between them, keyed as in the stored direction. Reads of the
/// API see it from `shownFrom` on.
record Link(Ends ends, Set<AssociationType.Key> types, Instant shownFrom) {

    Link(Ends ends, Set<AssociationType.Key> types) {
        this(ends, types, Instant.EPOCH);
    }

    Link {
        types = Collections.unmodifiableSet(new TreeSet<>(types));
    }

    /// Both records, in the stored direction.
    record Ends(ObjectType from, String fromId, ObjectType to, String toId) {

        Ends renamed(ObjectType type, String id, String newId) {
            return new Ends(
                    from,
                    from.equals(type) && fromId.equals(id) ? newId : fromId,
                    to,
                    to.equals(type) && toId.equals(id) ? newId : toId);
        }
    }

    /// The ends of a pair given in either direction.
    static Ends ends(AssociationType type, String fromId, String toId) {
        return type.forward()
                ? new Ends(type.from(), fromId, type.to(), toId)
                : new Ends(type.to(), toId, type.from(), fromId);
    }

    /// The id at the other end than `side`.
    String otherId(ObjectType side) {
        return ends.from().equals(side) ? ends.toId() : ends.fromId();
    }

    Link with(AssociationType.Key type) {
        var more = new TreeSet<>(types);
        more.add(type);
        return new Link(ends, more, shownFrom);
    }

    Link without(AssociationType.Key type) {
        var fewer = new TreeSet<>(types);
        fewer.remove(type);
        return new Link(ends, fewer, shownFrom);
    }
}
