package dev.quotetocash.sandbox.xero;

import java.util.List;

/// Which scope a resource needs (reference section 11.4). A scope without `.read` includes reading.
final class Scopes {

    static final List<String> ALL = List.of(
            "accounting.invoices",
            "accounting.contacts",
            "accounting.payments",
            "accounting.settings",
            "accounting.banktransactions",
            "accounting.attachments");

    private Scopes() {}

    static boolean allow(List<String> granted, String resource, boolean writes) {
        var families = switch (resource) {
            case "Invoices", "CreditNotes", "Quotes" -> List.of("accounting.invoices");
            case "Items" -> List.of("accounting.invoices", "accounting.settings");
            case "Payments", "Overpayments", "Prepayments", "BatchPayments" -> List.of("accounting.payments");
            case "BankTransactions" -> List.of("accounting.banktransactions");
            case "Contacts", "ContactGroups" -> List.of("accounting.contacts");
            case "Accounts", "TaxRates", "Currencies", "Organisation", "BrandingThemes" ->
                List.of("accounting.settings");
            default -> List.<String>of();
        };
        return families.isEmpty()
                || families.stream()
                        .anyMatch(
                                family -> granted.contains(family) || (!writes && granted.contains(family + ".read")));
    }
}
