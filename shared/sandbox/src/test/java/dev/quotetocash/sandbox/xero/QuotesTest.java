package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotesTest {

    private static final String LINES =
            "'LineItems':[{'Description':'x','Quantity':2,'UnitAmount':10,'DiscountRate':10,'AccountCode':'200'}]";

    private final Office office = new Office();
    private final String acme = office.contact("Acme");

    @Test
    void hasShapesOfItsOwn() {
        var reply = office.app.put("/Quotes", body("DRAFT", LINES));

        assertThat(json(reply).path("SummarizeErrors").isBoolean()).isTrue();
        assertThat(json(reply).path("SummarizeErrors").asBoolean(true)).isFalse();
        var quote = first(reply, "Quotes");
        assertThat(quote.path("QuoteNumber").asText()).isEqualTo("QU-0001");
        assertThat(quote.path("LineAmountTypes").asText()).isEqualTo("EXCLUSIVE");
        assertThat(quote.path("Date").asText()).isEqualTo("/Date(1795305600000)/");
        assertThat(quote.path("UpdatedDateUTC").asText()).isEqualTo("/Date(1795424400120)/");
        assertThat(quote.at("/Contact/Name").asText()).isEqualTo("Acme");
    }

    @Test
    void computesDiscountAndTax() {
        var quote = first(office.app.put("/Quotes", body("DRAFT", LINES)), "Quotes");

        assertThat(quote.path("SubTotal").asText()).isEqualTo("18.0");
        assertThat(quote.path("TotalDiscount").asText()).isEqualTo("2.0");
        assertThat(quote.path("TotalTax").asText()).isEqualTo("3.6");
        assertThat(quote.path("Total").asText()).isEqualTo("21.6");
    }

    @Test
    void refusesAContactIdThatNobodyHasWhateverNameIsBesideIt() {
        var quote =
                body("DRAFT", LINES).replace("'" + acme + "'", "'" + office.settings.tenantId() + "','Name':'Acme'");

        assertThat(office.app.put("/Quotes", quote).status()).isEqualTo(400);
    }

    @Test
    void goesFromDraftToInvoiced() {
        var id = id(office.app.put("/Quotes", body("DRAFT", LINES)));

        for (var status : List.of("SENT", "ACCEPTED", "INVOICED")) {
            assertThat(moved(id, status).path("Status").asText()).isEqualTo(status);
        }
        assertThat(office.app.post("/Quotes/" + id, "{'Status':'DECLINED'}").status())
                .isEqualTo(400);
    }

    @Test
    void isAcceptedOnlyAfterItWasSent() {
        var id = id(office.app.put("/Quotes", body("DRAFT", LINES)));

        assertThat(office.app.post("/Quotes/" + id, "{'Status':'ACCEPTED'}").status())
                .isEqualTo(400);
        assertThat(office.app.put("/Quotes", body("ACCEPTED", LINES)).status()).isEqualTo(400);
    }

    @Test
    void isNotEditedOnceDeleted() {
        var id = id(office.app.put("/Quotes", body("DRAFT", LINES)));
        moved(id, "DELETED");

        assertThat(office.app.post("/Quotes/" + id, "{'Title':'x'}").status()).isEqualTo(400);
        assertThat(json(office.app.get("/Quotes?Status=DELETED")).path("Quotes"))
                .hasSize(1);
    }

    @Test
    void keepsWhatAnUpdateDoesNotSay() {
        var id = id(office.app.put("/Quotes", body("DRAFT", "'Title':'Offer','Terms':'30 days'," + LINES)));

        var updated = first(office.app.post("/Quotes", "{'QuoteNumber':'QU-0001','Summary':'s'}"), "Quotes");

        assertThat(updated.path("QuoteID").asText()).isEqualTo(id);
        assertThat(updated.path("Title").asText()).isEqualTo("Offer");
        assertThat(updated.path("Summary").asText()).isEqualTo("s");
        assertThat(updated.path("LineItems")).hasSize(1);
    }

    @Test
    void filtersByItsOwnParametersOnly() {
        office.app.put("/Quotes", body("DRAFT", "'ExpiryDate':'2026-12-31'," + LINES));
        office.app.put("/Quotes", body("SENT", LINES).replace("2026-11-22", "2026-10-01"));

        assertThat(numbers("DateFrom=2026-11-22&DateTo=2026-11-22")).containsExactly("QU-0001");
        assertThat(numbers("DateTo=2026-10-31")).containsExactly("QU-0002");
        assertThat(numbers("ExpiryDateFrom=2026-12-01")).containsExactly("QU-0001");
        assertThat(numbers("ExpiryDateTo=2026-12-01")).isEmpty();
        assertThat(numbers("Status=SENT")).containsExactly("QU-0002");
        assertThat(numbers("QuoteNumber=QU-0002")).containsExactly("QU-0002");
        assertThat(numbers("ContactID=" + acme)).hasSize(2);
        assertThat(numbers("where=Status%3D%3D%22SENT%22")).hasSize(2);
        assertThat(numbers("order=Date")).containsExactly("QU-0002", "QU-0001");
        assertThat(office.app.get("/Quotes?DateFrom=soon").status()).isEqualTo(400);
    }

    @Test
    void hasPagesOfAHundredWithoutPagination() {
        for (var quote = 0; quote < 101; quote++) office.app.put("/Quotes", body("DRAFT", LINES));

        var page = json(office.app.get("/Quotes?page=1&pageSize=5"));

        assertThat(page.path("Quotes")).hasSize(100);
        assertThat(page.has("pagination")).isFalse();
        assertThat(page.at("/Quotes/0/LineItems")).hasSize(1);
        assertThat(json(office.app.get("/Quotes?page=2")).path("Quotes")).hasSize(1);
        assertThat(json(office.app.get("/Quotes")).at("/Quotes/0/LineItems")).isEmpty();
    }

    @Test
    void listsWhatWasModifiedSince() {
        office.app.put("/Quotes", body("DRAFT", LINES));
        office.pass(Duration.ofMinutes(1));
        office.app.put("/Quotes", body("DRAFT", LINES));

        assertThat(json(office.app.getSince("/Quotes", "2026-11-23T09:00:30")).path("Quotes"))
                .hasSize(1);
    }

    @Test
    void refusesWhatIsTooLongTakenOrUnknown() {
        office.app.put("/Quotes", body("DRAFT", LINES));

        assertThat(refusal(office.app.put("/Quotes", body("DRAFT", "'Title':'" + "t".repeat(101) + "'"))))
                .isEqualTo("The field Title must be a string with a maximum length of 100.");
        assertThat(refusal(office.app.put("/Quotes", body("DRAFT", "'Summary':'" + "t".repeat(3001) + "'"))))
                .isEqualTo("The field Summary must be a string with a maximum length of 3000.");
        assertThat(refusal(office.app.put("/Quotes", body("DRAFT", "'Terms':'" + "t".repeat(4001) + "'"))))
                .isEqualTo("The field Terms must be a string with a maximum length of 4000.");
        assertThat(office.app
                        .put("/Quotes", body("DRAFT", "'QuoteNumber':'QU-0001'"))
                        .status())
                .isEqualTo(400);
        assertThat(refusal(office.app.put("/Quotes", body("DRAFT", "'CurrencyCode':'NZD'"))))
                .isEqualTo("Organisation is not subscribed to currency NZD");
        assertThat(office.app.put("/Quotes", body("SENT", "'LineItems':[]")).status())
                .isEqualTo(400);
        assertThat(refusal(office.app.put("/Quotes", "{'Quotes':[{}]}")))
                .isEqualTo(
                        "The Contact must contain at least 1 of the following elements to identify the contact: Name,"
                                + " ContactID, ContactNumber");
    }

    private List<String> numbers(String query) {
        return json(office.app.get("/Quotes?" + query)).path("Quotes").findValuesAsText("QuoteNumber");
    }

    private JsonNode moved(String id, String status) {
        return first(office.app.post("/Quotes/" + id, "{'Status':'" + status + "'}"), "Quotes");
    }

    private String body(String status, String members) {
        return "{'Quotes':[{'Contact':{'ContactID':'" + acme + "'},'Status':'" + status + "','Date':'2026-11-22',"
                + members + "}]}";
    }

    private static String id(SimResponse reply) {
        return first(reply, "Quotes").path("QuoteID").asText();
    }

    @Test
    void hasTwoDecimalsOfUnitAmounts() {
        var lines = "'LineItems':[{'Description':'x','Quantity':100,'UnitAmount':10.1256,'AccountCode':'200'}]";

        var quote = first(office.app.put("/Quotes?unitdp=4", body("DRAFT", lines)), "Quotes");
        assertThat(quote.at("/LineItems/0/UnitAmount").asText()).isEqualTo("10.13");
        assertThat(quote.path("SubTotal").asText()).isEqualTo("1013.0");

        var other = Office.switched(switches -> switches.with(Unconfirmed.UNITDP_ON_QUOTES, true));
        var contact = other.contact("Acme");
        var fine = first(other.app.put("/Quotes?unitdp=4", body("DRAFT", lines).replace(acme, contact)), "Quotes");
        assertThat(fine.at("/LineItems/0/UnitAmount").asText()).isEqualTo("10.1256");
    }
}
