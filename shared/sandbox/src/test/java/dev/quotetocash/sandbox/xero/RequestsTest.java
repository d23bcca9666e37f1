package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.SimRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private final Office office = new Office();

    @Test
    void repliesInXmlUnlessJsonIsAccepted() {
        var reply = office.app.send("GET", "/Organisation", "", Map.of("Accept", "*/*"));

        assertThat(reply.headers().get("Content-Type")).startsWith("text/xml");
        assertThat(reply.text()).startsWith("<Response>").contains("<BaseCurrency>GBP</BaseCurrency>");
    }

    @Test
    void wrapsEveryReplyInTheEnvelope() {
        var reply = json(office.app.get("/Organisation"));

        assertThat(reply.path("Status").asText()).isEqualTo("OK");
        assertThat(reply.path("DateTimeUTC").asText()).isEqualTo("/Date(1795424400120)/");
        assertThat(reply.path("Organisations").path(0).path("Timezone").asText())
                .isEqualTo("GMTSTANDARDTIME");
        assertThat(reply.has("pagination")).isFalse();
    }

    @Test
    void answersAnUnknownIdWithEmptyHtml() {
        var reply = office.app.get("/Invoices/" + new UUID(1, 2));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers().get("Content-Type")).isEqualTo("text/html");
        assertThat(reply.body()).isEmpty();
        assertThat(office.app.get("/CreditNotes/" + new UUID(1, 2)).status()).isEqualTo(404);
        assertThat(office.app.get("/Nonsense").status()).isEqualTo(404);
        assertThat(office.app.get("/").status()).isEqualTo(404);
    }

    @Test
    void failsAsAWholeWhenAPostNamesAnUnknownId() {
        var reply = office.app.post(
                "/Contacts?summarizeErrors=false",
                "{'Contacts':[{'Name':'Good'},{'ContactID':'" + new UUID(1, 2) + "','Name':'Bad'}]}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(json(office.app.get("/Contacts")).path("Contacts")).isEmpty();
    }

    @Test
    void refusesABatchAsAWholeByDefault() {
        office.contact("Acme");

        var reply = office.app.put("/Contacts", "{'Contacts':[{'Name':'Good'},{'Name':'Acme'}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(reply).path("ErrorNumber").asInt()).isEqualTo(10);
        assertThat(json(reply).path("Type").asText()).isEqualTo("ValidationException");
        assertThat(json(reply).path("Message").asText()).isEqualTo("A validation exception occurred");
        var element = json(reply).path("Elements").path(0);
        assertThat(element.path("ContactID").asText()).isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(element.path("HasValidationErrors").asBoolean()).isTrue();
        assertThat(element.path("Phones").isArray()).isTrue();
        assertThat(json(office.app.get("/Contacts")).path("Contacts")).hasSize(1);
    }

    @Test
    void answersForEveryElementWhenErrorsAreNotSummarised() {
        office.contact("Acme");

        var reply = office.app.put("/Contacts?SummarizeErrors=false", "{'Contacts':[{'Name':'Good'},{'Name':'Acme'}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(json(reply).path("Contacts").findValuesAsText("StatusAttributeString"))
                .containsExactly("OK", "ERROR");
        assertThat(json(office.app.get("/Contacts")).path("Contacts")).hasSize(2);
    }

    @Test
    void showsTheStatusThatWasAskedForOnARefusedElement() {
        var invoice =
                office.approved(office.contact("Acme"), "10").path("InvoiceID").asText();

        var reply = office.app.post(
                "/Invoices?summarizeErrors=false", "{'InvoiceID':'" + invoice + "','Status':'DELETED'}");

        var element = json(reply).path("Invoices").path(0);
        assertThat(element.path("InvoiceID").asText()).isEqualTo(invoice);
        assertThat(element.path("Status").asText()).isEqualTo("DELETED");
        assertThat(element.path("HasErrors").asBoolean()).isTrue();
        assertThat(element.path("StatusAttributeString").asText()).isEqualTo("ERROR");
    }

    @Test
    void namesNoStatusOnASuccessThatWasNotAskedForIt() {
        assertThat(json(office.app.put("/Contacts", "{'Name':'Acme'}")).findValues("StatusAttributeString"))
                .isEmpty();
    }

    @Test
    void ignoresSummarizeErrorsOnASingleRecord() {
        var invoice =
                office.approved(office.contact("Acme"), "10").path("InvoiceID").asText();

        assertThat(office.app
                        .post("/Invoices/" + invoice + "?summarizeErrors=false", "{'Status':'DELETED'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void ignoresUnknownMembersAndBodiesOfReads() {
        var posted = office.app.post("/Contacts", "{'Name':'Acme','dateAsDate':'2026-11-22','Nested':{'x':[1]}}");

        assertThat(posted.status()).isEqualTo(200);
        assertThat(office.app.send("GET", "/Contacts", "{}", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void refusesABodyThatIsNoJson() {
        assertThat(office.app.put("/Contacts", "{'Name':").status()).isEqualTo(400);
    }

    @Test
    void acceptsEverySpellingOfADate() {
        assertThat(dated("2026-09-14")).isEqualTo("/Date(1789344000000+0000)/");
        assertThat(dated("2026-09-14T00:00:00")).isEqualTo("/Date(1789344000000+0000)/");
        assertThat(dated("/Date(1789344000000+0000)/")).isEqualTo("/Date(1789344000000+0000)/");
        assertThat(dated("\\/Date(1789344000000)\\/")).isEqualTo("/Date(1789344000000+0000)/");
        assertThat(dated("2026-09-15T00:00:00+02:00")).isEqualTo("/Date(1789344000000+0000)/");
    }

    @Test
    void refusesADateThatIsNone() {
        var contact = office.contact("Acme");

        for (var date : new String[] {"2026-02-30", "soon", "/Date(99999999999999999999)/"}) {
            var body = Office.body(contact, "DRAFT", "'LineItems':[]").replace("2026-11-22", date);
            assertThat(XeroCaller.refusal(office.app.put("/Invoices", body)))
                    .as(date)
                    .isEqualTo("Date is not a valid date");
        }
    }

    @Test
    void letsATokenRunOutAfterThirtyMinutes() {
        office.pass(Duration.ofMinutes(30));

        var reply = office.app.get("/Organisation");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(json(reply).path("Detail").asText()).isEqualTo("TokenExpired: token expired at 11/23/2026 09:30:00");
        assertThat(json(reply).path("Type").isNull()).isTrue();
        assertThat(json(reply).path("Title").asText()).isEqualTo("Unauthorized");
    }

    @Test
    void answers401ToAnUnknownOrDisconnectedToken() {
        var unknown = office.app.send("GET", "/Organisation", "", Map.of("Authorization", "Bearer nonsense"));
        office.xero.disconnect();

        assertThat(json(unknown).path("Detail").asText()).isEqualTo("AuthenticationUnsuccessful");
        assertThat(office.app.get("/Organisation").status()).isEqualTo(401);
        assertThat(office.finance.get("/Organisation").status()).isEqualTo(200);
    }

    @Test
    void answers403ForAnotherTenant() {
        var other = Map.of("xero-tenant-id", new UUID(3, 4).toString());

        assertThat(office.app.send("GET", "/Organisation", "", other).status()).isEqualTo(403);
    }

    @Test
    void answers403Or401ForAMissingScope() {
        var strange = Office.switched(switches -> switches.with(Unconfirmed.MISSING_SCOPE_IS_401, true));
        var item = "{'Code':'X'}";

        assertThat(office.app
                        .send("PUT", "/Items", item, token(office, "accounting.contacts"))
                        .status())
                .isEqualTo(403);
        var reply = strange.app.send("PUT", "/Items", item, token(strange, "accounting.contacts"));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "insufficent_scope");
    }

    @Test
    void refusesScopesOutsideTheApp() {
        var reply = XeroCaller.requestToken(
                office.xero,
                office.settings.clientId(),
                office.settings.clientSecret(),
                "grant_type=client_credentials&scope=accounting.transactions");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("invalid_scope", "Invalid scope for client");
    }

    @Test
    void refusesAWrongSecret() {
        var reply = XeroCaller.requestToken(
                office.xero, office.settings.clientId(), "wrong", "grant_type=client_credentials");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("invalid_client");
    }

    @Test
    void listsItsConnectionUnderBothSpellings() {
        for (var path : new String[] {"/connections", "/Connections"}) {
            var headers = office.app.request("GET", "/", "", Map.of()).headers();
            var reply = office.xero.handle(new SimRequest("GET", path, "", headers, new byte[0]));

            assertThat(json(reply).path(0).path("tenantId").asText()).isEqualTo(office.settings.tenantId());
            assertThat(json(reply).path(0).path("createdDateUtc").asText()).isEqualTo("2026-11-23T09:00:00.1200000");
        }
    }

    @Test
    void namesEndpointsWithoutTheirIds() {
        assertThat(endpoint("PUT", "/api.xro/2.0/Invoices")).isEqualTo("PUT /Invoices");
        assertThat(endpoint("GET", "/api.xro/2.0/Invoices/INV-1")).isEqualTo("GET /Invoices/{id}");
        assertThat(endpoint("GET", "/api.xro/2.0/Invoices/x/OnlineInvoice"))
                .isEqualTo("GET /Invoices/{id}/OnlineInvoice");
        assertThat(endpoint("GET", "/api.xro/2.0/Organisation/Actions")).isEqualTo("GET /Organisation/Actions");
        assertThat(endpoint("POST", "/connect/token")).isEqualTo("POST /connect/token");
        assertThat(endpoint("GET", "/Connections")).isEqualTo("GET /connections");
    }

    @Test
    void drawsTheSameIdsFromTheSameSeed() {
        assertThat(new Office().contact("Acme")).isEqualTo(new Office().contact("Acme"));
    }

    private String endpoint(String method, String path) {
        return office.xero.endpoint(new SimRequest(method, path, "", Map.of(), new byte[0]));
    }

    private String dated(String date) {
        var body =
                Office.body(office.contact("Acme"), "DRAFT", "'LineItems':[]").replace("2026-11-22", date);
        return XeroCaller.first(office.app.put("/Invoices", body), "Invoices")
                .path("Date")
                .asText();
    }

    private static Map<String, String> token(Office office, String scope) {
        var reply = XeroCaller.requestToken(
                office.xero,
                office.settings.clientId(),
                office.settings.clientSecret(),
                "grant_type=client_credentials&scope=" + scope);
        return Map.of(
                "Authorization", "Bearer " + json(reply).path("access_token").asText());
    }
}
