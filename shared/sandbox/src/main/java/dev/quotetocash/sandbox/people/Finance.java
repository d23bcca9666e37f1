package dev.quotetocash.sandbox.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/// A person in finance: works in Xero through its public API and never sees HubSpot.
public final class Finance {

    private static final String API = "/api.xro/2.0";
    private static final String BANK_ACCOUNT = "090";

    private final Api xero;

    public Finance(Api xero) {
        this.xero = xero;
    }

    /// The live invoices that carry a deal's mark, in full.
    public List<JsonNode> invoicesOf(String deal) {
        return StreamSupport.stream(invoices().spliterator(), false)
                .filter(invoice -> invoice.path("Url").asText().contains("/" + deal + "/1/"))
                .filter(invoice -> !List.of("VOIDED", "DELETED")
                        .contains(invoice.path("Status").asText()))
                .toList();
    }

    public JsonNode invoices() {
        return xero.get(API + "/Invoices?page=1&pageSize=1000&unitdp=4").path("Invoices");
    }

    public String contact(String name) {
        var body = Api.object();
        body.putArray("Contacts").addObject().put("Name", name);
        return xero.put(API + "/Contacts", body).at("/Contacts/0/ContactID").asText();
    }

    public void renameContact(String id, String name) {
        var body = Api.object();
        body.putArray("Contacts").addObject().put("ContactID", id).put("Name", name);
        xero.post(API + "/Contacts", body);
    }

    public void authorise(JsonNode invoice) {
        setStatus(invoice, "AUTHORISED");
    }

    public void setStatus(JsonNode invoice, String status) {
        var id = invoice.path("InvoiceID").asText();
        var body = Api.object();
        body.putArray("Invoices").addObject().put("InvoiceID", id).put("Status", status);
        xero.post(API + "/Invoices/" + id, body);
    }

    public void pay(JsonNode invoice, BigDecimal amount, LocalDate on) {
        var body = Api.object();
        var payment = body.putArray("Payments").addObject();
        payment.putObject("Invoice").put("InvoiceID", invoice.path("InvoiceID").asText());
        payment.putObject("Account").put("Code", BANK_ACCOUNT);
        payment.put("Date", on.toString()).put("Amount", amount);
        xero.put(API + "/Payments", body);
    }

    /// Takes back the only payment of an invoice.
    public void takeBack(JsonNode invoice) {
        var id = invoice.path("InvoiceID").asText();
        var payment = xero.get(API + "/Invoices/" + id)
                .at("/Invoices/0/Payments/0/PaymentID")
                .asText();
        xero.post(API + "/Payments/" + payment, Api.object().put("Status", "DELETED"));
    }
}
