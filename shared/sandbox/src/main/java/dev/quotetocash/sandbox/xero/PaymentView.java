package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A payment as Xero shows it (reference section 4.4).
record PaymentView(Books books) {

    ObjectNode full(Payment payment) {
        var invoice = books.invoices.get(payment.invoiceId());
        var sells = invoice == null || invoice.receivable();
        var view = Json.object().put("PaymentID", payment.id().toString()).put("Date", Dates.date(payment.date()));
        view.set("BankAmount", Json.number(payment.bankAmount()));
        view.set("Amount", Json.number(payment.amount()));
        if (!payment.reference().isEmpty()) view.put("Reference", payment.reference());
        view.set("CurrencyRate", Json.number(payment.rate()));
        view.put("PaymentType", sells ? "ACCRECPAYMENT" : "ACCPAYPAYMENT");
        view.put("Status", payment.deleted() ? "DELETED" : "AUTHORISED");
        view.put("UpdatedDateUTC", Dates.moment(payment.updatedAt()));
        view.put("UpdatedDateUTCString", Dates.secondString(payment.updatedAt()));
        view.put("HasAccount", true).put("IsReconciled", payment.reconciled());
        books.account(payment.accountId())
                .ifPresent(account -> view.putObject("Account")
                        .put("AccountID", account.id().toString())
                        .put("Code", account.code())
                        .put("Name", account.name()));
        if (invoice != null) view.set("Invoice", new InvoiceView(books, 2).ofPayment(invoice));
        return view.put("HasValidationErrors", false);
    }
}
