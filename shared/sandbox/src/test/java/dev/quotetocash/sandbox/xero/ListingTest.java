package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.encoded;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {

    private final Office office = new Office();

    @Test
    void leavesOutLinesAndPaymentsWithoutPage() {
        var invoice =
                office.approved(office.contact("Acme"), "100").path("InvoiceID").asText();
        office.pay(invoice, "20");

        var brief = invoices("").path(0);
        var paged = invoices("?page=1").path(0);

        assertThat(brief.path("LineItems")).isEmpty();
        assertThat(brief.path("Payments")).isEmpty();
        assertThat(brief.path("AmountPaid").asText()).isEqualTo("20.0");
        assertThat(paged.path("LineItems")).hasSize(1);
        assertThat(paged.path("Payments")).hasSize(1);
        assertThat(paged.path("HasAttachments").asBoolean()).isFalse();
        assertThat(invoices("?page=1&summaryOnly=true").path(0).path("LineItems"))
                .isEmpty();
    }

    @Test
    void omitsEmptyListsFromTheReplyToAWrite() {
        var written = office.approved(office.contact("Acme"), "100");

        assertThat(written.has("Payments")).isFalse();
        assertThat(written.has("CreditNotes")).isFalse();
        assertThat(written.has("AmountCredited")).isFalse();
    }

    @Test
    void showsOnlyAStubOfTheContactOnAPage() {
        office.app.put("/Contacts", "{'Name':'Acme','EmailAddress':'ap@acme.test','ContactNumber':'hs-1'}");
        var written = office.approved(
                json(office.app.get("/Contacts/hs-1"))
                        .at("/Contacts/0/ContactID")
                        .asText(),
                "1");

        assertThat(written.path("Contact").has("EmailAddress")).isTrue();
        assertThat(invoices("?page=1").path(0).path("Contact").has("EmailAddress"))
                .isFalse();
        assertThat(invoices("?page=1").path(0).path("Contact").path("Name").asText())
                .isEqualTo("Acme");
    }

    @Test
    void cutsPagesAndCountsThem() {
        for (var name : new String[] {"A", "B", "C"}) office.contact(name);

        var reply = json(office.app.get("/Contacts?page=2&pageSize=2"));

        assertThat(reply.path("Contacts").findValuesAsText("Name")).hasSize(1);
        assertThat(reply.path("pagination").toString())
                .isEqualTo("{\"page\":2,\"pageSize\":2,\"pageCount\":2,\"itemCount\":3}");
        assertThat(json(office.app.get("/Items?page=1")).has("pagination")).isFalse();
    }

    @Test
    void refusesOrClampsAPageSizeAboveAThousand() {
        var clamping = Office.switched(switches -> switches.with(Unconfirmed.CLAMPS_PAGE_SIZE, true));

        assertThat(office.app.get("/Contacts?page=1&pageSize=1001").status()).isEqualTo(400);
        assertThat(json(clamping.app.get("/Contacts?page=1&pageSize=1001"))
                        .at("/pagination/pageSize")
                        .asInt())
                .isEqualTo(1000);
    }

    @Test
    void includesRecordsOfTheVerySecondAskedFor() {
        office.contact("Early");
        office.pass(Duration.ofMillis(1500));
        office.contact("Late");

        assertThat(since("2026-11-23T09:00:00")).containsExactly("Early", "Late");
        assertThat(since("2026-11-23T09:00:01")).containsExactly("Late");
        assertThat(since("2026-11-23T09:00:01.900Z")).containsExactly("Late");
        assertThat(since("2026-11-23T09:00Z")).containsExactly("Early", "Late");
        assertThat(since("Mon, 23 Nov 2026 09:00:01 GMT")).containsExactly("Late");
        assertThat(since("2026-11-23T09:00:02")).isEmpty();
    }

    @Test
    void answers304WhenNothingChangedIfSwitched() {
        var terse = Office.switched(switches -> switches.with(Unconfirmed.UNCHANGED_IS_304, true));

        assertThat(terse.app.getSince("/Contacts", "2026-11-24T00:00:00").status())
                .isEqualTo(304);
        assertThat(office.app.getSince("/Contacts", "2026-11-24T00:00:00").status())
                .isEqualTo(200);
    }

    @Test
    void listsTheOldestChangeFirstUnlessOrdered() {
        var acme = office.contact("Acme");
        office.pass(Duration.ofSeconds(1));
        office.contact("Beta");
        office.pass(Duration.ofSeconds(1));
        office.app.post("/Contacts/" + acme, "{'TaxNumber':'1'}");

        assertThat(names("/Contacts?page=1")).containsExactly("Beta", "Acme");
        assertThat(names("/Contacts?page=1&order=Name")).containsExactly("Acme", "Beta");
        assertThat(names("/Contacts?page=1&order=" + encoded("UpdatedDateUTC DESC")))
                .containsExactly("Acme", "Beta");
    }

    @Test
    void choosesInvoicesByEveryParameter() {
        var acme = office.contact("Acme");
        var beta = office.contact("Beta");
        var draft = office.invoice(acme, "DRAFT", "'Reference':'HS-77','LineItems':[]")
                .path("InvoiceID")
                .asText();
        office.approved(beta, "10");
        office.finance.put("/Invoices", Office.body(beta, "DRAFT", "'LineItems':[]"));

        assertThat(invoices("")).hasSize(3);
        assertThat(invoices("?IDs=" + draft)).hasSize(1);
        assertThat(invoices("?InvoiceNumbers=INV-0001,INV-0003")).hasSize(2);
        assertThat(invoices("?ContactIDs=" + beta)).hasSize(2);
        assertThat(invoices("?Statuses=DRAFT,SUBMITTED")).hasSize(2);
        assertThat(invoices("?createdByMyApp=true")).hasSize(2);
        assertThat(invoices("?searchTerm=hs-7")).hasSize(1);
        assertThat(invoices("?where=" + encoded("Contact.ContactID==Guid(\"" + acme + "\") AND Status==\"DRAFT\"")))
                .hasSize(1);
        assertThat(invoices("?where=" + encoded("Date>=DateTime(2026,11,22) AND AmountDue>0")))
                .hasSize(1);
    }

    @Test
    void refusesAFilterThatItCannotRead() {
        assertThat(office.app.get("/Invoices?where=" + encoded("Status==")).status())
                .isEqualTo(400);
        assertThat(office.app.get("/Invoices?where=" + encoded("Nonsense==1")).status())
                .isEqualTo(400);
        assertThat(office.app.get("/Invoices?order=Nonsense").status()).isEqualTo(400);
    }

    @Test
    void refusesAnAddressWithTooManyIds() {
        var ids = String.join(",", Collections.nCopies(60, "7a1d6f0e-3c58-4b7e-9a55-2f6c8d10b3e4"));

        assertThat(office.app.get("/Invoices?IDs=" + ids).status()).isEqualTo(414);
    }

    @Test
    void listsTheSettingsOfAnOrganisationInTheUnitedKingdom() {
        var rates = json(office.app.get("/TaxRates?where=" + encoded("CanApplyToRevenue==true")))
                .path("TaxRates");
        var accounts = json(office.app.get("/Accounts?where=" + encoded("Type==\"BANK\"")))
                .path("Accounts");

        assertThat(rates.findValuesAsText("TaxType"))
                .contains("OUTPUT2", "RROUTPUT", "NONE")
                .doesNotContain("INPUT2");
        assertThat(accounts.findValuesAsText("Code")).contains("090");
        assertThat(json(office.app.get("/Currencies")).path("Currencies").findValuesAsText("Code"))
                .containsExactlyInAnyOrder("GBP", "EUR", "USD");
        assertThat(json(office.app.get("/TaxRates/OUTPUT2"))
                        .at("/TaxRates/0/EffectiveRate")
                        .asText())
                .isEqualTo("20.0");
    }

    private JsonNode invoices(String query) {
        return json(office.app.get("/Invoices" + query)).path("Invoices");
    }

    private List<String> names(String address) {
        return json(office.app.get(address)).path("Contacts").findValuesAsText("Name");
    }

    private List<String> since(String moment) {
        return json(office.app.getSince("/Contacts?page=1", moment))
                .path("Contacts")
                .findValuesAsText("Name");
    }

    @Test
    void refusesAnOrderWithMoreThanAFieldAndADirection() {
        assertThat(office.app.get("/Invoices?order=" + encoded("Date DESC")).status())
                .isEqualTo(200);
        assertThat(office.app
                        .get("/Invoices?order=" + encoded("Date DESC DueDate"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAFilterThatCannotBeTrueAlsoOfAnEmptyList() {
        assertThat(office.app
                        .get("/CreditNotes?where=" + encoded("Total==\"10\""))
                        .status())
                .isEqualTo(400);
        assertThat(office.app.get("/CreditNotes?where=" + encoded("Total==10")).status())
                .isEqualTo(200);
    }

    /// Members that cannot be filtered by answer 400; the others find the record that has the value.
    @Test
    void findsRecordsByEveryMemberTheyHave() {
        var acme = office.contact("Acme");
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();
        office.pay(invoice, "10");
        new Cashier(office).credit(acme, "100");
        office.app.put("/Items", "{'Code':'S','Name':'S'}");

        for (var plural : List.of("Invoices", "Contacts", "CreditNotes", "Payments", "Items", "Accounts", "TaxRates")) {
            var found = 0;
            for (var member : json(office.finance.get("/" + plural + "?page=1"))
                    .path(plural)
                    .path(0)
                    .properties()) {
                if (!member.getValue().isValueNode()) continue;
                var filter = member.getKey() + literal(member.getValue());
                var reply = office.finance.get("/" + plural + "?where=" + encoded(filter));
                if (reply.text().contains("No property or field")) continue;

                assertThat(reply.status()).as(filter).isEqualTo(200);
                assertThat(json(reply).path(plural)).as(plural + " " + filter).isNotEmpty();
                found++;
            }
            assertThat(found).as(plural).isGreaterThan(3);
        }
    }

    /// What is true of the value.
    private static String literal(JsonNode value) {
        if (!value.isTextual()) return "==" + value.asText();
        return Dates.parseMoment(value.asText())
                .filter(_ -> value.asText().startsWith("/Date("))
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .map(at -> ">=DateTime(%d,%d,%d,%d,%d,%d)"
                        .formatted(
                                at.getYear(),
                                at.getMonthValue(),
                                at.getDayOfMonth(),
                                at.getHour(),
                                at.getMinute(),
                                at.getSecond()))
                .orElse("==\"" + value.asText() + "\"");
    }
}
