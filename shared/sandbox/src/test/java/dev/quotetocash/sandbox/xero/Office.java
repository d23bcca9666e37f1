package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookEvent;
import dev.quotetocash.sandbox.sim.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A simulator with its clock, its callers and the webhooks it sent, for a test.
final class Office {

    static final Instant OPENED = Instant.parse("2026-11-23T09:00:00.120Z");

    final XeroSettings settings;
    final XeroSimulator xero;
    final List<WebhookDelivery> webhooks = new ArrayList<>();
    private Instant now = OPENED;
    XeroCaller app;
    final XeroCaller finance;

    Office() {
        this(UnaryOperator.identity());
    }

    Office(UnaryOperator<XeroSettings> changed) {
        settings = changed.apply(XeroSettings.sandbox()
                .withWebhookUrl("https://bridge.test/xero")
                .withLimits(XeroLimits.generous()));
        InstantSource clock = () -> now;
        xero = new XeroSimulator(settings, clock, 7, this::keep);
        app = XeroCaller.app(xero, settings);
        finance = XeroCaller.finance(xero, settings);
    }

    static Office switched(UnaryOperator<XeroSwitches> changed) {
        return new Office(settings -> settings.withSwitches(changed.apply(settings.switches())));
    }

    private void keep(List<WebhookEvent> events) {
        var form = XeroSimulator.webhookForm(settings);
        webhooks.add(form.sign(WebhookRequest.first(settings.webhookUrl(), events, now)));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /// With a new token, as the old one may have run out.
    void reconnect() {
        app = XeroCaller.app(xero, settings);
    }

    String contact(String name) {
        return XeroCaller.first(app.post("/Contacts", "{'Name':'" + name + "'}"), "Contacts")
                .path("ContactID")
                .asText();
    }

    /// An approved invoice of one line at 20 %: `net` 100 is a total of 120.
    JsonNode approved(String contactId, String net) {
        return invoice(
                contactId,
                "AUTHORISED",
                "'LineItems':[{'Description':'Support','Quantity':1,'UnitAmount':" + net
                        + ",'AccountCode':'200','TaxType':'OUTPUT2'}]");
    }

    JsonNode invoice(String contactId, String status, String members) {
        return XeroCaller.first(app.put("/Invoices?unitdp=4", body(contactId, status, members)), "Invoices");
    }

    static String body(String contactId, String status, String members) {
        return "{'Invoices':[{'Type':'ACCREC','Contact':{'ContactID':'" + contactId + "'},'Status':'" + status
                + "','Date':'2026-11-22','DueDate':'2026-12-22'," + members + "}]}";
    }

    JsonNode pay(String invoiceId, String amount) {
        return XeroCaller.first(app.put("/Payments", payment(invoiceId, amount)), "Payments");
    }

    static String payment(String invoiceId, String amount) {
        return "{'Payments':[{'Invoice':{'InvoiceID':'" + invoiceId + "'},'Account':{'Code':'090'},'Date':'2026-11-22',"
                + "'Amount':" + amount + ",'Reference':'HS'}]}";
    }
}
