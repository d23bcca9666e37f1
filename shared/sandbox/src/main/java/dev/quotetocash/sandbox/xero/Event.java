package dev.quotetocash.sandbox.xero;

import java.util.UUID;

/// Something a webhook tells. Archiving, voiding and deleting are updates.
record Event(Category category, UUID id, boolean created) {

    enum Category {
        CONTACT("Contacts"),
        INVOICE("Invoices");

        private final String resource;

        Category(String resource) {
            this.resource = resource;
        }

        String resource() {
            return resource;
        }
    }
}
