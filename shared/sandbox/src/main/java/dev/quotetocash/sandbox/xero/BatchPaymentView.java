package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/// A batch payment as Xero shows it (OpenAPI examples).
record BatchPaymentView(Books books) {

    ObjectNode full(BatchPayment batch) {
        var view = brief(batch);
        view.putObject("Account").put("AccountID", batch.accountId().toString()).put("CurrencyCode", currency(batch));
        if (!batch.reference().isEmpty()) view.put("Reference", batch.reference());
        if (!batch.details().isEmpty()) view.put("Details", batch.details());
        if (!batch.narrative().isEmpty()) view.put("Narrative", batch.narrative());
        view.put("DateString", Dates.dateString(batch.date()));
        view.set(
                "Payments",
                Json.array(batch.paymentIds().stream().map(this::payment).toList()));
        return view;
    }

    /// What each of its payments shows of it.
    static ObjectNode brief(BatchPayment batch) {
        var view = Json.object();
        view.putObject("Account").put("AccountID", batch.accountId().toString());
        view.put("BatchPaymentID", batch.id().toString()).put("Date", Dates.date(batch.date()));
        view.put("Type", batch.sells() ? "RECBATCH" : "PAYBATCH");
        view.put("Status", batch.deleted() ? "DELETED" : "AUTHORISED");
        view.set("TotalAmount", Json.number(batch.total()));
        return view.put("UpdatedDateUTC", Dates.moment(batch.updatedAt())).put("IsReconciled", false);
    }

    private String currency(BatchPayment batch) {
        return books.account(batch.accountId())
                .map(Account::currency)
                .filter(code -> !code.isEmpty())
                .orElse(books.baseCurrency());
    }

    private ObjectNode payment(UUID id) {
        var view = Json.object().put("PaymentID", id.toString());
        var payment = books.payments.get(id);
        if (payment == null) return view;
        var invoice =
                view.putObject("Invoice").put("InvoiceID", payment.documentId().toString());
        PaymentTarget.find(books, payment.documentId()).ifPresent(to -> invoice.put("CurrencyCode", to.currency()));
        for (var empty : List.of("Payments", "CreditNotes", "Prepayments", "Overpayments", "LineItems")) {
            invoice.putArray(empty);
        }
        invoice.put("HasErrors", false).put("IsDiscounted", false);
        view.set("Amount", Json.number(payment.amount()));
        view.set("BankAmount", Json.number(payment.bankAmount()));
        return view;
    }
}
