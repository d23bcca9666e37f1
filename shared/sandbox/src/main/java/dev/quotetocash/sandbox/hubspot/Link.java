package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Two associated records with the association types between them, as ids of the stored direction.
record Link(Ends ends, Set<Integer> types) {

    Link {
        types = Collections.unmodifiableSet(new TreeSet<>(types));
    }

    /// Both records, in the stored direction.
    record Ends(ObjectType from, String fromId, ObjectType to, String toId) {

        boolean touches(ObjectType type, String id) {
            return (from == type && fromId.equals(id)) || (to == type && toId.equals(id));
        }

        Ends renamed(ObjectType type, String id, String newId) {
            return new Ends(
                    from,
                    from == type && fromId.equals(id) ? newId : fromId,
                    to,
                    to == type && toId.equals(id) ? newId : toId);
        }
    }

    /// The ends of a pair given in either direction.
    static Ends ends(AssociationType plain, String fromId, String toId) {
        return plain.forward()
                ? new Ends(plain.from(), fromId, plain.to(), toId)
                : new Ends(plain.to(), toId, plain.from(), fromId);
    }

    /// The types as seen from one side.
    List<AssociationType> seenFrom(ObjectType side) {
        var seen = new ArrayList<AssociationType>();
        for (var id : types) {
            var type = AssociationType.of(ends.from(), ends.to(), id).orElseThrow();
            seen.add(ends.from() == side ? type : type.reversed());
        }
        return seen;
    }

    Link with(int type) {
        var more = new TreeSet<>(types);
        more.add(type);
        return new Link(ends, more);
    }

    Link without(int type) {
        var fewer = new TreeSet<>(types);
        fewer.remove(type);
        return new Link(ends, fewer);
    }
}
