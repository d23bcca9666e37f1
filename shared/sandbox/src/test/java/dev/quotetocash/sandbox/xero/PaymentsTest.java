package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaymentsTest {

    private final Office office = new Office();
    private final String acme = office.contact("Acme");
    private final String invoice =
            office.approved(acme, "100").path("InvoiceID").asText();

    @Test
    void paysAnInvoiceInParts() {
        office.pay(invoice, "50");
        assertThat(read().path("Status").asText()).isEqualTo("AUTHORISED");
        assertThat(read().path("AmountDue").asText()).isEqualTo("70.0");
        assertThat(read().has("FullyPaidOnDate")).isFalse();

        var last = office.pay(invoice, "70");

        assertThat(last.path("Invoice").path("Status").asText()).isEqualTo("PAID");
        assertThat(read().path("AmountPaid").asText()).isEqualTo("120.0");
        assertThat(read().path("FullyPaidOnDate").asText()).isEqualTo("/Date(1795305600000+0000)/");
    }

    @Test
    void showsAPaymentInFullAndInItsInvoiceWithoutStatus() {
        var payment = office.pay(invoice, "120");
        var within = read().path("Payments").path(0);

        assertThat(payment.path("PaymentType").asText()).isEqualTo("ACCRECPAYMENT");
        assertThat(payment.path("Account").path("Code").asText()).isEqualTo("090");
        assertThat(within.path("PaymentID")).isEqualTo(payment.path("PaymentID"));
        assertThat(within.path("HasAccount").asBoolean()).isFalse();
        assertThat(within.has("Status")).isFalse();
        assertThat(within.has("UpdatedDateUTC")).isFalse();
    }

    @Test
    void reopensTheInvoiceWhenAPaymentIsDeleted() {
        var id = office.pay(invoice, "120").path("PaymentID").asText();

        var deleted = first(office.app.post("/Payments/" + id, "{'Status':'DELETED'}"), "Payments");

        assertThat(deleted.path("Status").asText()).isEqualTo("DELETED");
        assertThat(read().path("Status").asText()).isEqualTo("AUTHORISED");
        assertThat(read().path("AmountDue").asText()).isEqualTo("120.0");
        assertThat(read().path("Payments")).isEmpty();
        assertThat(read().has("FullyPaidOnDate")).isFalse();
        assertThat(office.app.post("/Payments/" + id, "{'Status':'DELETED'}").status())
                .isEqualTo(400);
    }

    @Test
    void movesTheStampsOfBothOnCreationAndDeletion() {
        office.pass(Duration.ofSeconds(2));
        var payment = office.pay(invoice, "120");
        assertThat(read().path("UpdatedDateUTC")).isEqualTo(payment.path("UpdatedDateUTC"));

        office.pass(Duration.ofSeconds(2));
        var address = "/Payments/" + payment.path("PaymentID").asText();
        var deleted = first(office.app.post(address, "{'Status':'DELETED'}"), "Payments");

        assertThat(deleted.path("UpdatedDateUTC")).isNotEqualTo(payment.path("UpdatedDateUTC"));
        assertThat(read().path("UpdatedDateUTC")).isEqualTo(deleted.path("UpdatedDateUTC"));
    }

    @Test
    void refusesMoreThanIsDue() {
        assertThat(refusal(office.app.put("/Payments", Office.payment(invoice, "120.01"))))
                .isEqualTo("Payment amount exceeds the amount outstanding on this document");
    }

    @Test
    void refusesPaymentsOfDraftsAndIntoOtherAccounts() {
        var draft = office.invoice(acme, "DRAFT", "'LineItems':[]")
                .path("InvoiceID")
                .asText();
        var sales = Office.payment(invoice, "1").replace("090", "200");

        assertThat(office.app.put("/Payments", Office.payment(draft, "1")).status())
                .isEqualTo(400);
        assertThat(office.app.put("/Payments", sales).status()).isEqualTo(400);
    }

    @Test
    void refusesToUpdateAPayment() {
        var id = office.pay(invoice, "1").path("PaymentID").asText();

        assertThat(office.app.post("/Payments/" + id, "{'Amount':2}").status()).isEqualTo(400);
    }

    @Test
    void refusesToVoidAnInvoiceWithMoney() {
        office.pay(invoice, "1");

        assertThat(refusal(office.app.post("/Invoices/" + invoice, "{'Status':'VOIDED'}")))
                .isEqualTo("The status VOIDED cannot be applied to the invoice because it has payments or credit notes"
                        + " allocated to it.");
    }

    @Test
    void refusesToChangeThePriceOfAnInvoiceWithMoney() {
        office.pay(invoice, "1");
        var line = read().path("LineItems").path(0).path("LineItemID").asText();

        var price = office.app.post(
                "/Invoices/" + invoice, "{'LineItems':[{'LineItemID':'" + line + "','UnitAmount':101}]}");
        var text = office.app.post(
                "/Invoices/" + invoice, "{'LineItems':[{'LineItemID':'" + line + "','Description':'New'}]}");

        assertThat(refusal(price))
                .isEqualTo("This document cannot be edited as it has a payment or credit note allocated to it.");
        assertThat(text.status()).isEqualTo(200);
    }

    @Test
    void doesNotMoveTheStampForADueDateOnAPartPaidInvoice() {
        office.pay(invoice, "1");
        var before = read().path("UpdatedDateUTC");
        office.pass(Duration.ofSeconds(2));

        office.app.post("/Invoices/" + invoice, "{'DueDate':'2027-01-31'}");

        assertThat(read().path("DueDateString").asText()).isEqualTo("2027-01-31T00:00:00");
        assertThat(read().path("UpdatedDateUTC")).isEqualTo(before);
    }

    @Test
    void takesOnePaymentByPostAndManyByPut() {
        var one = first(office.app.post("/Payments", Office.payment(invoice, "1")), "Payments");
        var many = office.app.put(
                "/Payments",
                Office.payment(invoice, "2").replace("]}", ",")
                        + Office.payment(invoice, "3").replace("{'Payments':[", ""));

        assertThat(one.path("Amount").asText()).isEqualTo("1.0");
        assertThat(XeroCaller.json(many).path("Payments")).hasSize(2);
        assertThat(read().path("AmountPaid").asText()).isEqualTo("6.0");
    }

    @Test
    void listsPaymentsByWhere() {
        office.pay(invoice, "1");

        var found = office.app.get("/Payments?page=1&where="
                + XeroCaller.encoded("Invoice.InvoiceID==Guid(\"" + invoice + "\") AND Status==\"AUTHORISED\""));

        assertThat(XeroCaller.json(found).path("Payments")).hasSize(1);
    }

    @Test
    void answers404ForAnUnknownPayment() {
        assertThat(office.app.post("/Payments/" + acme, "{'Status':'DELETED'}").status())
                .isEqualTo(404);
    }

    private JsonNode read() {
        return first(office.app.get("/Invoices/" + invoice), "Invoices");
    }
}
