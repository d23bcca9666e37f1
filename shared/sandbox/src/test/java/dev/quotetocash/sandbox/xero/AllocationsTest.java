package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllocationsTest {

    private final Office office = new Office();
    private final Cashier cashier = new Cashier(office);
    private final String acme = office.contact("Acme");
    private final String invoice =
            office.approved(acme, "100").path("InvoiceID").asText();
    private final String note = cashier.credit(acme, "100");

    @Test
    void settlesAnInvoiceByACreditNoteAlone() {
        var made = first(cashier.allocate("CreditNotes", note, invoice, "120"), "Allocations");

        assertThat(made.path("CreditNote").path("CreditNoteID").asText()).isEqualTo(note);
        assertThat(made.path("Invoice").path("InvoiceID").asText()).isEqualTo(invoice);
        assertThat(invoice().path("Status").asText()).isEqualTo("PAID");
        assertThat(invoice().path("AmountPaid").asText()).isEqualTo("0.0");
        assertThat(invoice().path("AmountCredited").asText()).isEqualTo("120.0");
        assertThat(invoice().path("AmountDue").asText()).isEqualTo("0.0");
        assertThat(invoice().path("FullyPaidOnDate").asText()).isEqualTo("/Date(1795305600000+0000)/");
        assertThat(note().path("Status").asText()).isEqualTo("PAID");
        assertThat(note().path("RemainingCredit").asText()).isEqualTo("0.0");
        assertThat(note().at("/Allocations/0/AllocationID")).isEqualTo(made.path("AllocationID"));
    }

    @Test
    void showsInTheInvoiceWhatWasAppliedToIt() {
        cashier.allocate("CreditNotes", note, invoice, "50");
        cashier.allocate("Overpayments", cashier.overpayment(acme, "30"), invoice, "30");
        cashier.allocate("Prepayments", cashier.prepayment(acme, "10"), invoice, "12");

        var credits = invoice().path("CreditNotes").path(0);
        assertThat(credits.propertyStream().map(Map.Entry::getKey))
                .containsExactly(
                        "CreditNoteID", "CreditNoteNumber", "ID", "AppliedAmount", "Date", "Total", "LineItems");
        assertThat(credits.path("CreditNoteNumber").asText()).isEqualTo("CN-0001");
        assertThat(credits.path("AppliedAmount").asText()).isEqualTo("50.0");
        assertThat(credits.path("Total").asText()).isEqualTo("120.0");
        assertThat(invoice().at("/Overpayments/0/AppliedAmount").asText()).isEqualTo("30.0");
        assertThat(invoice().at("/Prepayments/0/AppliedAmount").asText()).isEqualTo("12.0");
        assertThat(invoice().path("AmountCredited").asText()).isEqualTo("92.0");
        assertThat(invoice().path("Status").asText()).isEqualTo("AUTHORISED");
        assertThat(json(office.app.get("/Invoices?page=1")).at("/Invoices/0/CreditNotes"))
                .hasSize(1);
    }

    @Test
    void takesAnAllocationBack() {
        var id = first(cashier.allocate("CreditNotes", note, invoice, "120"), "Allocations")
                .path("AllocationID")
                .asText();
        var address = "/CreditNotes/" + note + "/Allocations/" + id;

        var reply = office.app.send("DELETE", address, "", Map.of());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"AllocationId\":\"" + id + "\",\"IsDeleted\":true}");
        assertThat(invoice().path("Status").asText()).isEqualTo("AUTHORISED");
        assertThat(invoice().path("AmountDue").asText()).isEqualTo("120.0");
        assertThat(invoice().has("FullyPaidOnDate")).isFalse();
        assertThat(note().path("Status").asText()).isEqualTo("AUTHORISED");
        assertThat(note().path("Allocations")).isEmpty();
        assertThat(office.app.send("DELETE", address, "", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void allocatesSeveralInOneRequest() {
        var other = office.approved(acme, "10").path("InvoiceID").asText();
        var both = Cashier.allocation(invoice, "100").replace("]}", ",")
                + Cashier.allocation(other, "12").replace("{'Allocations':[", "");

        var reply = office.app.put("/CreditNotes/" + note + "/Allocations", both);

        assertThat(json(reply).path("Allocations")).hasSize(2);
        assertThat(note().path("RemainingCredit").asText()).isEqualTo("8.0");
    }

    @Test
    void refusesABatchAsAWholeUnlessAskedNotTo() {
        var both = Cashier.allocation(invoice, "100").replace("]}", ",")
                + Cashier.allocation(invoice, "21").replace("{'Allocations':[", "");
        var address = "/CreditNotes/" + note + "/Allocations";

        assertThat(office.app.put(address, both).status()).isEqualTo(400);
        assertThat(invoice().path("AmountDue").asText()).isEqualTo("120.0");

        var partly = json(office.app.put(address + "?summarizeErrors=false", both));
        assertThat(partly.at("/Allocations/0/StatusAttributeString").asText()).isEqualTo("OK");
        assertThat(partly.at("/Allocations/1/StatusAttributeString").asText()).isEqualTo("ERROR");
        assertThat(invoice().path("AmountDue").asText()).isEqualTo("20.0");
    }

    @Test
    void limitsTheAmountOnBothSides() {
        var small = cashier.credit(acme, "10");
        var large = cashier.credit(acme, "1000");

        assertThat(refusal(cashier.allocate("CreditNotes", small, invoice, "12.01")))
                .isEqualTo("Allocation amount exceeds the remaining credit on this document");
        assertThat(refusal(cashier.allocate("CreditNotes", large, invoice, "120.01")))
                .isEqualTo("Allocation amount exceeds the amount outstanding on this document");
        assertThat(refusal(cashier.allocate("CreditNotes", large, invoice, "0")))
                .isEqualTo("Allocation amount must be greater than zero");
    }

    @Test
    void allocatesApprovedDocumentsOfOneContactOnly() {
        var draft = first(
                        office.app.put(
                                "/CreditNotes",
                                Cashier.note(acme, "DRAFT", "'LineItems':[" + Cashier.LINE.formatted("1") + "]")),
                        "CreditNotes")
                .path("CreditNoteID")
                .asText();
        var unapproved = office.invoice(acme, "DRAFT", "'LineItems':[]")
                .path("InvoiceID")
                .asText();
        var foreign = office.approved(office.contact("Kestrel"), "10")
                .path("InvoiceID")
                .asText();

        assertThat(refusal(cashier.allocate("CreditNotes", draft, invoice, "1")))
                .isEqualTo("Only AUTHORISED documents can be allocated.");
        assertThat(refusal(cashier.allocate("CreditNotes", note, unapproved, "1")))
                .isEqualTo("Allocations can only be made to AUTHORISED invoices.");
        assertThat(refusal(cashier.allocate("CreditNotes", note, foreign, "1"))).contains("same contact");
    }

    @Test
    void demandsTheDateUnlessSwitched() {
        var lenient = Office.switched(switches -> switches.with(Unconfirmed.ALLOCATION_NEEDS_DATE, false));
        var contact = lenient.contact("Acme");
        var due = lenient.approved(contact, "100").path("InvoiceID").asText();
        var credit = new Cashier(lenient).credit(contact, "100");

        assertThat(refusal(office.app.put("/CreditNotes/" + note + "/Allocations", undated(invoice))))
                .isEqualTo("Date must be specified.");
        assertThat(first(lenient.app.put("/CreditNotes/" + credit + "/Allocations", undated(due)), "Allocations")
                        .path("Date")
                        .asText())
                .isEqualTo("/Date(1795305600000+0000)/");
    }

    @Test
    void refusesAnAllocationBeforeTheLockDate() {
        office.xero.lockPeriod(LocalDate.of(2026, 11, 22));

        assertThat(refusal(cashier.allocate("CreditNotes", note, invoice, "1")))
                .isEqualTo("The document date cannot be before the period lock date, currently set at 2026-11-22");
    }

    @Test
    void refusesToVoidEitherSide() {
        cashier.allocate("CreditNotes", note, invoice, "1");

        assertThat(refusal(office.app.post("/Invoices/" + invoice, "{'Status':'VOIDED'}")))
                .isEqualTo("The status VOIDED cannot be applied to the invoice because it has payments or credit notes"
                        + " allocated to it.");
        assertThat(refusal(office.app.post("/CreditNotes/" + note, "{'Status':'VOIDED'}")))
                .isEqualTo("This document cannot be edited as it has a payment or credit note allocated to it.");
    }

    @Test
    void refusesToChangeThePriceOfEitherSide() {
        cashier.allocate("CreditNotes", note, invoice, "1");
        var lines = "{'LineItems':[" + Cashier.LINE.formatted("99") + "]}";

        assertThat(refusal(office.app.post("/Invoices/" + invoice, lines)))
                .isEqualTo("This document cannot be edited as it has a payment or credit note allocated to it.");
        assertThat(refusal(office.app.post("/CreditNotes/" + note, lines)))
                .isEqualTo("This document cannot be edited as it has a payment or credit note allocated to it.");
        assertThat(office.app.post("/CreditNotes/" + note, "{'Reference':'x'}").status())
                .isEqualTo(200);
    }

    @Test
    void movesTheStampsOfBothUnlessSwitched() {
        office.pass(Duration.ofSeconds(2));
        cashier.allocate("CreditNotes", note, invoice, "1");
        assertThat(invoice().path("UpdatedDateUTCString").asText()).isEqualTo("2026-11-23T09:00:02Z");
        assertThat(note().path("UpdatedDateUTCString").asText()).isEqualTo("2026-11-23T09:00:02Z");

        var still = Office.switched(switches -> switches.with(Unconfirmed.ALLOCATION_MOVES_INVOICE, false));
        var contact = still.contact("Acme");
        var due = still.approved(contact, "100").path("InvoiceID").asText();
        var credit = new Cashier(still).credit(contact, "100");
        still.pass(Duration.ofSeconds(2));
        new Cashier(still).allocate("CreditNotes", credit, due, "1");
        assertThat(new Cashier(still)
                        .read("Invoices", due)
                        .path("UpdatedDateUTCString")
                        .asText())
                .isEqualTo("2026-11-23T09:00:00Z");
    }

    private static String undated(String invoiceId) {
        return Cashier.allocation(invoiceId, "1").replace(",'Date':'2026-11-22'", "");
    }

    private JsonNode invoice() {
        return cashier.read("Invoices", invoice);
    }

    private JsonNode note() {
        return cashier.read("CreditNotes", note);
    }

    @Test
    void explainsWhyALockedAllocationStays() {
        var office = new Office();
        var cashier = new Cashier(office);
        var contact = office.contact("Kestrel Instruments Ltd");
        var note = cashier.credit(contact, "100");
        var invoice = office.approved(contact, "100").path("InvoiceID").asText();
        cashier.allocate("CreditNotes", note, invoice, "10");
        var allocation = cashier.read("CreditNotes", note)
                .at("/Allocations/0/AllocationID")
                .asText();
        office.xero.lockPeriod(LocalDate.parse("2026-11-30"));

        var reply = office.app.send("DELETE", "/CreditNotes/" + note + "/Allocations/" + allocation, "", Map.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(XeroCaller.refusal(reply)).isNotEmpty();
        assertThat(XeroCaller.json(reply).at("/Elements/0/AllocationID").asText())
                .isEqualTo(allocation);
    }
}
