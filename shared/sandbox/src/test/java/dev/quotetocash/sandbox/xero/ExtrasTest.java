package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// History, attachments, e-mails and PDF files.
class ExtrasTest {

    private final Office office = new Office();

    @Test
    void keepsNotesNewestFirst() {
        var address = "/Contacts/" + office.contact("Acme") + "/History";
        office.app.put(address, note("first"));
        office.pass(Duration.ofSeconds(1));

        var added = first(office.app.put(address, note("second")), "HistoryRecords");

        assertThat(added.path("Changes").asText()).isEqualTo("Note");
        assertThat(json(office.app.get(address)).path("HistoryRecords").findValuesAsText("Details"))
                .containsExactly("second", "first");
        assertThat(office.app
                        .put("/Contacts/" + new UUID(1, 2) + "/History", note("x"))
                        .status())
                .isEqualTo(404);
        assertThat(office.app
                        .put(address.replace("Contacts", "Accounts"), note("x"))
                        .status())
                .isEqualTo(403);
        assertThat(office.finance
                        .put(address.replace("Contacts", "Accounts"), note("x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesNotesOfTwoThousandFiveHundredCharacters() {
        var address = "/Contacts/" + office.contact("Acme") + "/History";

        assertThat(office.app.put(address, note("n".repeat(2500))).status()).isEqualTo(200);
        assertThat(refusal(office.app.put(address, note("n".repeat(2501)))))
                .isEqualTo("The field Details must be a string with a maximum length of 2500.");
    }

    @Test
    void keepsNotesOnEveryKindOfRecord() {
        var invoice = invoice(office);
        var payment = office.pay(invoice, "1").path("PaymentID").asText();
        var item = first(office.app.put("/Items", "{'Code':'S'}"), "Items")
                .path("ItemID")
                .asText();

        for (var record : List.of("Invoices/" + invoice, "Payments/" + payment, "Items/" + item)) {
            assertThat(office.app.put("/" + record + "/History", note("n")).status())
                    .as(record)
                    .isEqualTo(200);
        }
    }

    @Test
    void attachesFilesAndGivesThemBack() {
        var id = invoice(office);
        var saved = attach(office, "PUT", "/Invoices/" + id + "/Attachments/offer 1.pdf?IncludeOnline=true", "%PDF");

        var shown = first(saved, "Attachments");
        var content = office.app.get("/Invoices/" + id + "/Attachments/offer 1.pdf");

        assertThat(shown.path("Url").asText())
                .isEqualTo("https://api.xero.com/api.xro/2.0/Invoices/" + id + "/Attachments/offer%201.pdf");
        assertThat(shown.path("ContentLength").asInt()).isEqualTo(4);
        assertThat(shown.path("IncludeOnline").asBoolean()).isTrue();
        assertThat(content.headers()).containsEntry("Content-Type", "application/pdf");
        assertThat(content.text()).isEqualTo("%PDF");
        assertThat(office.app
                        .get("/Invoices/" + id + "/Attachments/"
                                + shown.path("AttachmentID").asText())
                        .text())
                .isEqualTo("%PDF");
        assertThat(json(office.app.get("/Invoices/" + id + "/Attachments")).path("Attachments"))
                .hasSize(1);
        assertThat(read(office, id).path("HasAttachments").asBoolean()).isTrue();
    }

    @Test
    void replacesAFileByPostOnly() {
        var address = "/Contacts/" + office.contact("Acme") + "/Attachments/a.txt";
        attach(office, "PUT", address, "one");

        assertThat(attach(office, "PUT", address, "two").status()).isEqualTo(400);
        assertThat(attach(office, "POST", address, "two").status()).isEqualTo(200);
        assertThat(office.app.get(address).text()).isEqualTo("two");
    }

    @Test
    void attachesTenFilesAtMost() {
        var address = "/Contacts/" + office.contact("Acme") + "/Attachments/";
        for (var file = 0; file < 10; file++) attach(office, "PUT", address + file + ".txt", "x");

        assertThat(attach(office, "PUT", address + "11.txt", "x").status()).isEqualTo(400);
    }

    @Test
    void refusesNamesWithForbiddenCharacters() {
        var address = "/Contacts/" + office.contact("Acme") + "/Attachments/";

        for (var wrong : List.of("<", ">", ":", "\"", "/", "\\", "|", "?", "*", "+", "\0")) {
            var request = office.app.request("PUT", address, "x", Map.of());
            var named =
                    new SimRequest("PUT", request.path() + "a" + wrong + "b", "", request.headers(), request.body());
            assertThat(office.xero.handle(named).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void attachesTenOrTwentyFiveMegabytes() {
        var large = Office.switched(switches -> switches.with(Unconfirmed.ATTACHMENTS_UP_TO_25_MEGABYTES, true));
        var content = "x".repeat(10_000_001);

        assertThat(attach(office, "PUT", file(office), content).status()).isEqualTo(400);
        assertThat(attach(large, "PUT", file(large), content).status()).isEqualTo(200);
    }

    @Test
    void wantsTheScopeOfAttachments() {
        var tokens = new Consenting(office).tokens();
        var caller = new Consenting(office).caller(tokens);

        assertThat(caller.put(file(office), "x").status()).isEqualTo(403);
    }

    @Test
    void mailsAnApprovedInvoice() {
        var id = mailable(office, "AUTHORISED");

        assertThat(mail(office, id)).isEqualTo(204);

        assertThat(read(office, id).path("SentToContact").asBoolean()).isTrue();
    }

    @Test
    void mailsNeitherDraftsNorWithoutAnAddress() {
        assertThat(mail(office, mailable(office, "DRAFT"))).isEqualTo(400);
        assertThat(mail(office, invoice(office))).isEqualTo(400);
        assertThat(mail(office, new UUID(1, 2).toString())).isEqualTo(404);
    }

    @Test
    void mailsAsOftenADayAsThePlanAllows() {
        var trial = planned("TRIAL");
        var id = mailable(trial, "AUTHORISED");
        var demo = planned("DEMO");

        for (var sent = 0; sent < 20; sent++) assertThat(mail(trial, id)).isEqualTo(204);
        assertThat(mail(trial, id)).isEqualTo(400);
        trial.pass(Duration.ofDays(1));
        trial.reconnect();
        assertThat(mail(trial, id)).isEqualTo(204);
        assertThat(mail(demo, mailable(demo, "AUTHORISED"))).isEqualTo(400);
        assertThat(XeroSettings.sandbox().organisation().mailsPerDay()).isEqualTo(1000);
    }

    @Test
    void movesTheStampForAMailButNotOnAPartPaidInvoice() {
        var id = mailable(office, "AUTHORISED");
        assertThat(moves(office, () -> mail(office, id), id)).isTrue();
        office.pay(id, "1");
        assertThat(moves(office, () -> mail(office, id), id)).isFalse();
        var still = Office.switched(switches -> switches.with(Unconfirmed.EMAIL_MOVES_INVOICE, false));
        var other = mailable(still, "AUTHORISED");
        assertThat(moves(still, () -> mail(still, other), other)).isFalse();
    }

    @Test
    void movesTheStampForNotesAndFilesWhenSwitched() {
        var moving = Office.switched(switches ->
                switches.with(Unconfirmed.NOTE_MOVES_INVOICE, true).with(Unconfirmed.ATTACHMENT_MOVES_INVOICE, true));
        for (var one : List.of(office, moving)) {
            var id = invoice(one);
            var path = "/Invoices/" + id;
            assertThat(moves(one, () -> one.app.put(path + "/History", note("n")), id))
                    .isEqualTo(one == moving);
            assertThat(moves(one, () -> attach(one, "PUT", path + "/Attachments/a.txt", "x"), id))
                    .isEqualTo(one == moving);
        }
    }

    @Test
    void showsInvoicesAndQuotesAsPdf() {
        var id = invoice(office);
        var quote = first(
                        office.app.put("/Quotes", "{'Contact':{'ContactID':'" + office.contact("Kestrel") + "'}}"),
                        "Quotes")
                .path("QuoteID")
                .asText();
        var pdf = Map.of("Accept", "application/pdf");

        for (var reply : List.of(
                office.app.get("/Invoices/" + id + "/pdf"),
                office.app.send("GET", "/Invoices/" + id, "", pdf),
                office.app.send("GET", "/Quotes/" + quote, "", pdf),
                office.app.get("/Quotes/" + quote + "/pdf"))) {
            assertThat(reply.headers()).containsEntry("Content-Type", "application/pdf");
            assertThat(reply.text()).startsWith("%PDF-1.4").endsWith("%%EOF\n");
        }
        assertThat(office.app.get("/Invoices/" + new UUID(1, 2) + "/pdf").status())
                .isEqualTo(404);
    }

    @Test
    void pointsToItsCrossReferenceTable() {
        var pdf = new String(Pdf.of("Invoice (1)"), StandardCharsets.US_ASCII);

        var start = Integer.parseInt(pdf.replaceAll("(?s).*startxref\n(\\d+)\n.*", "$1"));

        assertThat(pdf.substring(start)).startsWith("xref\n0 6\n");
        assertThat(pdf).contains("(Invoice \\(1\\)) Tj");
    }

    private static boolean moves(Office office, Runnable work, String invoiceId) {
        var before = read(office, invoiceId).path("UpdatedDateUTC");
        office.pass(Duration.ofSeconds(1));
        var events = office.webhooks.size();
        work.run();
        var moved = !read(office, invoiceId).path("UpdatedDateUTC").equals(before);
        assertThat(office.webhooks.size() - events).isEqualTo(moved ? 1 : 0);
        return moved;
    }

    private static Office planned(String plan) {
        return new Office(
                settings -> settings.withOrganisation(settings.organisation().onPlan(plan)));
    }

    private static JsonNode read(Office office, String invoiceId) {
        return first(office.app.get("/Invoices/" + invoiceId), "Invoices");
    }

    private static String invoice(Office office) {
        return office.approved(office.contact("Acme"), "10").path("InvoiceID").asText();
    }

    private static String mailable(Office office, String status) {
        var contact = first(
                        office.app.post("/Contacts", "{'Name':'Mill','EmailAddress':'ap@mill.example'}"), "Contacts")
                .path("ContactID")
                .asText();
        var line = "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':10,'AccountCode':'200'}]";
        return office.invoice(contact, status, line).path("InvoiceID").asText();
    }

    private static int mail(Office office, String invoiceId) {
        return office.app.post("/Invoices/" + invoiceId + "/Email", "{}").status();
    }

    private static String file(Office office) {
        return "/Contacts/" + office.contact("Linden") + "/Attachments/a.txt";
    }

    private static SimResponse attach(Office office, String method, String address, String content) {
        return office.app.send(method, address, content, Map.of("Content-Type", "application/pdf"));
    }

    private static String note(String details) {
        return "{'HistoryRecords':[{'Details':'" + details + "'}]}";
    }
}
