package dev.quotetocash.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.people.Api;
import java.util.List;

/// The members of an invoice that a reader wants to see, as Xero returned them.
final class Excerpt {

    private static final List<String> HEAD = List.of(
            "InvoiceNumber", "Reference", "Status", "DateString", "DueDateString", "CurrencyCode", "LineAmountTypes");
    private static final List<String> LINE = List.of(
            "Description",
            "Quantity",
            "UnitAmount",
            "DiscountRate",
            "AccountCode",
            "TaxType",
            "TaxAmount",
            "LineAmount");
    private static final List<String> FOOT = List.of("SubTotal", "TotalTax", "Total", "AmountDue", "Url");

    private Excerpt() {}

    static JsonNode of(JsonNode invoice) {
        var excerpt = Api.object();
        copy(invoice, excerpt, HEAD);
        excerpt.put("Contact", invoice.path("Contact").path("Name").asText());
        var lines = excerpt.putArray("LineItems");
        invoice.path("LineItems").forEach(line -> copy(line, lines.addObject(), LINE));
        copy(invoice, excerpt, FOOT);
        return excerpt;
    }

    private static void copy(JsonNode from, com.fasterxml.jackson.databind.node.ObjectNode to, List<String> members) {
        for (var member : members) {
            if (from.has(member)) to.set(member, from.get(member));
        }
    }
}
