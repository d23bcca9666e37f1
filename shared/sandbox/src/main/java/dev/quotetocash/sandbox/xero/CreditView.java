package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A credit note, overpayment or prepayment as Xero shows it (OpenAPI examples). `ID` repeats the id.
record CreditView(Books books, int unitScale) {

    /// One read or written: with its lines and the whole contact.
    ObjectNode single(Credit credit) {
        var view = paged(credit);
        contact(credit, view, true);
        return view;
    }

    /// One of a page.
    ObjectNode paged(Credit credit) {
        var view = sought(credit);
        view.set("Allocations", allocations(credit));
        view.set("Payments", PaymentView.within(books, credit.id(), credit.refunded()));
        view.set("LineItems", new InvoiceView(books, unitScale).lines(credit.lines()));
        return view;
    }

    /// One of a list without page.
    ObjectNode brief(Credit credit) {
        var view = sought(credit);
        for (var empty : new String[] {"Allocations", "Payments", "LineItems"}) view.putArray(empty);
        return view;
    }

    /// What filters and orders look at.
    ObjectNode sought(Credit credit) {
        var head = credit.head();
        var view = identity(credit);
        view.put("Type", head.type().spelling());
        texts(credit, view);
        view.set("CurrencyRate", Json.number(head.rate()));
        view.set("RemainingCredit", Json.number(credit.remaining()));
        view.put("HasAttachments", books.desk.hasFiles(credit.id()));
        contact(credit, view, false);
        view.put("DateString", Dates.dateString(head.date())).put("Date", Dates.date(head.date()));
        view.put("Status", credit.status().name());
        view.put("LineAmountTypes", head.kind().spelling());
        totals(credit, view);
        view.put("UpdatedDateUTC", Dates.moment(credit.updatedAt()));
        view.put("UpdatedDateUTCString", Dates.secondString(credit.updatedAt()));
        view.put("CurrencyCode", head.currency());
        credit.fullyPaidOn().ifPresent(date -> view.put("FullyPaidOnDate", Dates.date(date)));
        return view;
    }

    /// The stub that an invoice shows of what was allocated to it (reference section 4.3).
    ObjectNode within(Credit credit, Allocation allocation) {
        var view = identity(credit);
        view.set("AppliedAmount", Json.number(allocation.amount()));
        view.put("Date", Dates.date(allocation.date()));
        view.set("Total", Json.number(credit.total()));
        view.putArray("LineItems");
        return view;
    }

    /// The stub that a payment shows as its `Invoice`: every document is one there.
    ObjectNode ofPayment(Credit credit) {
        var head = credit.head();
        var view = Json.object()
                .put("Type", head.type().payable())
                .put("InvoiceID", credit.id().toString())
                .put("InvoiceNumber", head.number())
                .put("Reference", head.reference());
        view.set("AmountDue", Json.number(credit.remaining()));
        view.set("AmountPaid", Json.number(credit.refunded()));
        view.set("CurrencyRate", Json.number(head.rate()));
        view.put("HasErrors", false).put("IsDiscounted", false);
        contact(credit, view, false);
        view.put("DateString", Dates.dateString(head.date())).put("Date", Dates.date(head.date()));
        view.put("Status", credit.status().name());
        view.put("LineAmountTypes", head.kind().spelling());
        view.putArray("LineItems");
        totals(credit, view);
        view.put("UpdatedDateUTC", Dates.moment(credit.updatedAt()));
        view.put("UpdatedDateUTCString", Dates.secondString(credit.updatedAt()));
        return view.put("CurrencyCode", head.currency());
    }

    /// What an allocation shows of the credit it belongs to.
    static ObjectNode stub(Credit credit) {
        var view = Json.object()
                .put(credit.family().idName(), credit.id().toString())
                .put("ID", credit.id().toString());
        view.putArray("LineItems");
        return view;
    }

    private static ObjectNode identity(Credit credit) {
        var view = Json.object().put(credit.family().idName(), credit.id().toString());
        if (credit.is(Credit.Family.CREDITNOTE)) {
            view.put("CreditNoteNumber", credit.head().number());
        }
        return view.put("ID", credit.id().toString());
    }

    /// A prepayment shows the number of its invoice as its reference too.
    private static void texts(Credit credit, ObjectNode view) {
        var head = credit.head();
        switch (credit.family()) {
            case CREDITNOTE -> {
                view.put("Reference", head.reference()).put("SentToContact", head.sentToContact());
                view.put("BrandingThemeID", head.brandingThemeId().toString()).put("HasErrors", false);
            }
            case OVERPAYMENT -> view.put("Reference", head.reference());
            case PREPAYMENT -> {
                view.put("Reference", head.number());
                if (head.type().sells()) {
                    view.put("InvoiceNumber", head.number());
                    view.put("BrandingThemeID", head.brandingThemeId().toString());
                }
            }
        }
    }

    private static void totals(Credit credit, ObjectNode view) {
        view.set("SubTotal", Json.number(Amounts.subTotal(credit.head().kind(), credit.lines())));
        view.set("TotalTax", Json.number(Amounts.totalTax(credit.lines())));
        view.set("Total", Json.number(credit.total()));
    }

    private void contact(Credit credit, ObjectNode view, boolean whole) {
        var contact = books.contacts.get(credit.head().contactId());
        if (contact != null)
            view.set("Contact", whole ? new ContactView(books).full(contact) : ContactView.stub(contact));
    }

    private ArrayNode allocations(Credit credit) {
        var view = new AllocationView(books);
        return Json.array(books.allocationsFrom(credit.id()).map(view::within).toList());
    }
}
