package dev.quotetocash.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XeroWebhooksTest {

    private static final String PROBE =
            "{\"events\":[],\"firstEventSequence\": 0,\"lastEventSequence\": 0, \"entropy\": \"NLDZEGWUXNHESAQVGLYF\"}";
    private static final String TWO_UPDATES = """
            {"events":[{"resourceUrl":"https://api.xero.com/api.xro/2.0/Invoices/44aa0707-f718-4f1c-8d53-f2da9ca59533",\
            "resourceId":"44aa0707-f718-4f1c-8d53-f2da9ca59533","eventDateUtc":"2018-02-09T09:18:28.917Z",\
            "eventType":"UPDATE","eventCategory":"INVOICE","tenantId":"e629a03c-7ffe-4913-bd94-ff2fdb36a702",\
            "tenantType":"ORGANISATION"},{"resourceUrl":\
            "https://api.xero.com/api.xro/2.0/Invoices/44aa0707-f718-4f1c-8d53-f2da9ca59533",\
            "resourceId":"44aa0707-f718-4f1c-8d53-f2da9ca59533","eventDateUtc":"2018-02-09T09:19:05.06Z",\
            "eventType":"UPDATE","eventCategory":"INVOICE","tenantId":"e629a03c-7ffe-4913-bd94-ff2fdb36a702",\
            "tenantType":"ORGANISATION"}],"firstEventSequence": 2,"lastEventSequence": 3, \
            "entropy": "GATSEZXWIBPBRNQOTMOH"}""";

    private final Office office = new Office();

    @Test
    void signsThePublishedVectors() {
        assertThat(signature(PROBE)).isEqualTo("ixznmr+Pdl6QymsWZM+9UkY4lu97q04sJyejmSOp25U=");
        assertThat(signature(TWO_UPDATES)).isEqualTo("zJYh9yng0/HcT/y1dXGczF3xiOBGq5VG7fPNYBcpWZg=");
    }

    @Test
    void tellsOfEveryContactAndInvoiceWithAnEventOfItsOwn() {
        var acme = office.contact("Acme");
        office.app.post("/Contacts/" + acme, "{'TaxNumber':'1'}");
        var invoice = office.approved(acme, "10").path("InvoiceID").asText();
        var payment = office.pay(invoice, "12").path("PaymentID").asText();
        office.finance.post("/Payments/" + payment, "{'Status':'DELETED'}");

        assertThat(office.webhooks.stream().map(XeroWebhooksTest::told))
                .containsExactly(
                        "CREATE CONTACT " + acme,
                        "UPDATE CONTACT " + acme,
                        "CREATE INVOICE " + invoice,
                        "UPDATE INVOICE " + invoice,
                        "UPDATE INVOICE " + invoice);
        assertThat(office.webhooks.stream()
                        .map(XeroWebhooksTest::body)
                        .map(body -> body.path("lastEventSequence").asInt()))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void writesASpaceOnlyInTheLastThreeMembers() {
        office.contact("Acme");

        assertThat(text(office.webhooks.getFirst()))
                .startsWith("{\"events\":[{\"resourceUrl\":\"https://api.xero.com/api.xro/2.0/Contacts/")
                .contains("\"eventDateUtc\":\"2026-11-23T09:00:00.12Z\"")
                .containsPattern("],\"firstEventSequence\": 1,\"lastEventSequence\": 1, \"entropy\": \"[A-Z]{20}\"}$");
    }

    @Test
    void signsTheRawBodyWithTheKey() {
        office.contact("Acme");
        var sent = office.webhooks.getFirst();

        assertThat(sent.url()).isEqualTo("https://bridge.test/xero");
        assertThat(sent.headers())
                .containsEntry("x-xero-signature", XeroWebhooks.signature(sent.body(), office.settings.webhookKey()));
    }

    @Test
    void tellsNothingOfARefusedBatch() {
        office.app.put("/Contacts", "{'Contacts':[{'Name':'Good'},{'Name':'Bad <'}]}");

        assertThat(office.webhooks).isEmpty();
    }

    @Test
    void staysSilentOnPaymentsWhenSwitched() {
        var silent = Office.switched(switches -> switches.paymentNotifiesInvoice(false));
        var invoice =
                silent.approved(silent.contact("Acme"), "10").path("InvoiceID").asText();

        silent.pay(invoice, "12");

        assertThat(silent.webhooks).hasSize(2);
    }

    @Test
    void probesWithRightAndWrongSignatures() {
        office.xero.sendIntentToReceive();

        var right = office.webhooks.stream()
                .filter(sent -> XeroWebhooks.signature(sent.body(), office.settings.webhookKey())
                        .equals(sent.headers().get("x-xero-signature")));
        assertThat(office.webhooks)
                .hasSize(4)
                .allSatisfy(sent -> assertThat(text(sent))
                        .startsWith("{\"events\":[],\"firstEventSequence\": 0,\"lastEventSequence\": 0, "));
        assertThat(right).hasSize(2);
    }

    @Test
    void sendsNothingWithoutAnAddress() {
        var quiet = new Office(settings -> settings.withWebhookUrl(""));

        quiet.contact("Acme");

        assertThat(quiet.webhooks).isEmpty();
    }

    private static String signature(String body) {
        return XeroWebhooks.signature(body.getBytes(StandardCharsets.UTF_8), "test_key");
    }

    private static String told(WebhookDelivery sent) {
        var event = body(sent).path("events").path(0);
        return event.path("eventType").asText() + " "
                + event.path("eventCategory").asText() + " "
                + event.path("resourceId").asText();
    }

    private static JsonNode body(WebhookDelivery sent) {
        return Json.parse(text(sent)).orElseThrow();
    }

    private static String text(WebhookDelivery sent) {
        return new String(sent.body(), StandardCharsets.UTF_8);
    }
}
