package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Payments of whatever document, beyond the simple ones of [PaymentsTest].
class RefundsTest {

    private final Office office = new Office();
    private final Cashier cashier = new Cashier(office);
    private final String acme = office.contact("Acme");

    @Test
    void paysACreditNoteBack() {
        var note = cashier.credit(acme, "100");

        var refund = first(cashier.refund("CreditNote", note, "120"), "Payments");

        assertThat(refund.path("PaymentType").asText()).isEqualTo("ARCREDITPAYMENT");
        assertThat(refund.at("/Invoice/Type").asText()).isEqualTo("ACCRECCREDIT");
        assertThat(refund.at("/Invoice/InvoiceID").asText()).isEqualTo(note);
        assertThat(refund.at("/Invoice/AmountDue").asText()).isEqualTo("0.0");
        var paid = cashier.read("CreditNotes", note);
        assertThat(paid.path("Status").asText()).isEqualTo("PAID");
        assertThat(paid.path("RemainingCredit").asText()).isEqualTo("0.0");
        assertThat(paid.path("FullyPaidOnDate").asText()).isEqualTo("/Date(1795305600000+0000)/");
        assertThat(paid.at("/Payments/0/Amount").asText()).isEqualTo("120.0");
        assertThat(paid.at("/Payments/0").has("IsReconciled")).isFalse();
    }

    @Test
    void namesEveryKindOfRefund() {
        var note = "{'Type':'ACCPAYCREDIT','Status':'AUTHORISED','Contact':{'ContactID':'" + acme
                + "'},'LineItems':[{'Description':'x','UnitAmount':10,'AccountCode':'429'}]}";
        var bill = first(office.app.put("/CreditNotes", note), "CreditNotes")
                .path("CreditNoteID")
                .asText();
        var spent = "{'Description':'Deposit','UnitAmount':10,'AccountCode':'429'}";
        var over = cashier.bank(acme, "SPEND-OVERPAYMENT", spent)
                .path("OverpaymentID")
                .asText();
        var pre = cashier.bank(acme, "SPEND-PREPAYMENT", spent)
                .path("PrepaymentID")
                .asText();

        assertThat(type("CreditNote", bill)).isEqualTo("APCREDITPAYMENT");
        assertThat(type("Overpayment", cashier.overpayment(acme, "10"))).isEqualTo("AROVERPAYMENTPAYMENT");
        assertThat(type("Prepayment", cashier.prepayment(acme, "10"))).isEqualTo("ARPREPAYMENTPAYMENT");
        assertThat(type("Overpayment", over)).isEqualTo("APOVERPAYMENTPAYMENT");
        assertThat(type("Prepayment", pre)).isEqualTo("APPREPAYMENTPAYMENT");
    }

    @Test
    void namesThePaymentOfABill() {
        var bill = first(
                        office.app.put(
                                "/Invoices",
                                Office.body(
                                                acme,
                                                "AUTHORISED",
                                                "'LineItems':[{'Description':'x','UnitAmount':10,'AccountCode':'429'}]")
                                        .replace("ACCREC", "ACCPAY")),
                        "Invoices")
                .path("InvoiceID")
                .asText();

        assertThat(office.pay(bill, "12").path("PaymentType").asText()).isEqualTo("ACCPAYPAYMENT");
    }

    @Test
    void reopensACreditWhenItsRefundIsDeleted() {
        var note = cashier.credit(acme, "100");
        var refund = first(cashier.refund("CreditNote", note, "120"), "Payments")
                .path("PaymentID")
                .asText();
        office.pass(Duration.ofSeconds(3));

        office.app.post("/Payments/" + refund, "{'Status':'DELETED'}");

        var open = cashier.read("CreditNotes", note);
        assertThat(open.path("Status").asText()).isEqualTo("AUTHORISED");
        assertThat(open.path("RemainingCredit").asText()).isEqualTo("120.0");
        assertThat(open.path("UpdatedDateUTCString").asText()).isEqualTo("2026-11-23T09:00:03Z");
        assertThat(open.has("FullyPaidOnDate")).isFalse();
    }

