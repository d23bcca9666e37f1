package dev.quotetocash.sandbox.xero;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Something a webhook tells. Archiving, voiding and deleting are updates. `data` are the members of the event's
/// `data`, in order; events without any have none (reference section 10.2).
record Event(Category category, UUID id, boolean created, Map<String, String> data) {

    enum Category {
        CONTACT("Contacts"),
        INVOICE("Invoices"),
        CREDITNOTE("CreditNotes"),
        PREPAYMENT("Prepayments"),
        OVERPAYMENT("Overpayments"),
        PAYMENT("Payments");

        private final String resource;

        Category(String resource) {
            this.resource = resource;
        }

        String resource() {
            return resource;
        }
    }

    Event {
        data = new LinkedHashMap<>(data);
    }

    Event(Category category, UUID id, boolean created) {
        this(category, id, created, Map.of());
    }
}
