package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The links between records, found from either end in ascending order of the ids at the other.
final class Links {

    private static final Comparator<Link> ORDER = Comparator.<Link, String>comparing(
                    link -> link.ends().from().id())
            .thenComparing(link -> link.ends().to().id())
            .thenComparing(link -> Long.parseLong(link.ends().fromId()))
            .thenComparing(link -> Long.parseLong(link.ends().toId()));

    /// A record and the type of the records at the other ends.
    private record Side(ObjectType type, String id, ObjectType other) {}

    private final Journal journal;
    private final Map<Side, NavigableMap<Long, Link>> bySide = new HashMap<>();

    Links(Journal journal) {
        this.journal = journal;
    }

    Collection<Link> of(ObjectType type, String id, ObjectType other) {
        return everOf(type, id, other).stream().filter(Link::holds).toList();
    }

    /// Those too whose records have been parted.
    Collection<Link> everOf(ObjectType type, String id, ObjectType other) {
        var links = bySide.get(new Side(type, id, other));
        return links == null ? List.of() : Collections.unmodifiableCollection(links.values());
    }

    Optional<Link> find(Link.Ends ends) {
        return findEver(ends).filter(Link::holds);
    }

    Optional<Link> findEver(Link.Ends ends) {
        var links = bySide.get(new Side(ends.from(), ends.fromId(), ends.to()));
        return links == null ? Optional.empty() : Optional.ofNullable(links.get(Long.parseLong(ends.toId())));
    }

    /// A link that neither holds nor ever held is none.
    void put(Link link) {
        var old = findEver(link.ends()).orElse(Link.none(link.ends()));
        journal.changing(() -> store(old));
        store(link);
    }

    /// All of them, parted ones too, in an order that does not depend on how they came to be.
    List<Link> all() {
        var all = new ArrayList<Link>();
        bySide.forEach((side, links) -> links.values().stream()
                .filter(link -> link.ends().from().equals(side.type()))
                .forEach(all::add));
        all.sort(ORDER);
        return all;
    }

    private void store(Link link) {
        var ends = link.ends();
        store(new Side(ends.from(), ends.fromId(), ends.to()), Long.parseLong(ends.toId()), link);
        store(new Side(ends.to(), ends.toId(), ends.from()), Long.parseLong(ends.fromId()), link);
    }

    private void store(Side side, long otherId, Link link) {
        if (link.holds() || !link.turns().isEmpty()) {
            bySide.computeIfAbsent(side, _ -> new TreeMap<>()).put(otherId, link);
            return;
        }
        var links = bySide.get(side);
        if (links == null) return;
        links.remove(otherId);
        if (links.isEmpty()) bySide.remove(side);
    }
}
