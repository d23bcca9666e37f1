package dev.quotetocash.sandbox.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.xero.XeroLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every sample of reference/xero-api.md, sent or compared. Values are the reference's, but for ids and for the
/// currency: the organisation here is British. Members come in no order.
class XeroGoldenSamplesTest {

    private final Desk desk = new Desk().asFinance().furnished().withRegions();

    /// Section 1.1.
    @Test
    void wrapsAPageInTheEnvelope() {
        assertLike("01-envelope", desk.send("GET", "/Invoices?page=1&pageSize=2&Statuses=SUBMITTED"));
    }

    /// Section 3.2.
    @Test
    void tellsActionsAndTheOnlineAddress() {
        assertLike("02-actions", desk.send("GET", "/Organisation/Actions"));
        assertLike("03-online-invoice", desk.send("GET", "/Invoices/{invoice}/OnlineInvoice"));
    }

    /// Section 4.1.
    @Test
    void issuesATokenForClientCredentials() {
        var reply = desk.askForToken("grant_type=client_credentials&scope=accounting.invoices+accounting.contacts");

        assertLike("04-client-credentials", reply);
        assertThat(Desk.json(reply).path("expires_in").asInt()).isEqualTo(1800);
        assertThat(Desk.json(reply).path("access_token").asText().split("\\.")).hasSize(3);
    }

    /// Sections 4.1 and 9.3.
    @Test
    void refusesAnUnknownGrant() {
        var reply = desk.askForToken("grant_type=refresh_token&refresh_token=unknown");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(Desk.json(reply)).isEqualTo(Golden.read("05-invalid-grant").sample());
    }

    /// Section 4.2.
    @Test
    void savesTheContact() {
        var reply = desk.send(
                "POST",
                "/Contacts?summarizeErrors=false",
                Golden.text("06-contact-request"),
                Map.of("Idempotency-Key", "k".repeat(128)));

        assertLike("07-contact-answer", reply, "/Contacts/*/TaxNumber");
        var saved = Desk.json(desk.send("GET", "/Contacts/hs-company-123")).at("/Contacts/0");
        assertThat(saved.at("/Addresses/1/City").asText()).isEqualTo("Leeds");
        assertThat(saved.at("/Phones/1/PhoneNumber").asText()).isEqualTo("5551212");
        assertThat(saved.at("/ContactPersons/0/EmailAddress").asText()).isEqualTo("a@acme.test");
    }

    /// Section 4.3.
    @Test
    void savesTheInvoice() {
        var reply = desk.send("PUT", "/Invoices?summarizeErrors=false&unitdp=4", Golden.text("08-invoice-request"));

        assertLike("09-invoice-answer", reply, "/Invoices/*/LineItems/*/ItemCode", "/Invoices/*/Url");
        var saved = Desk.json(reply).at("/Invoices/0");
        assertThat(saved.path("Date").asText()).isEqualTo("/Date(1789344000000+0000)/");
        assertThat(saved.path("SubTotal").decimalValue()).isEqualByComparingTo("21");
        assertThat(saved.path("TotalTax").decimalValue()).isEqualByComparingTo("4.2");
        assertThat(saved.path("Reference").asText()).isEqualTo("HS-987");
    }

    /// Section 4.3, "Differences between answers".
    @Test
    void showsListedPaymentsShorter() {
        desk.send("PUT", "/Payments", Golden.text("12-payment-request"));

        var listed =
                Desk.json(desk.send("GET", "/Invoices?IDs={invoice}&page=1")).at("/Invoices/0");

        assertLike("10-payment-of-a-listed-invoice", listed.at("/Payments/0"));
        assertThat(listed.has("HasAttachments")).isTrue();
        assertThat(listed.has("AmountCredited")).isTrue();
        assertThat(listed.at("/Contact/ContactPersons")).isEmpty();
    }

    /// Section 4.4.
    @Test
    void savesAndDeletesThePayment() {
        var paid = desk.send("PUT", "/Payments", Golden.text("12-payment-request"));
        assertLike("13-payment-answer", paid, "/Payments/*/Reference", "/Payments/*/Account/Name");
        assertThat(due()).isEqualTo("20.0");

        desk.keep("made", Desk.json(paid).at("/Payments/0/PaymentID").asText());
        var deleted = Desk.json(desk.send("POST", "/Payments/{made}", Golden.text("14-payment-deletion-request")));

        assertThat(deleted.at("/Payments/0/Status").asText()).isEqualTo("DELETED");
        assertThat(deleted.at("/Payments/0/Invoice/Status").asText()).isEqualTo("AUTHORISED");
        assertThat(due()).isEqualTo("120.0");
    }

