package dev.quotetocash.sandbox.prove;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an invoice in Xero says, read from its JSON by the checkers' own eyes.
final class Invoices {

    private Invoices() {}

    static String id(JsonNode invoice) {
        return invoice.path("InvoiceID").asText();
    }

    static String status(JsonNode invoice) {
        return invoice.path("Status").asText();
    }

    static boolean isLive(JsonNode invoice) {
        return !List.of("VOIDED", "DELETED").contains(status(invoice));
    }

    /// The deal and the slot behind `#` of its link: portal, deal, number, reissue.
    static Optional<String[]> slot(JsonNode invoice) {
        var url = invoice.path("Url").asText("");
        var at = url.indexOf('#');
        var parts = at < 0 ? new String[0] : url.substring(at + 1).split("/");
        return parts.length == 4 ? Optional.of(parts) : Optional.empty();
    }

    static Optional<String> deal(JsonNode invoice) {
        return slot(invoice).map(parts -> parts[1]);
    }

    static BigDecimal total(JsonNode invoice) {
        return amount(invoice, "Total");
    }

    static BigDecimal subTotal(JsonNode invoice) {
        return amount(invoice, "SubTotal");
    }

    static Instant updatedAt(JsonNode invoice) {
        var text = invoice.path("UpdatedDateUTC").asText();
        return Instant.ofEpochMilli(Long.parseLong(text.replaceAll("/Date\\((\\d+).*", "$1")));
    }

    /// What the deal has to show: the values of its properties. Whether what is late already shows as overdue
    /// depends on the day at which anybody looked; both are good.
    static Map<String, List<String>> shown(JsonNode invoice, LocalDate today) {
        var live = isLive(invoice);
        var credited = BigDecimal.ZERO;
        for (var note : invoice.path("CreditNotes")) credited = credited.add(amount(note, "AppliedAmount"));
        var paid = amount(invoice, "AmountPaid")
                .add(amount(invoice, "AmountCredited"))
                .subtract(credited);
        var shown = new LinkedHashMap<String, List<String>>();
        shown.put("xero_invoice_id", List.of(id(invoice)));
        shown.put("xero_invoice_number", List.of(invoice.path("InvoiceNumber").asText()));
        shown.put("xero_invoice_state", states(invoice, paid, today));
        shown.put("xero_currency", List.of(invoice.path("CurrencyCode").asText()));
        shown.put("xero_total", List.of(plain(total(invoice))));
        shown.put("xero_paid", List.of(plain(paid)));
        shown.put("xero_credited", List.of(plain(credited)));
        shown.put("xero_due", List.of(plain(live ? amount(invoice, "AmountDue") : BigDecimal.ZERO)));
        shown.put(
                "xero_due_date",
                List.of(invoice.path("DueDateString").asText("").replaceAll("T.*", "")));
        return shown;
    }

    /// Paid with money, as a workflow in HubSpot understands it.
    static boolean isPaid(JsonNode invoice) {
        return shown(invoice, LocalDate.EPOCH)
                .getOrDefault("xero_invoice_state", List.of())
                .contains("PAID");
    }

    private static List<String> states(JsonNode invoice, BigDecimal paid, LocalDate today) {
        return switch (status(invoice)) {
            case "PAID" -> List.of(paid.signum() > 0 || total(invoice).signum() == 0 ? "PAID" : "CREDITED");
            case "AUTHORISED" -> {
                var open = paid.signum() > 0 ? "PART_PAID" : "AWAITING_PAYMENT";
                var due = invoice.path("DueDateString").asText("").replaceAll("T.*", "");
                var late = !due.isEmpty() && LocalDate.parse(due).isBefore(today);
                yield late ? List.of(open, "OVERDUE") : List.of(open);
            }
            default -> List.of(status(invoice));
        };
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal amount(JsonNode node, String member) {
        return node.path(member).isNumber() ? node.path(member).decimalValue() : BigDecimal.ZERO;
    }
}
