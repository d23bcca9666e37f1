package dev.quotetocash.sandbox.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.people.Finance;
import dev.quotetocash.sandbox.people.Sales;
import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.SimServer;
import dev.quotetocash.sandbox.sim.WebhookPolicy;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import dev.quotetocash.sandbox.xero.XeroLimits;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Both simulators with their pages on free ports, nothing between them, and the people's own way to them.
final class Town implements AutoCloseable {

    private static final long SEED = 7;

    private final SimClock clock = new SimClock(() -> Instant.parse("2026-11-23T09:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final SimServer hubspotServer;
    private final SimServer xeroServer;
    final Api hubspot;
    final Api xero;
    final Sales sales;
    final Finance finance;

    Town() {
        this(true);
    }

    /// Each for itself when they do not know each other.
    Town(boolean acquainted) {
        var portal = HubSpotSettings.sandbox();
        var books = XeroSettings.sandbox().withLimits(XeroLimits.generous());
        var hubspotWebhooks =
                new WebhookQueue(WebhookPolicy.hubspot(10), HubSpotSimulator.webhookForm(portal), clock, SEED);
        var hubspotSim = new HubSpotSimulator(portal, clock, SEED, hubspotWebhooks);
        hubspotServer = new SimServer(
                new Pages(
                        new ControlledSimulator(hubspotSim, hubspotWebhooks, clock, List.of()),
                        "hubspot",
                        () -> Map.of(
                                "token", portal.uiToken(), "tenant", "", "other", acquainted ? xeroAddress() : "")),
                0);
        var xeroWebhooks = new WebhookQueue(
                XeroSimulator.webhookPolicy(books), XeroSimulator.webhookForm(books), clock, SEED);
        var xeroSim = new XeroSimulator(books, clock, SEED, xeroWebhooks);
        xeroServer = new SimServer(
                new Pages(
                        new ControlledSimulator(xeroSim, xeroWebhooks, clock, List.of()),
                        "xero",
                        () -> Map.of(
                                "token",
                                books.financeToken(),
                                "tenant",
                                books.tenantId(),
                                "other",
                                acquainted ? hubspotAddress() : "")),
                0);
        hubspot = Api.over(http, hubspotAddress(), Map.of("Authorization", "Bearer " + portal.uiToken()));
        xero = Api.over(http, xeroAddress(), Map.of("Authorization", "Bearer " + books.financeToken()));
        sales = new Sales(hubspot);
        finance = new Finance(xero);
    }

    String hubspotAddress() {
        return hubspotServer.address();
    }

    String xeroAddress() {
        return xeroServer.address();
    }

    /// One line at 20 %: `net` 100 is a total of 120.
    JsonNode draft(String contactId, String reference, String net) {
        return xero.put("/api.xro/2.0/Invoices", Api.parse("""
                        {"Invoices":[{"Type":"ACCREC","Contact":{"ContactID":"%s"},"Date":"2026-11-20","DueDate":"2099-12-20",
                         "Reference":"%s","Url":"https://app.hubspot.com/contacts/33000033/record/0-3/30000000001/1/",
                         "LineItems":[{"Description":"Sensor head","Quantity":1,"UnitAmount":%s,"AccountCode":"200","TaxType":"OUTPUT2"}]}]}
                        """.formatted(contactId, reference, net)))
                .at("/Invoices/0");
    }

    /// As it is now.
    JsonNode invoice(JsonNode known) {
        return xero.get("/api.xro/2.0/Invoices/" + known.path("InvoiceID").asText())
                .at("/Invoices/0");
    }

    @Override
    public void close() {
        hubspotServer.close();
        xeroServer.close();
        http.close();
    }
}
