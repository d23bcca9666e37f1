package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.hubspot.AssociationType.Category;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every association type of an account: HubSpot's (section 5.2), and its own between custom objects or with
/// labels of its own.
final class AssociationTypes {

    private record Pair(ObjectType from, ObjectType to) {}

    private static final Map<Pair, List<AssociationType>> STANDARD = StandardAssociations.ALL.stream()
            .flatMap(type -> List.of(type, type.reversed()).stream())
            .filter(type -> type.id() != 0)
            .collect(Collectors.groupingBy(type -> new Pair(type.from(), type.to())));

    private final Table<Integer, AssociationType> own;

    AssociationTypes(Journal journal) {
        own = new Table<>(journal);
    }

    List<AssociationType> between(ObjectType from, ObjectType to) {
        var all = new ArrayList<>(STANDARD.getOrDefault(new Pair(from, to), List.of()));
        for (var type : own.values()) {
            if (type.from().equals(from) && type.to().equals(to)) all.add(type);
            else if (type.from().equals(to) && type.to().equals(from)) all.add(type.reversed());
        }
        return all;
    }

    Optional<AssociationType> of(ObjectType from, ObjectType to, AssociationType.Key key) {
        return between(from, to).stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /// Also finds what only one side sees, as links store it.
    AssociationType stored(ObjectType from, ObjectType to, AssociationType.Key key) {
        return of(from, to, key).orElseThrow(() -> new IllegalStateException("No association type " + key));
    }

    Optional<AssociationType> named(ObjectType from, ObjectType to, String name) {
        return between(from, to).stream()
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    /// The type without a label: what the default association sets.
    Optional<AssociationType> plain(ObjectType from, ObjectType to) {
        return between(from, to).stream().filter(type -> type.label().isEmpty()).findFirst();
    }

    Optional<AssociationType> primary(ObjectType from, ObjectType to) {
        return between(from, to).stream().filter(AssociationType::primary).findFirst();
    }

    /// The type of a key that leads out of `from`, whatever it leads to.
    Optional<AssociationType> outOf(ObjectType from, Collection<ObjectType> types, AssociationType.Key key) {
        return types.stream().flatMap(to -> of(from, to, key).stream()).findFirst();
    }

    /// Those that the account has defined.
    Collection<AssociationType> own() {
        return own.values();
    }

    /// Adds one of the account's own, or replaces it.
    void put(AssociationType type) {
        own.put(type.forward() ? type.id() : type.reverse(), type.forward() ? type : type.reversed());
    }

    void remove(AssociationType type) {
        own.remove(type.storedKey().id());
    }

    static boolean isOwn(AssociationType type) {
        return type.category() == Category.USER_DEFINED;
    }
}
