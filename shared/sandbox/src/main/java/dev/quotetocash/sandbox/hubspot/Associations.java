package dev.quotetocash.sandbox.hubspot;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Reads and changes the links between records (section 5). Changing them recalculates nothing: [Records] does.
final class Associations {

    private final Portal portal;

    Associations(Portal portal) {
        this.portal = portal;
    }

    /// An associated record with the types as seen from the asking side.
    record Neighbour(String id, List<AssociationType> types) {}

    /// The associated live records, by ascending id.
    List<Neighbour> of(ObjectType from, String fromId, ObjectType to) {
        return portal.state().links().stream()
                .filter(link -> link.ends().touches(from, fromId) && joins(link, from, to))
                .map(link -> new Neighbour(otherId(link, from), link.seenFrom(from)))
                .filter(neighbour -> portal.state().live(to, neighbour.id()).isPresent())
                .sorted(Comparator.comparingLong(neighbour -> Long.parseLong(neighbour.id())))
                .toList();
    }

    /// The plain type between two object types; refuses pairs that cannot be associated.
    static AssociationType plain(ObjectType from, ObjectType to) {
        return AssociationType.plain(from, to)
                .orElseThrow(
                        () -> Problem.invalid("No association type exists from " + from.plural() + " to " + to.plural())
                                .refused());
    }

    /// Adds types to a pair. Any type brings the plain one along; a primary one moves from its former holder.
    void associate(AssociationType type, CrmRecord from, CrmRecord to, Stamp stamp) {
        var plain = plain(type.from(), type.to());
        refuseSecondParent(type, from, to);
        add(plain, from.id(), to.id(), stamp);
        if (type.primary()) dropPrimary(type, from.id(), to.id(), stamp);
        add(type, from.id(), to.id(), stamp);
        var primary = AssociationType.primary(type.from(), type.to());
        if (portal.is(Unconfirmed.FIRST_COMPANY_BECOMES_PRIMARY)
                && primary.isPresent()
                && !hasPrimary(primary.get(), from.id(), to.id())) add(primary.get(), from.id(), to.id(), stamp);
    }

    /// Removes every type between two records.
    void dissociate(AssociationType plain, String fromId, String toId, Stamp stamp) {
        portal.state()
                .link(Link.ends(plain, fromId, toId))
                .ifPresent(link -> link.seenFrom(plain.from()).forEach(type -> remove(type, fromId, toId, stamp)));
    }

    void remove(AssociationType type, String fromId, String toId, Stamp stamp) {
        var link = portal.state().link(Link.ends(type, fromId, toId));
        if (link.isEmpty() || !link.get().types().contains(forwardId(type))) return;
        portal.state().put(link.get().without(forwardId(type)));
        portal.tell(new Change.AssociationChanged(type, fromId, toId, true, stamp));
    }

    /// Gives the links of a merged record to the survivor, which keeps its own primary.
    void move(ObjectType type, String id, String survivor) {
        for (var link : portal.state().links()) {
            if (!link.ends().touches(type, id)) continue;
            portal.state().put(new Link(link.ends(), Set.of()));
            var ends = link.ends().renamed(type, id, survivor);
            var next = portal.state().link(ends).orElse(new Link(ends, Set.of()));
            for (var typeId : link.types()) {
                var kind = AssociationType.of(ends.from(), ends.to(), typeId).orElseThrow();
                if (!kind.primary() || !hasPrimary(kind, ends.fromId(), ends.toId())) next = next.with(typeId);
            }
            portal.state().put(next);
        }
    }

    private void add(AssociationType type, String fromId, String toId, Stamp stamp) {
        var ends = Link.ends(type, fromId, toId);
        var link = portal.state().link(ends).orElse(new Link(ends, Set.of()));
        if (link.types().contains(forwardId(type))) return;
        portal.state().put(link.with(forwardId(type)));
        portal.tell(new Change.AssociationChanged(type, fromId, toId, false, stamp));
    }

    private void dropPrimary(AssociationType type, String fromId, String toId, Stamp stamp) {
        var ends = Link.ends(type, fromId, toId);
        for (var link : portal.state().links()) {
            var other = link.ends();
            var sameChild = other.touches(ends.from(), ends.fromId()) && other.to() == ends.to();
            if (sameChild && !other.equals(ends) && link.types().contains(forwardId(type))) {
                var kind = type.forward() ? type : type.reversed();
                remove(kind, other.fromId(), other.toId(), stamp);
            }
        }
    }

    private boolean hasPrimary(AssociationType primary, String fromId, String toId) {
        var ends = Link.ends(primary, fromId, toId);
        return portal.state().links().stream()
                .anyMatch(link -> link.ends().touches(ends.from(), ends.fromId())
                        && link.ends().to() == ends.to()
                        && link.types().contains(forwardId(primary)));
    }

    private void refuseSecondParent(AssociationType type, CrmRecord from, CrmRecord to) {
        var item = type.from() == ObjectType.LINE_ITEM ? from : to;
        if (item.type() != ObjectType.LINE_ITEM) return;
        var deal = item == from ? to : from;
        for (var parent : of(ObjectType.LINE_ITEM, item.id(), ObjectType.DEAL)) {
            if (!parent.id().equals(deal.id()))
                throw Problem.invalid("Line item " + item.id() + " already belongs to deal " + parent.id())
                        .refused();
        }
    }

    private static int forwardId(AssociationType type) {
        return type.forward() ? type.id() : type.reverse();
    }

    private static boolean joins(Link link, ObjectType one, ObjectType other) {
        return (link.ends().from() == one && link.ends().to() == other)
                || (link.ends().from() == other && link.ends().to() == one);
    }

    private static String otherId(Link link, ObjectType side) {
        return link.ends().from() == side ? link.ends().toId() : link.ends().fromId();
    }
}
