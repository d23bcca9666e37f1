package dev.quotetocash.sandbox.xero;

import java.util.UUID;

/// Moves an invoice's UpdatedDateUTC, which tells a webhook. Other records have no such doubts (reference
/// 13.3).
final class Stamps {

    private Stamps() {}

    static void move(Call call, String resource, UUID id) {
        if (!resource.equals("Invoices")) return;
        call.books().invoices.computeIfPresent(id, (_, invoice) -> invoice.touched(call.now()));
        call.events().add(new Event(Event.Category.INVOICE, id, false));
    }
}
