package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.mapping.CurrencyCode;
import dev.quotetocash.mapping.Discount;
import dev.quotetocash.mapping.InvoiceLine;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.NewInvoice;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.XeroInvoiceId;

/// Invoices as we send them: docs/reference/xero-api.md, 4.3. The order of the members is fixed, so that equal
/// invoices are equal bytes.
final class NewInvoiceJson {

    private NewInvoiceJson() {}

    /// Of the contact only the id: any other member would rewrite the contact (7.2). No line amounts and no
    /// tax amounts: Xero computes them.
    static Payload compose(NewInvoice invoice) {
        var element = Json.object().put("Type", "ACCREC");
        element.putObject("Contact").put("ContactID", invoice.contact().value());
        var content = invoice.content();
        element.put("Date", content.date().toString())
                .put("DueDate", content.dueDate().toString())
                .put("Reference", content.reference())
                .put("LineAmountTypes", content.lineAmounts().wire())
                .put("CurrencyCode", content.currency().value())
                .put("Status", content.status())
                .put("Url", content.url());
        var lines = element.putArray("LineItems");
        content.lines().forEach(line -> lines.add(line(line, content.currency())));
        return new Payload(Json.format(element));
    }

    static byte[] status(XeroInvoiceId id, InvoiceStatus status) {
        var body = Json.object();
        body.putArray("Invoices").addObject().put("InvoiceID", id.value()).put("Status", status.name());
        return Json.format(body);
    }

    private static ObjectNode line(InvoiceLine line, CurrencyCode currency) {
        var sent = Json.object()
                .put("Description", line.description())
                .put("Quantity", line.quantity())
                .put("UnitAmount", line.unitPrice());
        switch (line.discount()) {
            case Discount.None() -> {}
            case Discount.Percent(var rate) -> sent.put("DiscountRate", rate);
            case Discount.PerUnit _ ->
                sent.put("DiscountAmount", line.discountAmount(currency).value());
        }
        return sent.put("AccountCode", line.accountCode()).put("TaxType", line.taxType());
    }
}
