package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads and changes the links between records (section 5). Changing them recalculates nothing: [Records] does.
final class Associations {

    private final Portal portal;
    private final AssociationRules rules;

    Associations(Portal portal) {
        this.portal = portal;
        this.rules = new AssociationRules(portal);
    }

    /// An associated record with the types as seen from the asking side.
    record Neighbour(String id, List<AssociationType> types) {}

    /// The associated live records, by ascending id.
    List<Neighbour> of(ObjectType from, String fromId, ObjectType to) {
        return seenAt(Instant.MAX, from, fromId, to);
    }

    /// Those that a read of the API shows now.
    List<Neighbour> shown(ObjectType from, String fromId, ObjectType to) {
        return seenAt(portal.now(), from, fromId, to);
    }

    private List<Neighbour> seenAt(Instant at, ObjectType from, String fromId, ObjectType to) {
        var neighbours = new ArrayList<Neighbour>();
        for (var link : portal.state().links().of(from, fromId, to)) {
            if (link.shownFrom().isAfter(at)) continue;
            var id = link.otherId(from);
            if (portal.state().live(to, id).isPresent()) neighbours.add(new Neighbour(id, seenFrom(link, from)));
        }
        return neighbours;
    }

    /// The ids of the live records that were associated at `at`: what the search index knows.
    List<String> indexed(Instant at, ObjectType from, String fromId, ObjectType to) {
        return portal.state().links().everOf(from, fromId, to).stream()
                .filter(link -> link.held(at))
                .map(link -> link.otherId(from))
                .filter(id -> portal.state().live(to, id).isPresent())
                .toList();
    }

    /// The associated live records themselves.
    List<CrmRecord> records(ObjectType from, String fromId, ObjectType to) {
        var records = new ArrayList<CrmRecord>();
        for (var link : portal.state().links().of(from, fromId, to))
            portal.state().live(to, link.otherId(from)).ifPresent(records::add);
        return records;
    }

    /// The plain type between two object types; refuses pairs that cannot be associated.
    AssociationType plain(ObjectType from, ObjectType to) {
        return portal.state()
                .associationTypes()
                .plain(from, to)
                .orElseThrow(
                        () -> Problem.invalid("No association type exists from " + from.plural() + " to " + to.plural())
                                .refused());
    }

    /// Adds types to a pair. Any type brings the plain one along; a primary one moves from its former holder.
    void associate(AssociationType type, CrmRecord from, CrmRecord to, Stamp stamp) {
        rules.check(from, to);
        add(plain(type.from(), type.to()), from.id(), to.id(), stamp);
        if (type.primary()) dropPrimary(type, from.id(), to.id(), stamp);
        add(type, from.id(), to.id(), stamp);
        var primary = portal.state().associationTypes().primary(type.from(), type.to());
        if (portal.is(Unconfirmed.FIRST_COMPANY_BECOMES_PRIMARY)
                && primary.isPresent()
                && !hasPrimary(primary.get(), Link.ends(primary.get(), from.id(), to.id())))
            add(primary.get(), from.id(), to.id(), stamp);
    }

    /// Refuses to change what belongs to a locked quote.
    void checkUnlocked(CrmRecord from, CrmRecord to) {
        rules.checkUnlocked(from, to);
        rules.checkUnlocked(to, from);
    }

    /// Refuses to give a locked quote to a new record. A new quote may begin locked, with all that belongs to it.
    void checkNew(CrmRecord created, CrmRecord other) {
        rules.checkUnlocked(other, created);
    }

    /// Removes every type between two records.
    void dissociate(AssociationType plain, String fromId, String toId, Stamp stamp) {
        portal.state()
                .link(Link.ends(plain, fromId, toId))
                .ifPresent(link -> seenFrom(link, plain.from()).forEach(type -> remove(type, fromId, toId, stamp)));
    }

    void remove(AssociationType type, String fromId, String toId, Stamp stamp) {
        var link = portal.state().link(Link.ends(type, fromId, toId));
        if (link.isEmpty() || !link.get().types().contains(type.storedKey())) return;
        var next = link.get().without(type.storedKey());
        portal.state().put(next.holds() ? next : turned(next, stamp));
        portal.tell(new Change.AssociationChanged(type, fromId, toId, true, stamp));
    }

    /// Gives the links of a merged record to the survivor, which keeps its own primary.
    void move(ObjectType type, String id, String survivor) {
        for (var link : portal.state().linksOf(type, id)) {
            portal.state().put(Link.none(link.ends()));
            if (!link.holds()) continue;
            var ends = link.ends().renamed(type, id, survivor);
            var next = portal.state().link(ends).orElse(new Link(ends, Set.of(), link.shownFrom(), link.turns()));
            for (var key : link.types()) {
                var kind = stored(ends, key);
                if (!kind.primary() || !hasPrimary(kind, ends)) next = next.with(key);
            }
            portal.state().put(next);
        }
    }

    private List<AssociationType> seenFrom(Link link, ObjectType side) {
        var seen = new ArrayList<AssociationType>();
        for (var key : link.types()) {
            var type = stored(link.ends(), key);
            seen.add(type.from().equals(side) ? type : type.reversed());
        }
        return seen;
    }

    private AssociationType stored(Link.Ends ends, AssociationType.Key key) {
        return portal.state().associationTypes().stored(ends.from(), ends.to(), key);
    }

    private void add(AssociationType type, String fromId, String toId, Stamp stamp) {
        var ends = Link.ends(type, fromId, toId);
        var link = portal.state().links().findEver(ends).orElse(Link.none(ends));
        if (link.types().contains(type.storedKey())) return;
        var next = link.with(type.storedKey());
        portal.state().put(link.holds() ? next : turned(next, stamp));
        portal.tell(new Change.AssociationChanged(type, fromId, toId, false, stamp));
    }

    private Link turned(Link link, Stamp stamp) {
        var turned =
                link.turned(stamp.at(), portal.now().minus(portal.settings().searchLag()));
        return new Link(turned.ends(), turned.types(), shownFrom(stamp), turned.turns());
    }

    /// As late as search, where edits in the user interface reach reads late at all.
    private Instant shownFrom(Stamp stamp) {
        var late = stamp.isByPerson() && portal.is(Unconfirmed.UI_ASSOCIATIONS_SHOW_LATE);
        return late ? stamp.at().plus(portal.settings().searchLag()) : Instant.EPOCH;
    }

    private void dropPrimary(AssociationType type, String fromId, String toId, Stamp stamp) {
        var ends = Link.ends(type, fromId, toId);
        holder(type, ends).filter(other -> !other.ends().equals(ends)).ifPresent(other -> {
            var kind = type.forward() ? type : type.reversed();
            remove(kind, other.ends().fromId(), other.ends().toId(), stamp);
        });
    }

    private boolean hasPrimary(AssociationType primary, Link.Ends ends) {
        return holder(primary, ends).isPresent();
    }

    /// The link that holds the primary label for the record at the stored beginning.
    private Optional<Link> holder(AssociationType primary, Link.Ends ends) {
        return portal.state().links().of(ends.from(), ends.fromId(), ends.to()).stream()
                .filter(link -> link.types().contains(primary.storedKey()))
                .findFirst();
    }
}
