package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// An allocation as Xero shows it (OpenAPI examples), with stubs of both sides.
record AllocationView(Books books) {

    /// Within its credit.
    ObjectNode within(Allocation allocation) {
        var view = Json.object().put("AllocationID", allocation.id().toString());
        view.set("Amount", Json.number(allocation.amount()));
        view.put("Date", Dates.date(allocation.date()));
        view.set("Invoice", invoice(allocation));
        return view;
    }

    /// The reply to its making.
    ObjectNode written(Allocation allocation, Credit credit) {
        var view = within(allocation);
        view.set(credit.family().singular(), CreditView.stub(credit));
        view.putArray("ValidationErrors");
        return view;
    }

    private ObjectNode invoice(Allocation allocation) {
        var view = Json.object().put("InvoiceID", allocation.invoiceId().toString());
        var invoice = books.invoices.get(allocation.invoiceId());
        if (invoice != null) view.put("InvoiceNumber", invoice.head().number());
        for (var empty : List.of("Payments", "CreditNotes", "Prepayments", "Overpayments")) view.putArray(empty);
        view.put("HasErrors", false).put("IsDiscounted", false).putArray("LineItems");
        return view;
    }
}
