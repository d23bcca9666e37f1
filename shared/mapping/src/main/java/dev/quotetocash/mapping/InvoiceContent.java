package dev.quotetocash.mapping;

import dev.quotetocash.sync.XeroContactId;
import java.time.LocalDate;
import java.util.List;

/// What an invoice says, before it is known who in Xero is billed. `url` ends with the slot's marker: it is the
/// evidence by which the invoice is found again. Dates are the organisation's.
public record InvoiceContent(
        LocalDate date,
        LocalDate dueDate,
        String reference,
        String url,
        CurrencyCode currency,
        LineAmounts lineAmounts,
        String status,
        List<InvoiceLine> lines) {

    public InvoiceContent {
        lines = List.copyOf(lines);
    }

    public NewInvoice billedTo(XeroContactId contact) {
        return new NewInvoice(contact, this);
    }
}