    /// Section 4.4.
    @Test
    void savesTheItemAndVoidsTheInvoice() {
        assertThat(desk.send("POST", "/Items", Golden.text("16-item-request")).status())
                .isEqualTo(200);
        var item = Desk.json(desk.send("GET", "/Items/SUPPORT-M")).at("/Items/0");
        assertThat(item.path("Description").asText()).isEqualTo("..");

        var ended = Desk.json(desk.send("POST", "/Invoices/{invoice}", Golden.text("17-void-request")));

        assertThat(ended.at("/Invoices/0/Status").asText()).isEqualTo("VOIDED");
    }

    /// Section 4.4.
    @Test
    void showsTaxRatesAndConnections() {
        assertLike(
                "18-tax-rates",
                desk.send("GET", "/TaxRates/OUTPUT2"),
                "/TaxRates/*/CanApplyToAssets",
                "/TaxRates/*/CanApplyToEquity",
                "/TaxRates/*/CanApplyToExpenses",
                "/TaxRates/*/CanApplyToLiabilities");
        assertLike("20-connections", desk.send("GET", "//connections"));
    }

    /// Section 9.1.
    @Test
    void refusesAsAWhole() {
        desk.send("PUT", "/Contacts", "{'Contacts':[{'Name':'Acme'}]}");

        var reply = desk.send("PUT", "/Contacts", "{'Contacts':[{'Name':'Acme'}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(Desk.json(reply))
                .isEqualTo(Golden.read("21-refused-as-a-whole").sample());
    }

    /// Section 9.2.
    @Test
    void refusesAnElement() {
        var body = "{'Invoices':[{'InvoiceID':'{invoice}','Status':'DELETED'}]}";

        var reply = desk.send("POST", "/Invoices?summarizeErrors=false", body);

        assertLike("22-element-refused", reply, "/ProviderName", "/DateTimeUTC", "/Invoices/*/LineItems");
        assertThat(Desk.json(reply).at("/Invoices/0/ValidationErrors"))
                .isEqualTo(Golden.read("22-element-refused").sample().at("/Invoices/0/ValidationErrors"));
    }

    /// Section 9.3.
    @Test
    void refusesAnExpiredToken() {
        var app = new Desk();
        app.pass(Duration.ofMinutes(30));

        var reply = app.send("GET", "/Organisation");

        assertThat(reply.status()).isEqualTo(401);
        assertLike("23-token-expired", Desk.json(reply));
    }

    /// Section 10.3, the older pipeline, to the space.
    @Test
    void sendsTheWebhook() {
        var body = desk.webhooks.getFirst().body();
        var sent = new String(body, StandardCharsets.UTF_8);

        assertLike("25-webhook", Desk.json(new SimResponse(200, Map.of(), body)));
        assertThat(blanks(sent)).isEqualTo(blanks(Golden.text("25-webhook").strip()));
    }

    /// Section 12.2.
    @Test
    void limitsWithAnEmptyAnswer() {
        var app = new Desk(settings -> settings.withLimits(new XeroLimits(1, 345, 10_000)));
        app.send("GET", "/Organisation");
        app.pass(Duration.ofSeconds(34));

        var reply = app.send("GET", "/Organisation");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers())
                .doesNotContainKey("Content-Type")
                .containsEntry("Retry-After", "26")
                .containsEntry("X-MinLimit-Remaining", "0")
                .containsEntry("X-DayLimit-Remaining", "344")
                .containsEntry("X-Rate-Limit-Problem", "minute");
    }

    private String due() {
        return Desk.json(desk.send("GET", "/Invoices/{invoice}"))
                .at("/Invoices/0/AmountDue")
                .asText();
    }

    /// A text without its values.
    private static String blanks(String json) {
        return json.replaceAll("\"[^\"]*\"", "''").replaceAll("\\d+", "0");
    }

    private static void assertLike(String sample, SimResponse reply, String... besides) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertLike(sample, Desk.json(reply), besides);
    }

    /// `besides` the sample, the answer has members that it leaves out: what the request had sent, or what Xero's
    /// documents list.
    private static void assertLike(String sample, JsonNode actual, String... besides) {
        assertThat(Golden.read(sample).differences(actual))
                .as(actual.toString())
                .containsExactlyInAnyOrderElementsOf(Stream.of(besides)
                        .map(place -> place + " is not in the sample")
                        .toList());
    }
}
