package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One direction of a kind of association (section 5.2). `reverse` is the id of the same thing seen from the
/// other side; `forward` marks the direction in which links are stored.
record AssociationType(
        ObjectType from,
        ObjectType to,
        int id,
        int reverse,
        String name,
        Optional<String> label,
        boolean primary,
        boolean forward) {

    private static final List<AssociationType> ALL = table();

    static List<AssociationType> between(ObjectType from, ObjectType to) {
        return ALL.stream().filter(type -> type.from == from && type.to == to).toList();
    }

    static Optional<AssociationType> of(ObjectType from, ObjectType to, int id) {
        return between(from, to).stream().filter(type -> type.id == id).findFirst();
    }

    static Optional<AssociationType> named(ObjectType from, ObjectType to, String name) {
        return between(from, to).stream().filter(type -> type.name.equals(name)).findFirst();
    }

    /// The type without a label: what the default association sets.
    static Optional<AssociationType> plain(ObjectType from, ObjectType to) {
        return between(from, to).stream().filter(type -> type.label.isEmpty()).findFirst();
    }

    static Optional<AssociationType> primary(ObjectType from, ObjectType to) {
        return between(from, to).stream().filter(AssociationType::primary).findFirst();
    }

    AssociationType reversed() {
        return of(to, from, reverse).orElseThrow();
    }

    /// As in webhooks: `DEAL_TO_LINE_ITEM`.
    String event() {
        return from.name() + "_TO_" + to.name();
    }

    ObjectNode format() {
        var node = Json.object().put("category", "HUBSPOT_DEFINED").put("typeId", id);
        label.ifPresentOrElse(text -> node.put("label", text), () -> node.putNull("label"));
        return node;
    }

    private static List<AssociationType> table() {
        var table = new ArrayList<AssociationType>();
        plain(table, ObjectType.DEAL, ObjectType.CONTACT, 3, 4, "");
        plain(table, ObjectType.DEAL, ObjectType.LINE_ITEM, 19, 20, "");
        plain(table, ObjectType.DEAL, ObjectType.COMPANY, 341, 342, "_unlabeled");
        labelled(table, ObjectType.DEAL, ObjectType.COMPANY, 5, 6, "Primary", "");
        plain(table, ObjectType.CONTACT, ObjectType.COMPANY, 279, 280, "_unlabeled");
        labelled(table, ObjectType.CONTACT, ObjectType.COMPANY, 1, 2, "Primary", "");
        labelled(table, ObjectType.CONTACT, ObjectType.COMPANY, 931, 930, "Billing contact", "_billing_contact");
        return List.copyOf(table);
    }

    private static void plain(
            List<AssociationType> table, ObjectType from, ObjectType to, int id, int reverse, String suffix) {
        table.add(new AssociationType(from, to, id, reverse, name(from, to, suffix), Optional.empty(), false, true));
        table.add(new AssociationType(to, from, reverse, id, name(to, from, suffix), Optional.empty(), false, false));
    }

    private static void labelled(
            List<AssociationType> table,
            ObjectType from,
            ObjectType to,
            int id,
            int reverse,
            String label,
            String suffix) {
        var primary = label.equals("Primary");
        table.add(
                new AssociationType(from, to, id, reverse, name(from, to, suffix), Optional.of(label), primary, true));
        table.add(
                new AssociationType(to, from, reverse, id, name(to, from, suffix), Optional.of(label), primary, false));
    }

    private static String name(ObjectType from, ObjectType to, String suffix) {
        return from.singular() + "_to_" + to.singular() + suffix;
    }
}
