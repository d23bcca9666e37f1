package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BankTransactionsTest {

    private final Office office = new Office();
    private final Cashier cashier = new Cashier(office);
    private final String acme = office.contact("Acme");

    @Test
    void bringsAnOverpaymentIntoBeing() {
        var overpayment = cashier.read("Overpayments", cashier.overpayment(acme, "40"));

        assertThat(overpayment.path("Type").asText()).isEqualTo("RECEIVE-OVERPAYMENT");
        assertThat(overpayment.path("Status").asText()).isEqualTo("AUTHORISED");
        assertThat(overpayment.path("LineAmountTypes").asText()).isEqualTo("NoTax");
        assertThat(overpayment.path("Total").asText()).isEqualTo("40.0");
        assertThat(overpayment.path("RemainingCredit").asText()).isEqualTo("40.0");
        assertThat(overpayment.path("Reference").asText()).isEqualTo("Ref RECEIVE-OVERPAYMENT");
        assertThat(overpayment.at("/LineItems/0/AccountCode").asText()).isEqualTo("610");
    }

    @Test
    void bringsAPrepaymentWithItsTaxAndNumberIntoBeing() {
        var prepayment = cashier.read("Prepayments", cashier.prepayment(acme, "100"));

        assertThat(prepayment.path("Type").asText()).isEqualTo("RECEIVE-PREPAYMENT");
        assertThat(prepayment.path("Total").asText()).isEqualTo("120.0");
        assertThat(prepayment.path("InvoiceNumber").asText()).isEqualTo("INV-0001");
        assertThat(prepayment.path("Reference").asText()).isEqualTo("INV-0001");
        assertThat(office.approved(acme, "1").path("InvoiceNumber").asText()).isEqualTo("INV-0002");
    }

    @Test
    void spendsOnTheOtherSide() {
        var line = "{'Description':'Deposit','LineAmount':5}";
        var id = cashier.bank(acme, "SPEND-OVERPAYMENT", line)
                .path("OverpaymentID")
                .asText();

        assertThat(cashier.read("Overpayments", id)
                        .at("/LineItems/0/AccountCode")
                        .asText())
                .isEqualTo("800");
        assertThat(refusal(cashier.allocate(
                        "Overpayments",
                        id,
                        office.approved(acme, "100").path("InvoiceID").asText(),
                        "1")))
                .contains("same side");
    }

    @Test
    void isReadByItsIdAndListed() {
        var made = cashier.bank(acme, "RECEIVE-PREPAYMENT", Cashier.LINE.formatted("10"));
        var address = "/BankTransactions/" + made.path("BankTransactionID").asText();

        assertThat(first(office.finance.get(address), "BankTransactions").path("PrepaymentID"))
                .isEqualTo(made.path("PrepaymentID"));
        assertThat(made.at("/BankAccount/Code").asText()).isEqualTo("090");
        assertThat(json(office.finance.get("/BankTransactions")).at("/BankTransactions/0/LineItems"))
                .isEmpty();
        assertThat(json(office.finance.get("/BankTransactions?page=1")).at("/BankTransactions/0/LineItems"))
                .hasSize(1);
    }

    @Test
    void needsAScopeOfItsOwn() {
        assertThat(office.app.get("/BankTransactions").status()).isEqualTo(403);
    }

    @Test
    void refusesOtherAccountsAndTypes() {
        var body = Cashier.transaction(acme, "RECEIVE-OVERPAYMENT", "{'LineAmount':1}");

        assertThat(refusal(office.finance.put("/BankTransactions", body.replace("090", "200"))))
                .isEqualTo("The BankAccount must be an account of type BANK.");
        assertThat(refusal(office.finance.put("/BankTransactions", body.replace("RECEIVE-", "STEAL-"))))
                .isEqualTo("'STEAL-OVERPAYMENT' is not a valid Type");
        assertThat(refusal(office.finance.put("/BankTransactions", body.replace(":1}", ":-1}"))))
                .isEqualTo("An overpayment must be greater than zero.");
    }

    @Test
    void voidsItsCreditWhenDeletedUnlessTheCreditWasUsed() {
        var free = cashier.bank(acme, "RECEIVE-OVERPAYMENT", "{'LineAmount':10}");
        var used = cashier.bank(acme, "RECEIVE-OVERPAYMENT", "{'LineAmount':10}");
        cashier.refund("Overpayment", used.path("OverpaymentID").asText(), "1");

        assertThat(office.finance.post("/BankTransactions", deletion(free)).status())
                .isEqualTo(200);
        assertThat(cashier.read("Overpayments", free.path("OverpaymentID").asText())
                        .path("Status")
                        .asText())
                .isEqualTo("VOIDED");
        assertThat(refusal(office.finance.post("/BankTransactions", deletion(used))))
                .isEqualTo("This document cannot be edited as it has a payment or credit note allocated to it.");
    }

    @Test
    void listsOverpaymentsByReferenceAndPrepaymentsByNumber() {
        cashier.overpayment(acme, "1");
        cashier.prepayment(acme, "1");
        cashier.prepayment(acme, "2");

        assertThat(json(office.app.get("/Overpayments?References="
                                + XeroCaller.encoded("\"Ref RECEIVE-OVERPAYMENT\",\"none\"")))
                        .path("Overpayments"))
                .hasSize(1);
        assertThat(json(office.app.get("/Overpayments?References=none")).path("Overpayments"))
                .isEmpty();
        assertThat(json(office.app.get("/Prepayments?page=1&InvoiceNumbers=INV-0002"))
                        .path("Prepayments")
                        .findValuesAsText("InvoiceNumber"))
                .containsExactly("INV-0002");
    }

    @Test
    void listsCreditsChangedSince() {
        var early = cashier.overpayment(acme, "10");
        office.pass(Duration.ofSeconds(5));
        cashier.prepayment(acme, "10");

        assertThat(json(office.app.getSince("/Overpayments", "2026-11-23T09:00:05"))
                        .path("Overpayments"))
                .isEmpty();
        cashier.refund("Overpayment", early, "1");
        assertThat(json(office.app.getSince("/Overpayments", "2026-11-23T09:00:05"))
                        .path("Overpayments"))
                .hasSize(1);
        assertThat(json(office.app.getSince("/Prepayments", "2026-11-23T09:00:05"))
                        .path("Prepayments"))
                .hasSize(1);
    }

    @Test
    void takesAnAllocationOfAnOverpaymentBack() {
        var id = cashier.overpayment(acme, "40");
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();
        var allocation = first(cashier.allocate("Overpayments", id, invoice, "40"), "Allocations")
                .path("AllocationID")
                .asText();
        assertThat(cashier.read("Overpayments", id).path("Status").asText()).isEqualTo("PAID");

        office.app.send("DELETE", "/Overpayments/" + id + "/Allocations/" + allocation, "", Map.of());

        assertThat(cashier.read("Overpayments", id).path("Status").asText()).isEqualTo("AUTHORISED");
        assertThat(cashier.read("Invoices", invoice).path("AmountCredited").asText())
                .isEqualTo("0.0");
    }

    private static String deletion(JsonNode made) {
        return "{'BankTransactionID':'" + made.path("BankTransactionID").asText() + "','Status':'DELETED'}";
    }
}
