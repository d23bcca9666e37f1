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

    /// Credit notes tell type and status, over- and prepayments their stamp as well.
    static Event of(Credit credit, boolean created) {
        var data = new LinkedHashMap<String, String>();
        data.put("Type", credit.head().type().spelling());
        data.put("Status", credit.status().name());
        if (!credit.is(Credit.Family.CREDITNOTE)) {
            data.put("UpdatedDateUTCString", Dates.secondString(credit.updatedAt()));
        }
        return new Event(credit.family().category(), credit.id(), created, data);
    }
}
