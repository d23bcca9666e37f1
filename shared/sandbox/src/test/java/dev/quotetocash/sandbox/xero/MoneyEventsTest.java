package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.WebhookDelivery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoneyEventsTest {

    @Test
    void tellsOfCreditsAndOfTheInvoicesTheyAreAllocatedTo() {
        var office = new Office();
        var cashier = new Cashier(office);
        var acme = office.contact("Acme");
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();
        var note = cashier.credit(acme, "10");
        cashier.allocate("CreditNotes", note, invoice, "12");
        var over = cashier.overpayment(acme, "5");
        var pre = cashier.prepayment(acme, "5");

        assertThat(told(office))
                .containsExactly(
                        "CREATE CONTACT " + acme,
                        "CREATE INVOICE " + invoice,
                        "CREATE CREDITNOTE " + note,
                        "UPDATE CREDITNOTE " + note,
                        "UPDATE INVOICE " + invoice,
                        "CREATE OVERPAYMENT " + over,
                        "CREATE PREPAYMENT " + pre);
    }

    @Test
    void keepsQuietAboutInvoicesWhenSwitched() {
        var office = Office.switched(switches -> switches.with(Unconfirmed.PAYMENT_NOTIFIES_INVOICE, false));
        var cashier = new Cashier(office);
        var acme = office.contact("Acme");
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();
        cashier.allocate("CreditNotes", cashier.credit(acme, "10"), invoice, "12");

        assertThat(told(office)).doesNotContain("UPDATE INVOICE " + invoice);
    }

    @Test
    void tellsOfPaymentsWhenSwitched() {
        var office = Office.switched(switches -> switches.with(Unconfirmed.PAYMENT_EVENTS, true));
        var invoice =
                office.approved(office.contact("Acme"), "100").path("InvoiceID").asText();
        var payment = office.pay(invoice, "1").path("PaymentID").asText();
        office.app.post("/Payments/" + payment, "{'Status':'DELETED'}");

        assertThat(told(office)).contains("CREATE PAYMENT " + payment, "UPDATE PAYMENT " + payment);
    }

    @Test
    void givesCreditNotesTypeAndStatusAndTheOthersTheirStampToo() {
        var office = new Office();
        var cashier = new Cashier(office);
        var acme = office.contact("Acme");
        cashier.credit(acme, "10");
        cashier.overpayment(acme, "10");

        var credits = XeroState.read(office.xero.dump()).books().credits();

        assertThat(Event.of(credits.getFirst(), true).data())
                .containsExactly(Map.entry("Type", "ACCRECCREDIT"), Map.entry("Status", "AUTHORISED"));
        assertThat(Event.of(credits.getLast(), true).data())
                .containsExactly(
                        Map.entry("Type", "RECEIVE-OVERPAYMENT"),
                        Map.entry("Status", "AUTHORISED"),
                        Map.entry("UpdatedDateUTCString", "2026-11-23T09:00:00Z"));
    }

    @Test
    void tellsNothingOfARefusedElement() {
        var office = new Office();
        var acme = office.contact("Acme");
        var before = told(office).size();

        office.app.put(
                "/CreditNotes?summarizeErrors=false",
                "{'Type':'ACCRECCREDIT','Contact':{'Name':'Ghost'},'LineItems':[],'CurrencyCode':'XXX'}");

        assertThat(told(office)).hasSize(before);
        assertThat(first(office.app.get("/Contacts"), "Contacts")
                        .path("ContactID")
                        .asText())
                .isEqualTo(acme);
        assertThat(XeroCaller.json(office.app.get("/Contacts")).path("Contacts"))
                .hasSize(1);
    }

    private static List<String> told(Office office) {
        return office.webhooks.stream().map(MoneyEventsTest::told).toList();
    }

    private static String told(WebhookDelivery delivery) {
        var event = Json.parse(new String(delivery.body(), StandardCharsets.UTF_8))
                .orElseThrow()
                .at("/events/0");
        return event.path("eventType").asText() + " "
                + event.path("eventCategory").asText() + " "
                + event.path("resourceId").asText();
    }
}