    @Test
    void refundsNoMoreThanRemains() {
        var note = cashier.credit(acme, "100");
        var invoice = office.approved(acme, "50").path("InvoiceID").asText();
        cashier.allocate("CreditNotes", note, invoice, "60");

        assertThat(refusal(cashier.refund("CreditNote", note, "60.01")))
                .isEqualTo("Payment amount exceeds the amount outstanding on this document");
        assertThat(cashier.refund("CreditNote", note, "60").status()).isEqualTo(200);
    }

    @Test
    void findsItsDocumentByNumberAndItsAccountByCode() {
        office.approved(acme, "10");
        cashier.credit(acme, "10");

        var paid = office.app.put("/Payments", "{'InvoiceNumber':'INV-0001','Code':'090','Amount':1}");
        var refunded = office.app.put("/Payments", "{'CreditNoteNumber':'CN-0001','Code':'090','Amount':1}");

        assertThat(first(paid, "Payments").path("PaymentType").asText()).isEqualTo("ACCRECPAYMENT");
        assertThat(first(refunded, "Payments").path("PaymentType").asText()).isEqualTo("ARCREDITPAYMENT");
    }

    @Test
    void convertsAForeignPaymentByItsRate() {
        var payment = foreign("'Amount':114.62,'CurrencyRate':1.1462");

        assertThat(payment.path("BankAmount").asText()).isEqualTo("100.0");
        assertThat(payment.path("CurrencyRate").asText()).isEqualTo("1.1462");
    }

    @Test
    void convertsAForeignPaymentByTheBanksAmount() {
        var payment = foreign("'Amount':110,'BankAmount':100");

        assertThat(payment.path("CurrencyRate").asText()).isEqualTo("1.1");
        assertThat(payment.path("Amount").asText()).isEqualTo("110.0");
    }

    @Test
    void convertsAForeignPaymentByTheInvoicesRateOtherwise() {
        assertThat(foreign("'Amount':120").path("BankAmount").asText()).isEqualTo("100.0");
        assertThat(foreign("'BankAmount':100").path("Amount").asText()).isEqualTo("120.0");
    }

    @Test
    void marksAPaymentAsReconciledByPutOnly() {
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();
        var body = Office.payment(invoice, "1").replace("'Reference'", "'IsReconciled':true,'Reference'");

        assertThat(first(office.app.put("/Payments", body), "Payments")
                        .path("IsReconciled")
                        .asBoolean())
                .isTrue();
        assertThat(first(office.app.post("/Payments", body), "Payments")
                        .path("IsReconciled")
                        .asBoolean())
                .isFalse();
        assertThat(cashier.read("Invoices", invoice).at("/Payments/0").has("IsReconciled"))
                .isFalse();
    }

    @Test
    void paysIntoAnAccountWithPaymentsEnabled() {
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();

        assertThat(office.app
                        .put("/Payments", Office.payment(invoice, "1").replace("090", "835"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesPaymentsAndDeletionsInALockedPeriod() {
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();
        var payment = office.pay(invoice, "1").path("PaymentID").asText();
        office.xero.lockYear(LocalDate.of(2026, 11, 22));
        var locked = "The document date cannot be before the period lock date, currently set at 2026-11-22";

        assertThat(refusal(office.app.put("/Payments", Office.payment(invoice, "1"))))
                .isEqualTo(locked);
        assertThat(refusal(office.app.post("/Payments/" + payment, "{'Status':'DELETED'}")))
                .isEqualTo(locked);
    }

    private String type(String singular, String id) {
        return first(cashier.refund(singular, id, "1"), "Payments")
                .path("PaymentType")
                .asText();
    }

    /// Of an invoice over 144 euros at 1.2 euros a pound.
    private JsonNode foreign(String members) {
        var lines = "'CurrencyCode':'EUR','CurrencyRate':1.2,'LineItems':[" + Cashier.LINE.formatted("120") + "]";
        var invoice =
                office.invoice(acme, "AUTHORISED", lines).path("InvoiceID").asText();
        return json(office.app.put(
                        "/Payments",
                        "{'Invoice':{'InvoiceID':'" + invoice + "'},'Account':{'Code':'090'}," + members + "}"))
                .at("/Payments/0");
    }
}
