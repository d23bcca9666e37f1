package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused whatever it is about.
class RequestLimitsTest {

    private final Office office = new Office();
    private final String acme = office.contact("Acme");

    @Test
    void refusesEscapesThatAreNone() {
        assertThat(office.app.get("/Invoices?where=%ZZ").status()).isEqualTo(400);
        assertThat(json(office.app.get("/Invoices?where=%ZZ")).path("Type").asText())
                .isEqualTo("QueryParseException");
        assertThat(identity("/connect/token", "grant_type=%Z").text()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(identity("/connect/revocation", "token=%").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e300000", "'1e2147483647'", "1e-300000", "123456789012345678901", "0.123456789012345678901"})
    void refusesNumbersWithoutBound(String number) {
        var lines = "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':" + number + "}]";

        var reply = office.app.put("/Invoices", Office.body(acme, "DRAFT", lines));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(refusal(reply)).isEqualTo("UnitAmount has too many digits");
    }

    @Test
    void takesNumbersThatNobodyReads() {
        assertThat(office.app.put("/Contacts", "{'Name':'','Luck':1e300000}").status())
                .isEqualTo(400);
        assertThat(office.app
                        .put("/Contacts", "{'Name':'Lucky','Luck':1e300000}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesOneElementAtTheAddressOfOne() {
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();
        var payment = "{'Invoice':{'InvoiceID':'" + invoice + "'},'Account':{'Code':'090'},'Amount':1}";

        var payments = office.app.post("/Payments", "{'Payments':[" + payment + "," + payment + "]}");
        var invoices = office.app.post("/Invoices/" + invoice, "{'Invoices':[{'Url':''},{'Url':''}]}");
        var contacts = office.app.post("/Contacts/" + acme, "{'Contacts':[{'Website':''},{'Website':''}]}");

        assertThat(payments.status()).isEqualTo(400);
        assertThat(invoices.status()).isEqualTo(400);
        assertThat(contacts.status()).isEqualTo(400);
        assertThat(json(payments).path("Type").asText()).isEqualTo("PostDataInvalidException");
    }

    @Test
    void summarizesErrorsWhereTheParameterIsUnknown() {
        var category = first(office.finance.put("/TrackingCategories", "{'Name':'Region'}"), "TrackingCategories")
                .path("TrackingCategoryID")
                .asText();

        assertThat(office.finance
                        .put("/ContactGroups?summarizeErrors=false", "{'ContactGroups':[{'Name':''}]}")
                        .status())
                .isEqualTo(400);
        assertThat(office.finance
                        .put(
                                "/TrackingCategories/" + category + "/Options?summarizeErrors=false",
                                "{'Options':[{'Name':''}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesNoCreditForAnInvoice() {
        var note = new Cashier(office).credit(acme, "100");

        assertThat(office.app.put("/Payments", Office.payment(note, "1")).status())
                .isEqualTo(400);
    }

    @Test
    void readsStatusesInAnySpelling() {
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();
        var made = office.app.put(
                "/Payments", Office.payment(invoice, "1").replace("'Amount'", "'Status':'Authorised','Amount'"));
        var id = first(made, "Payments").path("PaymentID").asText();
        var spent = new Cashier(office)
                .bank(acme, "RECEIVE", Cashier.LINE.formatted("10"))
                .path("BankTransactionID")
                .asText();

        assertThat(office.app.post("/Payments/" + id, "{'Status':'deleted'}").status())
                .isEqualTo(200);
        assertThat(office.finance
                        .post("/BankTransactions/" + spent, "{'Status':'deleted'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void leavesSomeStatusesOfContactsToPeople() {
        assertThat(office.app
                        .put("/Contacts", "{'Name':'Old','ContactStatus':'ARCHIVED'}")
                        .status())
                .isEqualTo(400);
        assertThat(office.app
                        .post("/Contacts/" + acme, "{'ContactStatus':'GDPRREQUEST'}")
                        .status())
                .isEqualTo(400);
        assertThat(office.finance
                        .post("/Contacts/" + acme, "{'ContactStatus':'GDPRREQUEST'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void numbersAPrepaymentAsNoInvoiceIs() {
        office.invoice(acme, "DRAFT", "'InvoiceNumber':'INV-0001','LineItems':[]");
        var cashier = new Cashier(office);

        var prepayment = cashier.prepayment(acme, "10");

        assertThat(cashier.read("Prepayments", prepayment).path("InvoiceNumber").asText())
                .isEqualTo("INV-0002");
    }

    @Test
    void refusesALongKeyEvenWhenKeysAreDown() {
        office.xero.setKeysDown(true);

        var reply = office.app.send("PUT", "/Contacts", "{'Name':'Other'}", Map.of("Idempotency-Key", "k".repeat(129)));

        assertThat(reply.status()).isEqualTo(400);
    }

    private SimResponse identity(String path, String form) {
        return office.xero.handle(new SimRequest("POST", path, "", Map.of(), form.getBytes(StandardCharsets.UTF_8)));
    }
}
