package dev.quotetocash.sandbox.xero;

import java.util.List;

/// Which scope a resource needs (reference section 11.4). A scope without `.read` includes reading.
final class Scopes {

    static final List<String> ALL = List.of(
            "accounting.invoices",
            "accounting.contacts",
            "accounting.payments",
            "accounting.banktransactions",
            "accounting.settings",
            "accounting.attachments");

    /// What every app may ask a person for.
    static final List<String> OF_PEOPLE = List.of("offline_access", "openid", "profile", "email");

    private Scopes() {}

    static boolean ofPeople(String scope) {
        return OF_PEOPLE.contains(scope);
    }

    /// What every app may ask for itself, without a tenant.
    static boolean ofTheApp(String scope) {
        return scope.equals("app.connections");
    }

    /// `path` is the resource, then ids and parts.
    static boolean allow(List<String> granted, List<String> path, boolean writes) {
        var families = families(path);
        return families.isEmpty()
                || families.stream()
                        .anyMatch(
                                family -> granted.contains(family) || (!writes && granted.contains(family + ".read")));
    }

    private static List<String> families(List<String> path) {
        if (path.size() > 2 && path.get(2).equals("Attachments")) return List.of("accounting.attachments");
        return switch (path.getFirst()) {
            case "Invoices", "CreditNotes", "Quotes" -> List.of("accounting.invoices");
            case "Items" -> List.of("accounting.invoices", "accounting.settings");
            case "Payments", "Overpayments", "Prepayments", "BatchPayments" -> List.of("accounting.payments");
            case "BankTransactions", "BankTransfers" -> List.of("accounting.banktransactions");
            case "Contacts", "ContactGroups" -> List.of("accounting.contacts");
            case "Accounts",
                    "TaxRates",
                    "Currencies",
                    "Organisation",
                    "BrandingThemes",
                    "InvoiceReminders",
                    "TrackingCategories",
                    "Users" -> List.of("accounting.settings");
            default -> List.of();
        };
    }
}
