package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/// A payment as Xero shows it (reference section 4.4).
record PaymentView(Books books) {

    private static final int UNIT_SCALE = 2;

    ObjectNode full(Payment payment) {
        var view = Json.object().put("PaymentID", payment.id().toString());
        payment.batchId()
                .flatMap(id -> Optional.ofNullable(books.batchPayments.get(id)))
                .ifPresent(batch -> view.put("BatchPaymentID", batch.id().toString())
                        .set("BatchPayment", BatchPaymentView.brief(batch)));
        view.put("Date", Dates.date(payment.date()));
        view.set("BankAmount", Json.number(payment.bankAmount()));
        view.set("Amount", Json.number(payment.amount()));
        if (!payment.reference().isEmpty()) view.put("Reference", payment.reference());
        view.set("CurrencyRate", Json.number(payment.rate()));
        PaymentTarget.find(books, payment.documentId())
                .ifPresent(target -> view.put("PaymentType", target.paymentType()));
        view.put("Status", payment.deleted() ? "DELETED" : "AUTHORISED");
        view.put("UpdatedDateUTC", Dates.moment(payment.updatedAt()));
        view.put("UpdatedDateUTCString", Dates.secondString(payment.updatedAt()));
        view.put("HasAccount", true).put("IsReconciled", payment.reconciled());
        books.account(payment.accountId())
                .ifPresent(account -> view.putObject("Account")
                        .put("AccountID", account.id().toString())
                        .put("Code", account.code())
                        .put("Name", account.name()));
        document(payment).ifPresent(document -> view.set("Invoice", document));
        return view.put("HasValidationErrors", false);
    }

    /// The payments that a document shows: without status, stamp and reconciliation (observed). `paid` tells
    /// whether there are any.
    static ArrayNode within(Books books, UUID documentId, BigDecimal paid) {
        var list = Json.array();
        if (paid.signum() == 0) return list;
        books.livePayments(documentId).forEach(payment -> {
            var view =
                    list.addObject().put("PaymentID", payment.id().toString()).put("Date", Dates.date(payment.date()));
            view.set("Amount", Json.number(payment.amount()));
            view.put("Reference", payment.reference());
            view.set("CurrencyRate", Json.number(payment.rate()));
            view.put("HasAccount", false);
        });
        return list;
    }

    private Optional<ObjectNode> document(Payment payment) {
        return Optional.ofNullable(books.invoices.get(payment.documentId()))
                .map(new InvoiceView(books, UNIT_SCALE)::ofPayment)
                .or(() -> Optional.ofNullable(books.credits.get(payment.documentId()))
                        .map(new CreditView(books, UNIT_SCALE)::ofPayment));
    }
}
