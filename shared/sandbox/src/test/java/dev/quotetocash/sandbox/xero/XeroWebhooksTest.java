package dev.quotetocash.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookEvent;
import dev.quotetocash.sandbox.sim.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
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

    private static final String CREDIT_NOTE = """
            {"events":[{"resourceUrl":"https://api.xero.com/api.xro/2.0/CreditNotes/55d84274-a3da-4829-a7c0-0cab601b95cc",\
            "resourceId":"55d84274-a3da-4829-a7c0-0cab601b95cc","tenantId":"aef86862-2015-4b6b-88bc-d89032cecc50",\
            "tenantType":"ORGANISATION","eventCategory":"CREDITNOTE","eventType":"CREATE",\
            "eventDateUtc":"2025-12-02T00:44:09.923","data":{"Type":"ACCPAYCREDIT","Status":"DRAFT"}}],\
            "firstEventSequence":76,"lastEventSequence":76,"entropy":"FXNGWLCCGVANWHKILRUB"}""";

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
                .containsEntry("x-xero-signature", SignedPayload.signature(sent.body(), office.settings.webhookKey()));
    }

    @Test
    void tellsNothingOfARefusedBatch() {
        office.app.put("/Contacts", "{'Contacts':[{'Name':'Good'},{'Name':'Bad <'}]}");

        assertThat(office.webhooks).isEmpty();
    }

    @Test
    void staysSilentOnPaymentsWhenSwitched() {
        var silent = Office.switched(switches -> switches.with(Unconfirmed.PAYMENT_NOTIFIES_INVOICE, false));
        var invoice =
                silent.approved(silent.contact("Acme"), "10").path("InvoiceID").asText();

        silent.pay(invoice, "12");

        assertThat(silent.webhooks).hasSize(2);
    }

    @Test
    void writesAPublishedProbeAndPublishedEventsOfBothPipelines() {
        var updates = List.of(
                new WebhookEvent(2, XeroWebhooks.OLDER, event(TWO_UPDATES, 0)),
                new WebhookEvent(3, XeroWebhooks.OLDER, event(TWO_UPDATES, 1)));

        assertThat(payload(List.of())).isEqualTo(withoutEntropy(PROBE));
        assertThat(payload(updates)).isEqualTo(withoutEntropy(TWO_UPDATES));
        assertThat(payload(List.of(new WebhookEvent(76, XeroWebhooks.NEWER, event(CREDIT_NOTE, 0)))))
                .isEqualTo(withoutEntropy(CREDIT_NOTE));
    }

    @Test
    void tellsEventsWithDataAsTheNewPipelineDoes() {
        var told = new ArrayList<WebhookEvent>();
        var settings = XeroSettings.sandbox();
        var webhooks = new XeroWebhooks(settings, told::addAll);
        var id = UUID.fromString("55d84274-a3da-4829-a7c0-0cab601b95cc");
        var data = new LinkedHashMap<String, String>();
        data.put("Type", "ACCPAYCREDIT");
        data.put("Status", "DRAFT");
        var event = new Event(Event.Category.CREDITNOTE, id, true, data);

        webhooks.send(event, Instant.parse("2025-12-02T00:44:09.923Z"));
        webhooks.send(event, Instant.parse("2025-12-02T00:44:09.923Z"));

        var published = event(CREDIT_NOTE, 0).replace("aef86862-2015-4b6b-88bc-d89032cecc50", settings.tenantId());
        assertThat(told).extracting(WebhookEvent::sequence).containsExactly(1L, 2L);
        assertThat(told.getFirst().json()).isEqualTo(published.replace("09.923", "09.923Z"));
        assertThat(told.getLast().json()).isEqualTo(published);
    }

    @Test
    void stallsTheStreamBehindAFailureUnlessSwitched() {
        var going = Office.switched(switches -> switches.with(Unconfirmed.FAILURE_STALLS_STREAM, false));

        assertThat(XeroSimulator.webhookPolicy(office.settings).stalls()).isTrue();
        assertThat(XeroSimulator.webhookPolicy(going.settings).stalls()).isFalse();
    }

    @Test
    void tellsOfCategoriesThatNobodyKnowsYet() {
        office.contact("Acme");
        office.xero.tell("PROJECT", "UPDATE", UUID.fromString("55d84274-a3da-4829-a7c0-0cab601b95cc"));

        assertThat(told(office.webhooks.getLast())).isEqualTo("UPDATE PROJECT 55d84274-a3da-4829-a7c0-0cab601b95cc");
        assertThat(body(office.webhooks.getLast()).path("firstEventSequence").asInt())
                .isEqualTo(2);
    }

    @Test
    void signsAProbeWronglyWhenAskedTo() {
        var form = XeroSimulator.webhookForm(office.settings);
        var right = form.sign(new WebhookRequest(1, "https://bridge.test/xero", List.of(), 0, true, Office.OPENED));
        var wrong = form.sign(new WebhookRequest(1, "https://bridge.test/xero", List.of(), 0, false, Office.OPENED));

        var signature = SignedPayload.signature(right.body(), office.settings.webhookKey());
        assertThat(right.headers()).containsEntry("x-xero-signature", signature);
        assertThat(wrong.body()).isEqualTo(right.body());
        assertThat(wrong.headers().get("x-xero-signature"))
                .hasSameSizeAs(signature)
                .isNotEqualTo(signature);
    }

    /// The event of that place in a payload, as it is written there.
    private static String event(String payload, int at) {
        var events = payload.substring(payload.indexOf('[') + 1, payload.lastIndexOf(']'));
        return events.split("(?<=}),(?=\\{)")[at];
    }

    private String payload(List<WebhookEvent> events) {
        var form = XeroSimulator.webhookForm(office.settings);
        return withoutEntropy(text(form.sign(WebhookRequest.first("https://bridge.test/xero", events, Office.OPENED))));
    }

    private static String withoutEntropy(String payload) {
        return payload.replaceFirst("[A-Z]{20}\"}$", "");
    }

    private static String signature(String body) {
        return SignedPayload.signature(body.getBytes(StandardCharsets.UTF_8), "test_key");
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

    @Test
    void tellsOfSubscriptionsAsTheOlderPipelineDoes() {
        office.xero.tell("SUBSCRIPTION", "UPDATE", UUID.fromString("55d84274-a3da-4829-a7c0-0cab601b95cc"));

        var text = new String(office.webhooks.getLast().body(), StandardCharsets.UTF_8);
        assertThat(text).contains("\"firstEventSequence\": ");
        assertThat(text).contains("\"tenantType\":\"APPLICATION\"").doesNotContain("\"data\"");
    }
}
