package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InvoiceLifeCycleTest {

    private static final String WRONG_STATUS = "Invoice not of valid status for modification";
    private static final String LINE =
            "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':100,'AccountCode':'200','TaxType':'OUTPUT2'}]";

    private final Office office = new Office();
    private final String acme = office.contact("Acme");

    @Test
    void movesADraftToSubmittedAndAuthorised() {
        var id = idOf("DRAFT");

        assertThat(status(move(id, "SUBMITTED"))).isEqualTo("SUBMITTED");
        assertThat(status(move(id, "AUTHORISED"))).isEqualTo("AUTHORISED");
        assertThat(status(move(id, "VOIDED"))).isEqualTo("VOIDED");
    }

    @Test
    void deletesDraftsAndSubmittedInvoices() {
        assertThat(status(move(idOf("DRAFT"), "DELETED"))).isEqualTo("DELETED");
        assertThat(status(move(idOf("SUBMITTED"), "DELETED"))).isEqualTo("DELETED");
    }

    @Test
    void refusesEveryOtherMove() {
        assertThat(refusal(move(idOf("DRAFT"), "VOIDED"))).isEqualTo(WRONG_STATUS);
        assertThat(refusal(move(idOf("DRAFT"), "PAID"))).isEqualTo(WRONG_STATUS);
        assertThat(refusal(move(idOf("SUBMITTED"), "DRAFT"))).isEqualTo(WRONG_STATUS);
        assertThat(refusal(move(idOf("AUTHORISED"), "DELETED"))).isEqualTo(WRONG_STATUS);
        assertThat(refusal(move(idOf("AUTHORISED"), "DRAFT"))).isEqualTo(WRONG_STATUS);
        assertThat(refusal(move(idOf("AUTHORISED"), "PAID"))).isEqualTo(WRONG_STATUS);
        assertThat(refusal(office.app.put("/Invoices", Office.body(acme, "PAID", LINE))))
                .isEqualTo(WRONG_STATUS);
    }

    @Test
    void refusesEditsOfVoidedAndDeletedInvoices() {
        var voided = idOf("AUTHORISED");
        move(voided, "VOIDED");
        var deleted = idOf("DRAFT");
        move(deleted, "DELETED");

        assertThat(refusal(office.app.post("/Invoices/" + voided, "{'Reference':'x'}")))
                .isEqualTo(WRONG_STATUS);
        assertThat(refusal(move(deleted, "DELETED"))).isEqualTo(WRONG_STATUS);
    }

    @Test
    void refusesToApproveADraftWhoseLinesAreIncomplete() {
        var line = "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':1}]";
        var incomplete = office.invoice(acme, "DRAFT", line).path("InvoiceID").asText();
        var empty = office.invoice(acme, "DRAFT", "'LineItems':[]")
                .path("InvoiceID")
                .asText();

        assertThat(move(incomplete, "AUTHORISED").status()).isEqualTo(400);
        assertThat(move(empty, "AUTHORISED").status()).isEqualTo(400);
        assertThat(first(office.app.get("/Invoices/" + empty), "Invoices")
                        .path("Status")
                        .asText())
                .isEqualTo("DRAFT");
    }

    @Test
    void letsASubmittedInvoiceBackToDraftWhenSwitched() {
        var lenient = Office.switched(switches -> switches.with(Unconfirmed.SUBMITTED_BACK_TO_DRAFT, true));
        var id = lenient.invoice(lenient.contact("Acme"), "SUBMITTED", LINE)
                .path("InvoiceID")
                .asText();

        assertThat(status(lenient.app.post("/Invoices/" + id, "{'Status':'DRAFT'}")))
                .isEqualTo("DRAFT");
    }

    @Test
    void keepsTheAmountDueOfAVoidedInvoice() {
        var voided = first(move(idOf("AUTHORISED"), "VOIDED"), "Invoices");

        assertThat(voided.path("AmountDue").asText()).isEqualTo("120.0");
    }

    @Test
    void numbersInvoicesInOrderAndSkipsTakenNumbers() {
        assertThat(numberOf(LINE)).isEqualTo("INV-0001");
        assertThat(numberOf("'InvoiceNumber':'INV-0002'," + LINE)).isEqualTo("INV-0002");
        assertThat(numberOf(LINE)).isEqualTo("INV-0003");
    }

    @Test
    void refusesATakenNumberOnPut() {
        office.invoice(acme, "DRAFT", "'InvoiceNumber':'HS-1'," + LINE);

        var again = office.app.put("/Invoices", Office.body(acme, "DRAFT", "'InvoiceNumber':'HS-1'," + LINE));

        assertThat(refusal(again)).isEqualTo("Invoice # must be unique.");
    }

    @Test
    void silentlyEditsTheInvoiceOfAKnownNumberOnPost() {
        var id = office.invoice(acme, "DRAFT", "'InvoiceNumber':'HS-1'," + LINE)
                .path("InvoiceID")
                .asText();

        var again = office.app.post(
                "/Invoices", Office.body(acme, "DRAFT", "'InvoiceNumber':'HS-1','Reference':'second'," + LINE));

        assertThat(first(again, "Invoices").path("InvoiceID").asText()).isEqualTo(id);
        assertThat(first(office.app.get("/Invoices/HS-1"), "Invoices")
                        .path("Reference")
                        .asText())
                .isEqualTo("second");
    }

    @Test
    void refusesAKnownNumberOnPostWhenSwitched() {
        var strict = Office.switched(switches -> switches.with(Unconfirmed.POST_BY_NUMBER_EDITS, false));
        var contact = strict.contact("Acme");
        strict.invoice(contact, "DRAFT", "'InvoiceNumber':'HS-1'," + LINE);

        var again = strict.app.post("/Invoices", Office.body(contact, "DRAFT", "'InvoiceNumber':'HS-1'," + LINE));

        assertThat(refusal(again)).isEqualTo("Invoice # must be unique.");
    }

    @Test
    void keepsTheNumberOfADeletedInvoiceUnlessSwitched() {
        var lenient = Office.switched(switches -> switches.with(Unconfirmed.DEAD_NUMBERS_STAY_TAKEN, false));

        assertThat(reuseOfADeletedNumber(office).status()).isEqualTo(400);
        assertThat(reuseOfADeletedNumber(lenient).status()).isEqualTo(200);
    }

    @Test
    void recreatesALineSentWithoutItsId() {
        var invoice = office.invoice(acme, "DRAFT", LINE);
        var lineId = invoice.path("LineItems").path(0).path("LineItemID").asText();
        var address = "/Invoices/" + invoice.path("InvoiceID").asText();

        var kept = first(
                office.app.post(address, "{'LineItems':[{'LineItemID':'" + lineId + "','Quantity':3}]}"), "Invoices");
        var recreated = first(office.app.post(address, "{" + LINE + "}"), "Invoices");

        assertThat(kept.path("LineItems").path(0).path("LineItemID").asText()).isEqualTo(lineId);
        assertThat(kept.path("LineItems").path(0).path("Description").asText()).isEqualTo("x");
        assertThat(kept.path("SubTotal").asText()).isEqualTo("300.0");
        assertThat(recreated.path("LineItems").path(0).path("LineItemID").asText())
                .isNotEqualTo(lineId);
    }

    @Test
    void refusesWhatTheLedgerDoesNotKnow() {
        assertThat(refusedLine("'AccountCode':'476','TaxType':'OUTPUT2'"))
                .isEqualTo("Account code '476' has been removed as it does not match a recognised account.");
        assertThat(refusedLine("'AccountCode':'200','TaxType':'INPUT2'"))
                .isEqualTo("The TaxType code 'INPUT2' cannot be used with account code '200'");
        assertThat(refusedLine("'AccountCode':'200','TaxType':'TAX009'"))
                .isEqualTo("The TaxType code 'TAX009' cannot be used with account code '200'");
        assertThat(refusedMembers("'CurrencyCode':'NZD',")).isEqualTo("Organisation is not subscribed to currency NZD");
        assertThat(refusedMembers("'Url':'https://go.xero.com/x',")).isEqualTo("Url must not contain 'xero'.");
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertThat(refusedMembers("'Reference':'" + "r".repeat(256) + "',")).contains("Reference", "255");
        assertThat(refusedMembers("'InvoiceNumber':'" + "n".repeat(256) + "',")).contains("InvoiceNumber", "255");
        assertThat(refusedLine("'AccountCode':'200','Description':'" + "d".repeat(4001) + "'"))
                .contains("Description", "4000");
    }

    @Test
    void refusesDocumentsDatedOnOrBeforeTheLockDate() {
        var id = idOf("AUTHORISED");
        office.xero.lockPeriod(LocalDate.of(2026, 11, 22));

        assertThat(refusedMembers(""))
                .isEqualTo("The document date cannot be before the period lock date, currently set at 2026-11-22");
        assertThat(move(id, "VOIDED").status()).isEqualTo(400);
        assertThat(refusal(office.app.put("/Payments", Office.payment(id, "1"))))
                .contains("lock date");
    }

    @Test
    void ratesAForeignCurrencyAndOneForPounds() {
        var euros = office.invoice(acme, "DRAFT", "'CurrencyCode':'EUR','CurrencyRate':1.1234567," + LINE);

        assertThat(euros.path("CurrencyRate").asText()).isEqualTo("1.123457");
        assertThat(office.invoice(acme, "DRAFT", LINE).path("CurrencyRate").asText())
                .isEqualTo("1.0");
    }

    @Test
    void fallsDueByTheContactsTermsElseOnTheInvoiceDate() {
        var terms = first(
                        office.app.post(
                                "/Contacts",
                                "{'Name':'Terms','PaymentTerms':{'Sales':{'Day':30,'Type':'DAYSAFTERBILLDATE'}}}"),
                        "Contacts")
                .path("ContactID")
                .asText();

        assertThat(dueWithout(terms)).isEqualTo("2026-12-22T00:00:00");
        assertThat(dueWithout(acme)).isEqualTo("2026-11-22T00:00:00");
    }

    @Test
    void stopsApprovingAtTheMonthlyLimitWhenSwitched() {
        var early = Office.switched(switches -> switches.withApprovalsPerMonth(1));
        var contact = early.contact("Acme");
        early.approved(contact, "10");

        var second = early.app.put("/Invoices", Office.body(contact, "AUTHORISED", LINE));

        assertThat(refusal(second)).isEqualTo("You have reached the limit of invoices you can approve");
    }

    @Test
    void settlesAnApprovedInvoiceOverNothing() {
        assertThat(office.approved(acme, "0").path("Status").asText()).isEqualTo("PAID");
    }

    @Test
    void movesTheStampWithEveryEdit() {
        var id = idOf("DRAFT");
        office.pass(Duration.ofSeconds(5));

        var edited = first(office.app.post("/Invoices/" + id, "{'Reference':'x'}"), "Invoices");

        assertThat(edited.path("UpdatedDateUTCString").asText()).isEqualTo("2026-11-23T09:00:05Z");
        assertThat(edited.path("UpdatedDateUTC").asText()).isEqualTo("/Date(1795424405120+0000)/");
    }

    @Test
    void showsTheOnlineAddressOfASalesInvoiceThatIsNoDraft() {
        assertThat(first(office.app.get("/Invoices/" + idOf("AUTHORISED") + "/OnlineInvoice"), "OnlineInvoices")
                        .path("OnlineInvoiceUrl")
                        .asText())
                .startsWith("https://in.xero.com/");
        assertThat(office.app
                        .get("/Invoices/" + idOf("DRAFT") + "/OnlineInvoice")
                        .status())
                .isEqualTo(404);
    }

    private String dueWithout(String contactId) {
        var body = Office.body(contactId, "AUTHORISED", LINE).replace("'DueDate':'2026-12-22',", "");
        return first(office.app.put("/Invoices", body), "Invoices")
                .path("DueDateString")
                .asText();
    }

    private static SimResponse reuseOfADeletedNumber(Office office) {
        var contact = office.contact("Deleted Ltd");
        var id = office.invoice(contact, "DRAFT", "'InvoiceNumber':'HS-9'," + LINE)
                .path("InvoiceID")
                .asText();
        office.app.post("/Invoices/" + id, "{'Status':'DELETED'}");
        return office.app.put("/Invoices", Office.body(contact, "DRAFT", "'InvoiceNumber':'HS-9'," + LINE));
    }

    private String refusedLine(String members) {
        var line = "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':100," + members + "}]";
        return refusal(office.app.put("/Invoices", Office.body(acme, "AUTHORISED", line)));
    }

    private String refusedMembers(String members) {
        return refusal(office.app.put("/Invoices", Office.body(acme, "AUTHORISED", members + LINE)));
    }

    private String idOf(String status) {
        return office.invoice(acme, status, LINE).path("InvoiceID").asText();
    }

    private String numberOf(String members) {
        return office.invoice(acme, "DRAFT", members).path("InvoiceNumber").asText();
    }

    private SimResponse move(String id, String status) {
        return office.app.post(
                "/Invoices/" + id, "{'Invoices':[{'InvoiceID':'" + id + "','Status':'" + status + "'}]}");
    }

    private static String status(SimResponse reply) {
        return first(reply, "Invoices").path("Status").asText();
    }
}
