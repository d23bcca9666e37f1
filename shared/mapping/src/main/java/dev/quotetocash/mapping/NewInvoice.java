package dev.quotetocash.mapping;

import dev.quotetocash.sync.XeroContactId;
import java.time.LocalDate;
import java.util.List;

/// An invoice that is to be created. `url` ends with the slot's marker: it is the evidence by which the invoice is
/// found again. Dates are the organisation's.
public record NewInvoice(
        XeroContactId contact,
        LocalDate date,
        LocalDate dueDate,
        String reference,
        String url,
        CurrencyCode currency,
        LineAmounts lineAmounts,
        String status,
        List<InvoiceLine> lines) {

    public NewInvoice {
        lines = List.copyOf(lines);
    }
}
