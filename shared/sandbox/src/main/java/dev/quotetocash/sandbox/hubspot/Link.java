package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Two records with the association types between them, keyed as in the stored direction; without any they are
/// not associated any more. Reads of the API see it from `shownFrom` on. `turns` are when the two were associated
/// and parted, in turn and oldest first, as far back as search may still ask.
record Link(Ends ends, Set<AssociationType.Key> types, Instant shownFrom, List<Instant> turns) {

    /// A pair that never was.
    static Link none(Ends ends) {
        return new Link(ends, Set.of(), Instant.EPOCH, List.of());
    }

    Link {
        turns = List.copyOf(turns);
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

    boolean holds() {
        return !types.isEmpty();
    }

    /// Whether the two were associated at `at`.
    boolean held(Instant at) {
        return turnsUntil(at) % 2 == 1;
    }

    Link with(AssociationType.Key type) {
        var more = new TreeSet<>(types);
        more.add(type);
        return new Link(ends, more, shownFrom, turns);
    }

    Link without(AssociationType.Key type) {
        var fewer = new TreeSet<>(types);
        fewer.remove(type);
        return new Link(ends, fewer, shownFrom, turns);
    }

    /// Associated or parted at `at`. Forgets what only matters to those who ask for a time before `oldest`.
    Link turned(Instant at, Instant oldest) {
        var past = turnsUntil(oldest);
        var kept = new ArrayList<>(turns.subList(past % 2 == 1 ? past - 1 : past, turns.size()));
        kept.add(at);
        return new Link(ends, types, shownFrom, kept);
    }

    private int turnsUntil(Instant at) {
        return (int) turns.stream().filter(turn -> !turn.isAfter(at)).count();
    }
}
