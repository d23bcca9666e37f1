package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The scopes of one object type (section 13.2). `objects` is the name in `crm.objects.{name}.read`; `commerce`
/// types are also covered by the legacy umbrella `e-commerce`.
record ScopeFamily(String objects, boolean commerce) {

    private static final String UMBRELLA = "e-commerce";
    private static final Set<String> OF_CONTACTS = Set.of("contacts", "notes", "tasks");
    private static final Set<String> OF_LINE_ITEMS = Set.of("line_items", "discounts", "fees", "taxes");
    private static final Set<String> OF_QUOTES = Set.of("quotes", "quote_templates");

    static ScopeFamily of(ObjectType type) {
        return of(type.id(), type.plural());
    }

    /// `typeId` is such as `0-3`, `plural` such as `deals`.
    static ScopeFamily of(String typeId, String plural) {
        if (typeId.startsWith("2-")) return new ScopeFamily("custom", false);
        if (OF_CONTACTS.contains(plural)) return new ScopeFamily("contacts", false);
        if (OF_LINE_ITEMS.contains(plural)) return new ScopeFamily("line_items", true);
        if (OF_QUOTES.contains(plural)) return new ScopeFamily("quotes", true);
        if (plural.equals("products")) return new ScopeFamily("products", true);
        if (plural.equals("commerce_payments")) return new ScopeFamily("commercepayments", false);
        return new ScopeFamily(plural, false);
    }

    /// Any of these allows to read or write records.
    List<String> records(String verb) {
        var own = "crm.objects." + objects + "." + verb;
        return commerce ? List.of(own, UMBRELLA) : List.of(own);
    }

    /// Reading accepts the scope of the schemas and of the objects.
    List<String> properties(boolean reads) {
        if (!reads) return isCatalogue() ? List.of(UMBRELLA) : List.of("crm.schemas." + objects + ".write");
        var any = new ArrayList<>(records("read"));
        any.add("crm.schemas." + objects + ".read");
        return List.copyOf(any);
    }

    List<String> pipelines(boolean reads) {
        return reads ? properties(true) : List.of("crm.schemas." + objects + ".write");
    }

    private boolean isCatalogue() {
        return objects.equals("products") || objects.equals("line_items");
    }
}
