package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every test changes something that a page shows, and compares with a simulator that has kept nothing.
class KeptInvoicesTest {

    private static final String PAGE = "/Invoices?page=1&unitdp=4";

    private final Office office = new Office();
    private final Cashier cashier = new Cashier(office);
    private final String acme = office.contact("Acme");
    private String invoice = "";
    private String before = "";

    @BeforeEach
    void readAPage() {
        office.app.put("/Items", "{'Code':'SUPPORT','Name':'Support'}");
        office.finance.put("/TrackingCategories", "{'Name':'Region'}");
        office.finance.put("/TrackingCategories/" + category() + "/Options", "{'Name':'North'}");
        invoice = office.invoice(
                        acme,
                        "AUTHORISED",
                        "'LineItems':[{'ItemCode':'SUPPORT','Description':'Support','Quantity':1,'UnitAmount':100,"
                                + "'AccountCode':'200','TaxType':'OUTPUT2','Tracking':[{'Name':'Region','Option':'North'}]}]")
                .path("InvoiceID")
                .asText();
        before = page(PAGE);
    }

    @Test
    void copiesWhatDidNotChange() {
        var books = new Books(XeroState.read(office.xero.dump()).books());
        var known = books.invoicesByChange.all().getFirst();

        assertThat(books.keptInvoices.json(known, 4)).isSameAs(books.keptInvoices.json(known, 4));
        assertThat(page(PAGE)).isEqualTo(before);
        assertThat(before).contains("\"Name\":\"Acme\"", "\"Name\":\"Support\"", "\"Name\":\"Region\"");
    }

    @Test
    void showsAChangedInvoice() {
        office.app.post("/Invoices/" + invoice, "{'Reference':'HS-9'}");

        assertShown("\"Reference\":\"HS-9\"");
    }

    @Test
    void keepsNothingOfARefusedChange() {
        assertThat(office.app
                        .post("/Invoices/" + invoice, "{'Reference':'HS-9','LineItems':[]}")
                        .status())
                .isEqualTo(400);

        assertThat(page(PAGE)).isEqualTo(before);
    }

    @Test
    void showsEveryNumberOfDecimals() {
        assertThat(page("/Invoices?page=1")).isEqualTo(fresh("/Invoices?page=1"));
        assertThat(page(PAGE)).isEqualTo(before);
    }

    @Test
    void showsTheNewNameOfAContact() {
        office.app.post("/Contacts/" + acme, "{'Name':'Kestrel Instruments Ltd'}");

        assertShown("Kestrel Instruments Ltd");
    }

    @Test
    void showsAPaymentUntilItIsDeleted() {
        var payment = office.pay(invoice, "20").path("PaymentID").asText();
        assertShown(payment);
        office.app.post("/Payments/" + payment, "{'Status':'DELETED'}");

        assertThat(page(PAGE)).isEqualTo(fresh(PAGE)).doesNotContain(payment);
    }

    @Test
    void showsAnAllocationUntilItIsTakenBack() {
        var note = cashier.credit(acme, "100");
        var allocation = first(cashier.allocate("CreditNotes", note, invoice, "50"), "Allocations")
                .path("AllocationID")
                .asText();
        assertShown(note);
        office.app.send("DELETE", "/CreditNotes/" + note + "/Allocations/" + allocation, "", Map.of());

        assertThat(page(PAGE)).isEqualTo(fresh(PAGE)).doesNotContain(note);
    }

    @Test
    void showsACreditNoteAsItIsNow() {
        var note = cashier.credit(acme, "100");
        cashier.allocate("CreditNotes", note, invoice, "50");
        page(PAGE);
        office.app.post("/CreditNotes/" + note, "{'CreditNoteNumber':'CN-77'}");

        assertShown("CN-77");
    }

    @Test
    void showsThatAFileIsAttached() {
        office.app.send("PUT", "/Invoices/" + invoice + "/Attachments/offer.pdf", "%PDF", Map.of());

        assertShown("\"HasAttachments\":true");
    }

    @Test
    void showsTheNewNameOfAnItem() {
        office.app.post("/Items", "{'Code':'SUPPORT','Name':'Gold support'}");

        assertShown("Gold support");
    }

    @Test
    void showsNoItemThatIsGone() {
        office.app.send("DELETE", "/Items/SUPPORT", "", Map.of());

        assertThat(page(PAGE)).isEqualTo(fresh(PAGE)).doesNotContain("\"Item\":");
    }

    @Test
    void showsTheNewNameOfATrackingCategory() {
        office.finance.post("/TrackingCategories/" + category(), "{'Name':'Area'}");

        assertShown("\"Name\":\"Area\"");
    }

    @Test
    void showsWhatALoadedStateKnows() {
        var earlier = office.xero.dump();
        office.app.post("/Contacts/" + acme, "{'Name':'Kestrel Instruments Ltd'}");
        page(PAGE);

        office.xero.load(earlier);

        assertThat(page(PAGE)).isEqualTo(before);
    }

    @Test
    void writesEveryCharacterAsItselfAndHalfOneAsAQuestionMark() {
        office.app.post("/Invoices/" + invoice, "{'Reference':'\\ud83d\\ude00 \\ud83d.'}");

        assertShown("\"Reference\":\"\ud83d\ude00 ?.\"");
    }

    @Test
    void showsTheSameAsXml() {
        var xml = office.app.send("GET", PAGE, "", Map.of("Accept", "text/xml")).text();

        assertThat(xml).contains("<Invoices><Invoice><Type>ACCREC</Type>", "<UnitAmount>100.0</UnitAmount>");
    }

    private void assertShown(String news) {
        assertThat(before).doesNotContain(news);
        assertThat(page(PAGE)).isEqualTo(fresh(PAGE)).contains(news);
    }

    private String page(String address) {
        return invoices(office.app.get(address).text());
    }

    /// Of a simulator that knows the same and was never asked.
    private String fresh(String address) {
        var other = new XeroSimulator(office.settings, () -> Office.OPENED, 7, _ -> {});
        other.load(office.xero.dump());
        return invoices(
                other.handle(office.app.request("GET", address, "", Map.of())).text());
    }

    /// Without the envelope's id.
    private static String invoices(String reply) {
        assertThat(reply).contains("\"Invoices\":[{");
        return reply.substring(reply.indexOf("\"Invoices\""));
    }

    private String category() {
        return first(office.app.get("/TrackingCategories"), "TrackingCategories")
                .path("TrackingCategoryID")
                .asText();
    }
}
