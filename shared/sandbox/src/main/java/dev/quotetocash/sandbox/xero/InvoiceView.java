package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// An invoice as Xero shows it (reference section 4.3). `unitScale` is how many decimals unit amounts are shown
/// with.
record InvoiceView(Books books, int unitScale) {

    /// The reply to a write: without the lists that are empty, and with the whole contact.
    ObjectNode written(Invoice invoice) {
        var view = head(invoice);
        contact(invoice, view, true);
        view.set("LineItems", lines(invoice.lines()));
        if (invoice.credited().signum() != 0) view.set("AmountCredited", Json.number(invoice.credited()));
        var payments = payments(invoice);
        if (!payments.isEmpty()) view.set("Payments", payments);
        var credits = credits(invoice, Credit.Family.CREDITNOTE);
        if (!credits.isEmpty()) view.set("CreditNotes", credits);
        return view;
    }

    /// One invoice read by its id or number.
    ObjectNode single(Invoice invoice) {
        var view = paged(invoice);
        contact(invoice, view, true);
        return view;
    }

    /// One of a page.
    ObjectNode paged(Invoice invoice) {
        var view = brief(invoice);
        view.set("LineItems", lines(invoice.lines()));
        view.set("Payments", payments(invoice));
        view.set("CreditNotes", credits(invoice, Credit.Family.CREDITNOTE));
        return view;
    }

    /// What filters and orders look at.
    ObjectNode sought(Invoice invoice) {
        var view = brief(invoice);
        contact(invoice, view, true);
        return view;
    }

    /// One of a list without page: no lines and no payments.
    ObjectNode brief(Invoice invoice) {
        var view = head(invoice);
        contact(invoice, view, false);
        view.set("AmountCredited", Json.number(invoice.credited()));
        view.put("HasAttachments", books.desk.hasFiles(invoice.id()));
        view.set("LineItems", Json.array());
        return view;
    }

    /// The stub that a payment shows.
    ObjectNode ofPayment(Invoice invoice) {
        var view = head(invoice)
                .retain(
                        "Type",
                        "InvoiceID",
                        "InvoiceNumber",
                        "Reference",
                        "AmountDue",
                        "AmountPaid",
                        "CurrencyRate",
                        "Date",
                        "DateString",
                        "DueDate",
                        "DueDateString",
                        "Status",
                        "LineAmountTypes",
                        "SubTotal",
                        "TotalTax",
                        "Total",
                        "CurrencyCode",
                        "HasErrors",
                        "IsDiscounted",
                        "UpdatedDateUTC",
                        "UpdatedDateUTCString",
                        "FullyPaidOnDate");
        contact(invoice, view, false);
        view.set("LineItems", Json.array());
        return view;
    }

    private ObjectNode head(Invoice invoice) {
        var head = invoice.head();
        var view = Json.object()
                .put("Type", head.type().name())
                .put("InvoiceID", invoice.id().toString())
                .put("InvoiceNumber", head.number())
                .put("Reference", head.reference());
        view.set("Prepayments", credits(invoice, Credit.Family.PREPAYMENT));
        view.set("Overpayments", credits(invoice, Credit.Family.OVERPAYMENT));
        view.set("AmountDue", Json.number(invoice.due()));
        view.set("AmountPaid", Json.number(invoice.paid()));
        view.put("SentToContact", head.sentToContact());
        view.set("CurrencyRate", Json.number(head.rate()));
        view.put("IsDiscounted", invoice.lines().stream().anyMatch(Line::discounted));
        view.put("HasErrors", false);
        view.putArray("InvoicePaymentServices");
        view.put("UpdatedDateUTCString", Dates.secondString(invoice.updatedAt()));
        view.put("DateString", Dates.dateString(head.date())).put("Date", Dates.date(head.date()));
        view.put("DueDateString", Dates.dateString(head.dueDate())).put("DueDate", Dates.date(head.dueDate()));
        view.put("BrandingThemeID", head.brandingThemeId().toString());
        view.put("Status", invoice.status().name());
        view.put("LineAmountTypes", head.kind().spelling());
        if (!head.url().isEmpty()) view.put("Url", head.url());
        view.set("SubTotal", Json.number(invoice.subTotal()));
        view.set("TotalTax", Json.number(invoice.totalTax()));
        if (invoice.rounding().signum() != 0) view.set("RoundingAmount", Json.number(invoice.rounding()));
        view.set("Total", Json.number(invoice.total()));
        view.put("UpdatedDateUTC", Dates.moment(invoice.updatedAt()));
        view.put("CurrencyCode", head.currency());
        invoice.fullyPaidOn().ifPresent(date -> view.put("FullyPaidOnDate", Dates.date(date)));
        return view;
    }

    private void contact(Invoice invoice, ObjectNode view, boolean whole) {
        var contact = books.contacts.get(invoice.head().contactId());
        if (contact != null)
            view.set("Contact", whole ? new ContactView(books).full(contact) : ContactView.stub(contact));
    }

    ArrayNode lines(List<Line> lines) {
        return Json.array(lines.stream().map(this::line).toList());
    }

    private ObjectNode line(Line line) {
        var view = Json.object().put("LineItemID", line.id().toString()).put("Description", line.description());
        line.unitAmount()
                .ifPresent(amount ->
                        view.set("UnitAmount", Json.number(amount.setScale(unitScale, RoundingMode.HALF_UP))));
        if (!line.taxType().isEmpty()) view.put("TaxType", line.taxType());
        view.set("TaxAmount", Json.number(line.taxAmount()));
        view.set("LineAmount", Json.number(line.lineAmount()));
        books.accountCoded(line.accountCode())
                .ifPresent(account -> view.put("AccountCode", account.code())
                        .put("AccountID", account.id().toString()));
        item(line, view);
        var tracking = view.putArray("Tracking");
        line.tracking().forEach(entry -> tracking.add(Trackings.shown(books.desk, entry)));
        line.quantity().ifPresent(quantity -> view.set("Quantity", Json.number(quantity)));
        discount(view, "DiscountRate", line.discountRate());
        discount(view, "DiscountAmount", line.discountAmount());
        view.putArray("ValidationErrors");
        return view;
    }

    private void item(Line line, ObjectNode view) {
        if (line.itemCode().isEmpty()) return;
        view.put("ItemCode", line.itemCode());
        books.itemCoded(line.itemCode())
                .ifPresent(item -> view.putObject("Item")
                        .put("ItemID", item.id().toString())
                        .put("Name", item.name())
                        .put("Code", item.code()));
    }

    private static void discount(ObjectNode view, String name, BigDecimal amount) {
        if (amount.signum() != 0) view.set(name, Json.number(amount));
    }

    private ArrayNode payments(Invoice invoice) {
        return PaymentView.within(books, invoice.id(), invoice.paid());
    }

    /// What was allocated from credits of a family.
    private ArrayNode credits(Invoice invoice, Credit.Family family) {
        var list = Json.array();
        if (invoice.credited().signum() == 0) return list;
        var view = new CreditView(books, unitScale);
        books.allocationsTo(invoice.id()).forEach(allocation -> {
            var credit = books.credits.get(allocation.creditId());
            if (credit != null && credit.is(family)) list.add(view.within(credit, allocation));
        });
        return list;
    }
}
