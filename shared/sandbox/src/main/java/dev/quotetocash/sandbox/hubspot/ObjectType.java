package dev.quotetocash.sandbox.hubspot;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A type of objects. Each is addressed by its name, its singular or its id (section 2); an account's own types
/// are known only to its state, where `plural` is the qualified name `p{portalId}_{name}`.
///
/// `plural` is written as in addresses and scopes (`line_items`), `singular` as in names of webhooks and
/// association types (`line_item`), `spoken` as a key of the associations of a record (`line items`).
record ObjectType(String id, String plural, String singular, String spoken) {

    static final ObjectType CONTACT = new ObjectType("0-1", "contacts", "contact", "contacts");
    static final ObjectType COMPANY = new ObjectType("0-2", "companies", "company", "companies");
    static final ObjectType DEAL = new ObjectType("0-3", "deals", "deal", "deals");
    static final ObjectType PRODUCT = new ObjectType("0-7", "products", "product", "products");
    static final ObjectType LINE_ITEM = new ObjectType("0-8", "line_items", "line_item", "line items");
    static final ObjectType QUOTE = new ObjectType("0-14", "quotes", "quote", "quotes");
    static final ObjectType TASK = new ObjectType("0-27", "tasks", "task", "tasks");
    static final ObjectType NOTE = new ObjectType("0-46", "notes", "note", "notes");
    static final ObjectType INVOICE = new ObjectType("0-53", "invoices", "invoice", "invoices");
    static final ObjectType QUOTE_TEMPLATE =
            new ObjectType("0-64", "quote_templates", "quote_template", "quote templates");
    static final ObjectType SUBSCRIPTION = new ObjectType("0-69", "subscriptions", "subscription", "subscriptions");
    static final ObjectType DISCOUNT = new ObjectType("0-84", "discounts", "discount", "discounts");
    static final ObjectType FEE = new ObjectType("0-85", "fees", "fee", "fees");
    static final ObjectType TAX = new ObjectType("0-86", "taxes", "tax", "taxes");
    static final ObjectType PAYMENT =
            new ObjectType("0-101", "commerce_payments", "commerce_payment", "commerce payments");

    static final List<ObjectType> STANDARD = List.of(
            CONTACT,
            COMPANY,
            DEAL,
            PRODUCT,
            LINE_ITEM,
            QUOTE,
            TASK,
            NOTE,
            INVOICE,
            QUOTE_TEMPLATE,
            SUBSCRIPTION,
            DISCOUNT,
            FEE,
            TAX,
            PAYMENT);

    private static final Map<String, ObjectType> BY_NAME = byName();

    private static Map<String, ObjectType> byName() {
        var byName = new HashMap<String, ObjectType>();
        for (var type : STANDARD) {
            for (var name : List.of(type.id, type.plural, type.singular)) byName.put(name, type);
        }
        return byName;
    }

    /// A type that an account has defined itself.
    static ObjectType custom(String id, long portalId, String name) {
        var qualified = "p" + portalId + "_" + name;
        return new ObjectType(id, qualified, name, qualified);
    }

    /// A type of HubSpot's own.
    static Optional<ObjectType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean isCalled(String name) {
        return name.equals(id) || name.equalsIgnoreCase(plural) || name.equalsIgnoreCase(singular);
    }

    boolean isOneOf(ObjectType... types) {
        for (var type : types) {
            if (equals(type)) return true;
        }
        return false;
    }

    boolean isCustom() {
        return id.startsWith("2-");
    }

    /// As in names of events and in messages: `LINE_ITEM`.
    String upper() {
        return singular.toUpperCase(Locale.ROOT);
    }

    /// The property that moves on every change (section 15.7).
    String modifiedProperty() {
        return equals(CONTACT) ? "lastmodifieddate" : "hs_lastmodifieddate";
    }

    /// The oldest types call it `createdate`, all others `hs_createdate`.
    String createdProperty() {
        return switch (id) {
            case "0-1", "0-2", "0-3", "0-7", "0-8" -> "createdate";
            default -> "hs_createdate";
        };
    }

    boolean canBeMerged() {
        return isOneOf(CONTACT, COMPANY, DEAL) || isCustom();
    }

    boolean hasPipelines() {
        return equals(DEAL) || isCustom();
    }

    /// HubSpot makes its subscriptions itself.
    boolean isReadOnly() {
        return equals(SUBSCRIPTION);
    }
}
