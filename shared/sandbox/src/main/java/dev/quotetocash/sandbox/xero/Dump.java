package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The state of the organisation, readable.
final class Dump {

    private static final int UNIT_SCALE = 4;

    private Dump() {}

    static ObjectNode of(Books books, long webhookSequence, int callsToday, int idempotencyKeys) {
        var dump = Json.object()
                .put("LastInvoiceNumber", books.lastNumber)
                .put("LockedUntil", books.lockedUntil.map(Object::toString).orElse(""))
                .put("WebhookSequence", webhookSequence)
                .put("CallsToday", callsToday)
                .put("IdempotencyKeys", idempotencyKeys);
        var invoices = new InvoiceView(books, UNIT_SCALE);
        dump.set(
                "Contacts",
                Json.array(books.contacts.values().stream()
                        .map(new ContactView(books)::full)
                        .toList()));
        dump.set(
                "Items",
                Json.array(books.items.values().stream()
                        .map(new ItemView(UNIT_SCALE)::full)
                        .toList()));
        dump.set(
                "Invoices",
                Json.array(books.invoices.values().stream()
                        .map(invoice -> invoices.paged(invoice).put("CreatedBy", invoice.createdBy()))
                        .toList()));
        dump.set(
                "Payments",
                Json.array(books.payments.values().stream()
                        .map(new PaymentView(books)::full)
                        .toList()));
        return dump;
    }
}
