package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class BatchPaymentsTest {

    private final Office office = new Office();
    private final Cashier cashier = new Cashier(office);
    private final String acme = office.contact("Acme");
    private final String one = office.approved(acme, "100").path("InvoiceID").asText();
    private final String two = office.approved(acme, "200").path("InvoiceID").asText();

    @Test
    void paysSeveralInvoicesAtOnce() {
        var batch = first(office.app.put("/BatchPayments", batch("120", "100")), "BatchPayments");

        assertThat(batch.path("Type").asText()).isEqualTo("RECBATCH");
        assertThat(batch.path("Status").asText()).isEqualTo("AUTHORISED");
        assertThat(batch.path("TotalAmount").asText()).isEqualTo("220.0");
        assertThat(batch.path("Payments")).hasSize(2);
        assertThat(cashier.read("Invoices", one).path("Status").asText()).isEqualTo("PAID");
        assertThat(cashier.read("Invoices", two).path("AmountDue").asText()).isEqualTo("140.0");
        var payment = cashier.read("Payments", batch.at("/Payments/0/PaymentID").asText());
        assertThat(payment.path("BatchPaymentID")).isEqualTo(batch.path("BatchPaymentID"));
        assertThat(payment.at("/BatchPayment/TotalAmount").asText()).isEqualTo("220.0");
    }

    @Test
    void paysNothingWhenOneIsTooLarge() {
        var reply = office.app.put("/BatchPayments", batch("120", "240.01"));

        assertThat(refusal(reply)).isEqualTo("Payment amount exceeds the amount outstanding on this document");
        assertThat(cashier.read("Invoices", one).path("AmountDue").asText()).isEqualTo("120.0");
        assertThat(json(office.app.get("/BatchPayments")).path("BatchPayments")).isEmpty();
        assertThat(json(office.app.get("/Payments")).path("Payments")).isEmpty();
    }

    @Test
    void isDeletedWithItsPayments() {
        var id = made().path("BatchPaymentID").asText();

        var deleted = first(
                office.app.post("/BatchPayments", "{'BatchPaymentID':'" + id + "','Status':'DELETED'}"),
                "BatchPayments");

        assertThat(deleted.path("Status").asText()).isEqualTo("DELETED");
        assertThat(cashier.read("Invoices", one).path("AmountPaid").asText()).isEqualTo("0.0");
        assertThat(office.app
                        .post("/BatchPayments/" + id, "{'Status':'DELETED'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void cannotBeUpdatedNorTakenApart() {
        var batch = made();

        assertThat(refusal(office.app.post(
                        "/BatchPayments/" + batch.path("BatchPaymentID").asText(), "{'Reference':'x'}")))
                .isEqualTo("Batch payments cannot be updated, only deleted.");
        assertThat(office.app
                        .post("/Payments/" + batch.at("/Payments/0/PaymentID").asText(), "{'Status':'DELETED'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void isReadListedAndFiltered() {
        var id = made().path("BatchPaymentID").asText();

        assertThat(cashier.read("BatchPayments", id).path("Reference").asText()).isEqualTo("Run 1");
        assertThat(json(office.app.get("/BatchPayments?where=" + XeroCaller.encoded("Status==\"DELETED\"")))
                        .path("BatchPayments"))
                .isEmpty();
        assertThat(json(office.app.getSince("/BatchPayments", "2026-11-23T09:00:01"))
                        .path("BatchPayments"))
                .isEmpty();
    }

    private JsonNode made() {
        return first(office.app.put("/BatchPayments", batch("10", "20")), "BatchPayments");
    }

    private String batch(String first, String second) {
        return "{'BatchPayments':[{'Account':{'Code':'090'},'Reference':'Run 1','Date':'2026-11-22','Payments':["
                + "{'Invoice':{'InvoiceID':'" + one + "'},'Amount':" + first + "},"
                + "{'Invoice':{'InvoiceID':'" + two + "'},'Amount':" + second + "}]}]}";
    }
}
