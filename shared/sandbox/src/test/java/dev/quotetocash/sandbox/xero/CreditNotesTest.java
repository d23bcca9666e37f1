package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CreditNotesTest {

    private static final String LINES = "'LineItems':[" + Cashier.LINE.formatted("100") + "]";

    private final Office office = new Office();
    private final Cashier cashier = new Cashier(office);
    private final String acme = office.contact("Acme");

    @Test
    void computesACreditNoteAsAnInvoice() {
        var note = made("AUTHORISED", LINES);

        assertThat(note.path("SubTotal").asText()).isEqualTo("100.0");
        assertThat(note.path("TotalTax").asText()).isEqualTo("20.0");
        assertThat(note.path("Total").asText()).isEqualTo("120.0");
        assertThat(note.path("RemainingCredit").asText()).isEqualTo("120.0");
        assertThat(note.path("ID")).isEqualTo(note.path("CreditNoteID"));
        assertThat(note.path("Contact").path("Name").asText()).isEqualTo("Acme");
        assertThat(note.path("DateString").asText()).isEqualTo("2026-11-22T00:00:00");
        assertThat(note.path("UpdatedDateUTCString").asText()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(note.path("LineItems").path(0).path("UnitAmount").asText()).isEqualTo("100.0");
    }

    @Test
    void numbersCreditNotesOfSalesOnly() {
        var supplier = Cashier.note(acme, "DRAFT", LINES.replace("200", "429").replace("OUTPUT2", "INPUT2"))
                .replace("ACCRECCREDIT", "ACCPAYCREDIT");

        assertThat(made("DRAFT", LINES).path("CreditNoteNumber").asText()).isEqualTo("CN-0001");
        assertThat(made("DRAFT", "'CreditNoteNumber':'CN-0002'," + LINES)
                        .path("CreditNoteNumber")
                        .asText())
                .isEqualTo("CN-0002");
        assertThat(made("DRAFT", LINES).path("CreditNoteNumber").asText()).isEqualTo("CN-0003");
        assertThat(first(office.app.put("/CreditNotes", supplier), "CreditNotes")
                        .path("CreditNoteNumber")
                        .asText())
                .isEmpty();
    }

    @Test
    void refusesATakenNumberOnPutAndEditsItsNoteOnPost() {
        var id = made("DRAFT", "'CreditNoteNumber':'HS-1'," + LINES)
                .path("CreditNoteID")
                .asText();
        var again = Cashier.note(acme, "DRAFT", "'CreditNoteNumber':'HS-1','Reference':'second'," + LINES);

        assertThat(refusal(office.app.put("/CreditNotes", again))).isEqualTo("Credit Note # must be unique.");
        assertThat(first(office.app.post("/CreditNotes", again), "CreditNotes")
                        .path("CreditNoteID")
                        .asText())
                .isEqualTo(id);
        assertThat(cashier.read("CreditNotes", "HS-1").path("Reference").asText())
                .isEqualTo("second");
    }

    @Test
    void livesAsAnInvoiceDoes() {
        var id = made("DRAFT", LINES).path("CreditNoteID").asText();

        assertThat(status(move(id, "SUBMITTED"))).isEqualTo("SUBMITTED");
        assertThat(status(move(id, "AUTHORISED"))).isEqualTo("AUTHORISED");
        assertThat(refusal(move(id, "DELETED"))).isEqualTo("Credit note not of valid status for modification");
        assertThat(status(move(id, "VOIDED"))).isEqualTo("VOIDED");
        assertThat(refusal(move(id, "VOIDED"))).isEqualTo("Credit note not of valid status for modification");
        assertThat(status(move(made("DRAFT", LINES).path("CreditNoteID").asText(), "DELETED")))
                .isEqualTo("DELETED");
        assertThat(refusal(office.app.put("/CreditNotes", Cashier.note(acme, "PAID", LINES))))
                .isEqualTo("Credit note not of valid status for modification");
    }

    @Test
    void needsATypeOfCreditNotes() {
        var note = Cashier.note(acme, "DRAFT", LINES);

        assertThat(office.app
                        .put("/CreditNotes", note.replace("'Type':'ACCRECCREDIT',", ""))
                        .status())
                .isEqualTo(400);
        assertThat(office.app
                        .put("/CreditNotes", note.replace("ACCRECCREDIT", "RECEIVE_OVERPAYMENT"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesNoDiscounts() {
        var discounted = LINES.replace("'Quantity':1", "'Quantity':1,'DiscountRate':10");

        assertThat(refusal(office.app.put("/CreditNotes", Cashier.note(acme, "DRAFT", discounted))))
                .isEqualTo("Discounts cannot be given on credit notes.");
    }

    @Test
    void refusesWhatInvoicesRefuse() {
        office.xero.lockPeriod(LocalDate.of(2026, 11, 22));

        assertThat(refusal(office.app.put("/CreditNotes", Cashier.note(acme, "DRAFT", LINES))))
                .isEqualTo("The document date cannot be before the period lock date, currently set at 2026-11-22");
        assertThat(refusal(office.app.put("/CreditNotes", "{'Type':'ACCRECCREDIT','LineItems':[]}")))
                .isEqualTo(
                        "The Contact must contain at least 1 of the following elements to identify the contact: Name,"
                                + " ContactID, ContactNumber");
    }

    @Test
    void echoesARefusedElementWithTheStatusAskedFor() {
        var id = cashier.credit(acme, "100");

        var reply = json(office.app.post(
                "/CreditNotes?summarizeErrors=false", "{'CreditNoteID':'" + id + "','Status':'DELETED'}"));

        assertThat(reply.at("/CreditNotes/0/Status").asText()).isEqualTo("DELETED");
        assertThat(reply.at("/CreditNotes/0/HasErrors").asBoolean()).isTrue();
        assertThat(reply.at("/CreditNotes/0/StatusAttributeString").asText()).isEqualTo("ERROR");
    }

    @Test
    void listsOldestChangeFirstWithLinesOnPagesOnly() {
        var one = cashier.credit(acme, "1");
        office.pass(Duration.ofSeconds(1));
        var two = cashier.credit(acme, "2");
        office.pass(Duration.ofSeconds(1));
        office.app.post("/CreditNotes/" + one, "{'Reference':'later'}");

        var page = json(office.app.get("/CreditNotes?page=1"));
        var list = json(office.app.get("/CreditNotes"));

        assertThat(page.path("CreditNotes").findValuesAsText("CreditNoteID")).containsExactly(two, one);
        assertThat(page.at("/CreditNotes/0/LineItems")).hasSize(1);
        assertThat(page.at("/CreditNotes/0/Contact").has("ContactStatus")).isFalse();
        assertThat(page.at("/pagination/itemCount").asInt()).isEqualTo(2);
        assertThat(list.at("/CreditNotes/0/LineItems")).isEmpty();
    }

    @Test
    void findsCreditNotesByWhereOrderAndChange() {
        cashier.credit(acme, "1");
        office.pass(Duration.ofSeconds(5));
        cashier.credit(acme, "2");

        var big = office.app.get("/CreditNotes?where=" + XeroCaller.encoded("Total>2 AND Status==\"AUTHORISED\""));
        var ordered = office.app.get("/CreditNotes?order=" + XeroCaller.encoded("CreditNoteNumber DESC"));
        var changed = office.app.getSince("/CreditNotes", "2026-11-23T09:00:05");

        assertThat(json(big).path("CreditNotes").findValuesAsText("CreditNoteNumber"))
                .containsExactly("CN-0002");
        assertThat(json(ordered).path("CreditNotes").findValuesAsText("CreditNoteNumber"))
                .containsExactly("CN-0002", "CN-0001");
        assertThat(json(changed).path("CreditNotes")).hasSize(1);
    }

    @Test
    void roundsUnitAmountsToTwoDecimalsUnlessAskedForFour() {
        var lines = "'LineItems':[" + Cashier.LINE.formatted("1.2345") + "]";
        var id = first(office.app.put("/CreditNotes?unitdp=4", Cashier.note(acme, "DRAFT", lines)), "CreditNotes")
                .path("CreditNoteID")
                .asText();

        assertThat(unit("/CreditNotes/" + id)).isEqualTo("1.23");
        assertThat(unit("/CreditNotes/" + id + "?unitdp=4")).isEqualTo("1.2345");
    }

    @Test
    void answers404ForAnUnknownNoteAndForAnotherCreditsId() {
        assertThat(office.app.get("/CreditNotes/" + acme).status()).isEqualTo(404);
        assertThat(office.app
                        .get("/CreditNotes/" + cashier.overpayment(acme, "1"))
                        .status())
                .isEqualTo(404);
        assertThat(office.app
                        .post("/CreditNotes/" + acme, "{'Status':'VOIDED'}")
                        .status())
                .isEqualTo(404);
    }

    private String unit(String address) {
        return first(office.app.get(address), "CreditNotes")
                .at("/LineItems/0/UnitAmount")
                .asText();
    }

    private JsonNode made(String status, String members) {
        return first(office.app.put("/CreditNotes", Cashier.note(acme, status, members)), "CreditNotes");
    }

    private SimResponse move(String id, String status) {
        return office.app.post("/CreditNotes/" + id, "{'Status':'" + status + "'}");
    }

    private static String status(SimResponse reply) {
        return first(reply, "CreditNotes").path("Status").asText();
    }
}
