package dev.quotetocash.sandbox.hubspot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The object types that are simulated. Each is addressed by its name, its singular or its id (section 2).
enum ObjectType {
    CONTACT("0-1", "contacts", "contacts"),
    COMPANY("0-2", "companies", "companies"),
    DEAL("0-3", "deals", "deals"),
    PRODUCT("0-7", "products", "products"),
    LINE_ITEM("0-8", "line_items", "line items");

    private final String id;
    private final String plural;
    private final String spoken;

    ObjectType(String id, String plural, String spoken) {
        this.id = id;
        this.plural = plural;
        this.spoken = spoken;
    }

    static Optional<ObjectType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> name.equals(type.id)
                        || name.equalsIgnoreCase(type.plural)
                        || name.equalsIgnoreCase(type.name()))
                .findFirst();
    }

    String id() {
        return id;
    }

    /// As in addresses and scopes: `line_items`.
    String plural() {
        return plural;
    }

    /// As a key of the associations of a record: `line items`.
    String spoken() {
        return spoken;
    }

    /// As in names of webhooks and association types: `line_item`.
    String singular() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The property that moves on every change (section 15.7).
    String modifiedProperty() {
        return this == CONTACT ? "lastmodifieddate" : "hs_lastmodifieddate";
    }

    boolean canBeMerged() {
        return this == CONTACT || this == COMPANY || this == DEAL;
    }
}
