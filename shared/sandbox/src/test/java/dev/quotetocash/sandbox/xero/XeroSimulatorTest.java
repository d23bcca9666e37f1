package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.SimServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XeroSimulatorTest {

    private final Office office = new Office();

    @Test
    void appliesConcurrentCallsOneAtATime() {
        var acme = office.contact("Acme");

        IntStream.range(0, 64).parallel().forEach(_ -> office.approved(acme, "1"));

        assertThat(json(office.app.get("/Invoices")).path("Invoices").findValuesAsText("InvoiceNumber"))
                .hasSize(64)
                .doesNotHaveDuplicates()
                .contains("INV-0001", "INV-0064");
    }

    @Test
    void dumpsItsWholeState() {
        var invoice =
                office.approved(office.contact("Acme"), "10").path("InvoiceID").asText();
        office.pay(invoice, "12");

        var dump = Json.parse(office.xero.dump()).orElseThrow();

        assertThat(dump.at("/books/contacts/0/texts/Name").asText()).isEqualTo("Acme");
        assertThat(dump.at("/books/invoices/0/status").asText()).isEqualTo("PAID");
        assertThat(dump.at("/books/invoices/0/createdBy").asText()).isEqualTo(office.settings.clientId());
        assertThat(dump.at("/books/payments/0/amount").asText()).isEqualTo("12.00");
    }

    @Test
    void isServedOverHttp() throws Exception {
        try (var server = new SimServer(office.xero, 0);
                var http = HttpClient.newHttpClient()) {
            var headers = office.app.request("GET", "/", "", Map.of()).headers();

            var found = http.send(get(server, "/Organisation", headers), HttpResponse.BodyHandlers.ofString());
            var missing = http.send(get(server, "/Invoices/none", headers), HttpResponse.BodyHandlers.ofString());

            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body()).contains("GMTSTANDARDTIME");
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.headers().firstValue("Content-Type")).contains("text/html");
        }
    }

    @Test
    void burnsNoNumberAndKeepsNoContactForARefusedInvoice() {
        var body = "{'Type':'ACCREC','Contact':{'Name':'Ghost'},'CurrencyCode':'NZD','LineItems':[]}";

        assertThat(office.app.put("/Invoices", body).status()).isEqualTo(400);

        assertThat(json(office.app.get("/Contacts")).path("Contacts")).isEmpty();
        assertThat(office.webhooks).isEmpty();
        assertThat(office.approved(office.contact("Acme"), "1")
                        .path("InvoiceNumber")
                        .asText())
                .isEqualTo("INV-0001");
    }

    @Test
    void filtersInvoicesByTheirContactsNumber() {
        office.app.put("/Contacts", "{'Name':'Acme','ContactNumber':'hs-1'}");
        office.approved(
                json(office.app.get("/Contacts/hs-1"))
                        .at("/Contacts/0/ContactID")
                        .asText(),
                "1");

        var found = office.app.get("/Invoices?where=" + XeroCaller.encoded("Contact.ContactNumber==\"hs-1\""));

        assertThat(json(found).path("Invoices")).hasSize(1);
    }

    private static HttpRequest get(SimServer server, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(server.address() + XeroCaller.BASE + path));
        headers.forEach(request::header);
        return request.build();
    }
}
