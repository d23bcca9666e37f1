package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A bank transaction as Xero shows it (OpenAPI examples). Over- and prepayments are named by their own ids.
record BankTransactionView(Books books, int unitScale) {

    /// One read or written, or of a page.
    ObjectNode full(BankTransaction transaction) {
        var view = brief(transaction);
        view.set("LineItems", new InvoiceView(books, unitScale).lines(transaction.lines()));
        var contact = books.contacts.get(transaction.contactId());
        if (contact != null) view.set("Contact", new ContactView(books).full(contact));
        return view;
    }

    /// One of a list without page.
    ObjectNode brief(BankTransaction transaction) {
        var view = Json.object().put("BankTransactionID", transaction.id().toString());
        account(transaction, view);
        view.put("Type", transaction.type().spelling());
        if (!transaction.reference().isEmpty()) view.put("Reference", transaction.reference());
        if (!transaction.url().isEmpty()) view.put("Url", transaction.url());
        view.put("IsReconciled", transaction.reconciled());
        transaction
                .creditId()
                .ifPresent(id -> transaction
                        .type()
                        .credit()
                        .ifPresent(type -> view.put(type.family().idName(), id.toString())));
        view.set("CurrencyRate", Json.number(transaction.rate()));
        view.put("HasAttachments", books.desk.hasFiles(transaction.id()));
        var contact = books.contacts.get(transaction.contactId());
        if (contact != null) view.set("Contact", ContactView.stub(contact));
        view.put("DateString", Dates.dateString(transaction.date())).put("Date", Dates.date(transaction.date()));
        view.put("Status", transaction.deleted() ? "DELETED" : "AUTHORISED");
        view.put("LineAmountTypes", transaction.kind().spelling());
        view.putArray("LineItems");
        var subTotal = Amounts.subTotal(transaction.kind(), transaction.lines());
        var tax = Amounts.totalTax(transaction.lines());
        view.set("SubTotal", Json.number(subTotal));
        view.set("TotalTax", Json.number(tax));
        view.set("Total", Json.number(subTotal.add(tax)));
        view.put("UpdatedDateUTC", Dates.moment(transaction.updatedAt()));
        return view.put("CurrencyCode", transaction.currency());
    }

    private void account(BankTransaction transaction, ObjectNode view) {
        books.account(transaction.accountId())
                .ifPresent(account -> view.putObject("BankAccount")
                        .put("AccountID", account.id().toString())
                        .put("Code", account.code())
                        .put("Name", account.name()));
    }
}
