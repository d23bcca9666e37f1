package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.XeroGateway.Change;
import dev.quotetocash.engine.XeroGateway.Created;
import dev.quotetocash.engine.XeroGateway.InvoicePage;
import dev.quotetocash.mapping.CurrencyCode;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.XeroContactId;
import dev.quotetocash.sync.XeroInvoiceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Invoices as Xero answers with them: docs/reference/xero-api.md, 4.3. A member that an answer omits when it
/// is empty is zero or empty.
final class InvoiceJson {

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private InvoiceJson() {}

    /// The sales invoices of a list; bills are left out. An answer without a body is an empty list. A document
    /// that cannot be read (a half-filled draft of somebody's) is left out too, unless it bears a mark: one
    /// like that is evidence, and missing it would be worse than failing.
    static List<XeroInvoice> salesInvoices(JsonNode body) {
        var invoices = new ArrayList<XeroInvoice>();
        rows(body).filter(InvoiceJson::isSale).forEach(row -> {
            try {
                invoices.add(invoice(row));
            } catch (UnreadableReply | IllegalArgumentException unreadable) {
                if (Json.optional(row, "Url").orElse("").contains("#")) throw unreadable;
            }
        });
        return invoices;
    }

    /// The same, where nothing but a list will do.
    static List<XeroInvoice> listedInvoices(JsonNode body) {
        if (body.isMissingNode()) throw new UnreadableReply("no list");
        return salesInvoices(body);
    }

    static InvoicePage page(JsonNode body, int page, int pageSize) {
        var changes = rows(body)
                .map(row -> new Change(
                        new XeroInvoiceId(Json.text(row, "InvoiceID")),
                        XeroDates.instant(row, "UpdatedDateUTC"),
                        row.path("Url").asText(""),
                        isLiveSale(row)))
                .toList();
        return new InvoicePage(changes, hasMore(body, page, pageSize));
    }

    /// A full page, or Xero's own word that there are more: should it ever hold fewer rows than were asked
    /// for, the rest must not be lost.
    static boolean hasMore(JsonNode body, int page, int pageSize) {
        return rows(body).count() >= pageSize
                || body.path("pagination").path("pageCount").asInt() > page;
    }

    static List<Created> created(JsonNode body) {
        return rows(body).map(InvoiceJson::element).toList();
    }

    /// The one element of the answer to a change.
    static Created changed(JsonNode body) {
        var elements = created(body);
        if (elements.size() != 1) throw new UnreadableReply("not one invoice");
        return elements.getFirst();
    }

    private static Created element(JsonNode element) {
        return ElementJson.refused(element)
                ? new Created.Refused(Json.optional(element, "Url").orElse(""), ElementJson.reasons(element))
                : new Created.Accepted(invoice(element));
    }

    private static Stream<JsonNode> rows(JsonNode body) {
        return body.isMissingNode()
                ? Stream.empty()
                : StreamSupport.stream(Json.array(body, "Invoices").spliterator(), false);
    }

    private static boolean isLiveSale(JsonNode row) {
        return row.path("Type").asText("").equals("ACCREC")
                && !row.path("Status").asText("").equals("VOIDED")
                && !row.path("Status").asText("").equals("DELETED");
    }

    private static boolean isSale(JsonNode invoice) {
        return Json.text(invoice, "Type").equals("ACCREC");
    }

    private static XeroInvoice invoice(JsonNode invoice) {
        var total = Json.number(invoice, "Total");
        var paid = Json.optionalNumber(invoice, "AmountPaid").orElse(BigDecimal.ZERO);
        var credited = Json.optionalNumber(invoice, "AmountCredited").orElse(BigDecimal.ZERO);
        return new XeroInvoice(
                id(invoice),
                Json.optional(invoice, "InvoiceNumber").orElse(""),
                Json.optional(invoice, "Reference").orElse(""),
                Json.optional(invoice, "Url").orElse(""),
                new XeroContactId(Json.text(invoice.path("Contact"), "ContactID")),
                InvoiceStatus.valueOf(Json.text(invoice, "Status")),
                new CurrencyCode(Json.text(invoice, "CurrencyCode")),
                XeroDates.date(invoice, "Date")
                        .or(() -> XeroDates.date(invoice, "DateString"))
                        .orElseThrow(() -> new UnreadableReply("no Date")),
                XeroDates.date(invoice, "DueDate").or(() -> XeroDates.date(invoice, "DueDateString")),
                Json.number(invoice, "SubTotal"),
                Json.number(invoice, "TotalTax"),
                total,
                Json.optionalNumber(invoice, "AmountDue")
                        .orElseGet(() -> total.subtract(paid).subtract(credited)),
                paid,
                credited,
                creditNotes(invoice),
                XeroDates.date(invoice, "FullyPaidOnDate"),
                payments(invoice),
                lines(invoice),
                XeroDates.instant(invoice, "UpdatedDateUTC"));
    }

    /// A refused new element has an id of zeros; an accepted one never.
    private static XeroInvoiceId id(JsonNode invoice) {
        var id = Json.text(invoice, "InvoiceID");
        if (id.equals(NO_ID)) throw new UnreadableReply("no InvoiceID");
        return new XeroInvoiceId(id);
    }

    private static BigDecimal creditNotes(JsonNode invoice) {
        var sum = BigDecimal.ZERO;
        for (var note : invoice.path("CreditNotes")) {
            sum = sum.add(Json.optionalNumber(note, "AppliedAmount").orElse(BigDecimal.ZERO));
        }
        return sum;
    }

    private static List<XeroInvoice.Payment> payments(JsonNode invoice) {
        var payments = new ArrayList<XeroInvoice.Payment>();
        for (var payment : invoice.path("Payments")) {
            if (Json.optional(payment, "Status").filter("DELETED"::equals).isPresent()) continue;
            payments.add(new XeroInvoice.Payment(
                    Json.text(payment, "PaymentID"),
                    XeroDates.date(payment, "Date").orElseThrow(() -> new UnreadableReply("no Date of a payment")),
                    Json.number(payment, "Amount")));
        }
        return payments;
    }

    /// Lines of description alone have no amounts.
    private static List<XeroInvoice.Line> lines(JsonNode invoice) {
        var lines = new ArrayList<XeroInvoice.Line>();
        for (var line : invoice.path("LineItems")) {
            lines.add(new XeroInvoice.Line(
                    Json.optional(line, "LineItemID").orElse(""),
                    Json.optional(line, "Description").orElse(""),
                    Json.optionalNumber(line, "Quantity").orElse(BigDecimal.ZERO),
                    Json.optionalNumber(line, "UnitAmount").orElse(BigDecimal.ZERO),
                    Json.optionalNumber(line, "DiscountRate"),
                    Json.optionalNumber(line, "DiscountAmount"),
                    Json.optional(line, "AccountCode").orElse(""),
                    Json.optional(line, "TaxType").orElse(""),
                    Json.optionalNumber(line, "LineAmount").orElse(BigDecimal.ZERO)));
        }
        return lines;
    }
}
