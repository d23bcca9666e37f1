package dev.quotetocash.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/// Field by field, what the deal says against what the invoice says, each read from its own system. Written
/// down here once more, apart from the bridge's own mapping, so that a mistake there shows.
final class Comparison {

    static final List<String> PROPERTIES = List.of(
            "xero_invoice_id",
            "xero_invoice_number",
            "xero_invoice_state",
            "xero_invoice_date",
            "xero_due_date",
            "xero_currency",
            "xero_total",
            "xero_paid",
            "xero_credited",
            "xero_due",
            "xero_paid_on",
            "xero_sync_state");

    record Field(String name, String onTheDeal, String inXero) {
        boolean agrees() {
            return onTheDeal.equals(inXero);
        }
    }

    private Comparison() {}

    static List<Field> of(JsonNode deal, JsonNode invoice) {
        return List.of(
                text(deal, "xero_invoice_id", invoice.path("InvoiceID").asText()),
                text(deal, "xero_invoice_number", invoice.path("InvoiceNumber").asText()),
                text(deal, "xero_invoice_state", state(invoice)),
                text(deal, "xero_invoice_date", day(invoice, "DateString")),
                text(deal, "xero_due_date", day(invoice, "DueDateString")),
                text(deal, "xero_currency", invoice.path("CurrencyCode").asText()),
                number(deal, "xero_total", invoice.path("Total").decimalValue()),
                number(deal, "xero_paid", invoice.path("AmountPaid").decimalValue()),
                number(deal, "xero_credited", invoice.path("AmountCredited").decimalValue()),
                number(deal, "xero_due", invoice.path("AmountDue").decimalValue()),
                text(deal, "xero_paid_on", instantDay(invoice, "FullyPaidOnDate")),
                text(deal, "xero_sync_state", "ok"));
    }

    /// What a rep should read for an invoice that is not overdue yet.
    private static String state(JsonNode invoice) {
        var status = invoice.path("Status").asText();
        if (!status.equals("AUTHORISED")) return status;
        return invoice.path("AmountPaid").decimalValue().signum() > 0 ? "PART_PAID" : "AWAITING_PAYMENT";
    }

    private static Field text(JsonNode deal, String property, String xero) {
        return new Field(property, deal.path(property).asText(""), xero);
    }

    private static Field number(JsonNode deal, String property, BigDecimal xero) {
        Function<BigDecimal, String> plain = value -> value.setScale(2).toPlainString();
        var text = deal.path(property).asText("");
        return new Field(property, text.isEmpty() ? "" : plain.apply(new BigDecimal(text)), plain.apply(xero));
    }

    private static String day(JsonNode invoice, String member) {
        var text = invoice.path(member).asText("");
        return text.length() < 10 ? text : text.substring(0, 10);
    }

    /// `/Date(ms+0000)/` of a calendar date is midnight UTC.
    private static String instantDay(JsonNode invoice, String member) {
        var digits = invoice.path(member).asText("").replaceAll("^/Date\\((-?\\d+).*$", "$1");
        if (digits.isEmpty()) return "";
        var seconds = Long.parseLong(digits) / 1000;
        return LocalDate.ofEpochDay(Math.floorDiv(seconds, LocalTime.MAX.toSecondOfDay() + 1L))
                .atStartOfDay(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }
}
