package dev.quotetocash.sandbox.xero;

import java.util.Optional;
import java.util.UUID;

/// `POST /Invoices/{id}/Email` with an empty body or `{}` (reference section 3.2). It sets SentToContact.
final class Mails {

    private Mails() {}

    static Answer send(Call call, int pathLength, UUID id) {
        if (pathLength > 3 || !call.request().method().equals("POST")) return new Answer.NotFound();
        var invoice = call.books().invoices.get(id);
        if (invoice == null) return new Answer.NotFound();
        var refusal = refusal(call, invoice);
        if (refusal.isPresent()) {
            return Batch.refused(Json.object().put("InvoiceID", id.toString()), refusal.get());
        }
        call.books().desk.mails().merge(call.today(), 1, Integer::sum);
        call.books().invoices.put(id, invoice.withHead(invoice.head().sent()));
        if (call.is(Unconfirmed.EMAIL_MOVES_INVOICE) && !invoice.hasMoney()) Stamps.move(call, "Invoices", id);
        return new Answer.NoContent();
    }

    private static Optional<String> refusal(Call call, Invoice invoice) {
        var sendable = switch (invoice.status()) {
            case SUBMITTED, AUTHORISED, PAID -> invoice.receivable();
            case DRAFT, VOIDED, DELETED -> false;
        };
        if (!sendable) return Optional.of("Invoice not of valid status for sending by e-mail");
        var address = Optional.ofNullable(
                        call.books().contacts.get(invoice.head().contactId()))
                .map(contact -> contact.text("EmailAddress"))
                .filter(text -> !text.isEmpty());
        if (address.isEmpty()) return Optional.of("The contact of the invoice has no e-mail address.");
        var limit = call.settings().organisation().mailsPerDay();
        return call.books().desk.mails().getOrDefault(call.today(), 0) < limit
                ? Optional.empty()
                : Optional.of("The limit of " + limit + " e-mails a day is reached.");
    }
}
