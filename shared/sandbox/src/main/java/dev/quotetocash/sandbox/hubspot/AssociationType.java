package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Optional;

/// One direction of a kind of association (section 5.2). `reverse` is the id of the same thing seen from the
/// other side, 0 where that side does not see it; `forward` marks the direction in which links are stored.
record AssociationType(
        ObjectType from,
        ObjectType to,
        Category category,
        int id,
        int reverse,
        String name,
        String reverseName,
        Optional<String> label,
        Optional<String> reverseLabel,
        boolean primary,
        boolean forward) {

    /// Ids are unique only within a category: HubSpot counts an account's own labels from 1.
    enum Category {
        HUBSPOT_DEFINED,
        USER_DEFINED
    }

    /// What identifies a type between two object types, seen from the side of `from`.
    record Key(Category category, int id) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::category).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    Key key() {
        return new Key(category, id);
    }

    /// The key in the stored direction.
    Key storedKey() {
        return forward ? key() : new Key(category, reverse);
    }

    AssociationType reversed() {
        return new AssociationType(
                to, from, category, reverse, id, reverseName, name, reverseLabel, label, primary, !forward);
    }

    /// Only a creation can set it, and only one side sees it.
    boolean isCreateOnly() {
        return forward ? reverse == 0 : id == 0;
    }

    AssociationType relabelled(String newLabel, Optional<String> newReverseLabel) {
        return new AssociationType(
                from,
                to,
                category,
                id,
                reverse,
                name,
                reverseName,
                Optional.of(newLabel),
                newReverseLabel.or(() -> Optional.of(newLabel)),
                primary,
                forward);
    }

    /// As in webhooks: `DEAL_TO_LINE_ITEM`.
    String event() {
        return from.upper() + "_TO_" + to.upper();
    }

    ObjectNode format() {
        var node = Json.object().put("category", category.name()).put("typeId", id);
        label.ifPresentOrElse(text -> node.put("label", text), () -> node.putNull("label"));
        return node;
    }
}
