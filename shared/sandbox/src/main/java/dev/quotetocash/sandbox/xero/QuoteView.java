package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// A quote as Xero shows it, unlike an invoice: upper-case LineAmountTypes, stamps without offset, a short
/// contact (reference section 3.2).
record QuoteView(Books books, int unitScale) {

    ObjectNode full(Quote quote) {
        var view = brief(quote);
        view.set("LineItems", Json.array(quote.lines().stream().map(this::line).toList()));
        return view;
    }

    /// One of a list without page: no lines.
    ObjectNode brief(Quote quote) {
        var head = quote.head();
        var view = Json.object().put("QuoteID", quote.id().toString()).put("QuoteNumber", head.number());
        view.put("Reference", head.reference()).put("Terms", head.terms());
        view.set("Contact", contact(quote));
        view.putArray("LineItems");
        view.put("Date", Dates.bareDate(head.date())).put("DateString", Dates.dateString(head.date()));
        head.expiry()
                .ifPresent(date ->
                        view.put("ExpiryDate", Dates.bareDate(date)).put("ExpiryDateString", Dates.dateString(date)));
        view.put("Status", quote.status().name());
        view.set("CurrencyRate", Json.number(head.rate()));
        view.put("CurrencyCode", head.currency());
        view.set("SubTotal", Json.number(quote.subTotal()));
        view.set("TotalTax", Json.number(quote.totalTax()));
        view.set("Total", Json.number(quote.total()));
        view.set("TotalDiscount", Json.number(quote.totalDiscount()));
        view.put("Title", head.title()).put("Summary", head.summary());
        return view.put("BrandingThemeID", head.brandingThemeId().toString())
                .put("UpdatedDateUTC", Dates.bareMoment(quote.updatedAt()))
                .put("LineAmountTypes", head.kind().name());
    }

    private ObjectNode contact(Quote quote) {
        var view = Json.object().put("ContactID", quote.head().contactId().toString());
        var contact = books.contacts.get(quote.head().contactId());
        if (contact == null) return view;
        return view.put("Name", contact.name()).put("EmailAddress", contact.text("EmailAddress"));
    }

    private ObjectNode line(Line line) {
        var view = Json.object().put("LineItemID", line.id().toString());
        if (!line.accountCode().isEmpty()) view.put("AccountCode", line.accountCode());
        view.put("Description", line.description());
        line.unitAmount()
                .ifPresent(amount ->
                        view.set("UnitAmount", Json.number(amount.setScale(unitScale, RoundingMode.HALF_UP))));
        discount(view, "DiscountRate", line.discountRate());
        discount(view, "DiscountAmount", line.discountAmount());
        view.set("LineAmount", Json.number(line.lineAmount()));
        view.put("ItemCode", line.itemCode());
        line.quantity().ifPresent(quantity -> view.set("Quantity", Json.number(quantity)));
        view.set("TaxAmount", Json.number(line.taxAmount()));
        if (!line.taxType().isEmpty()) view.put("TaxType", line.taxType());
        var tracking = view.putArray("Tracking");
        line.tracking().forEach(entry -> tracking.add(Trackings.shown(books.desk, entry)));
        return view;
    }

    private static void discount(ObjectNode view, String name, BigDecimal amount) {
        if (amount.signum() != 0) view.set(name, Json.number(amount));
    }
}
