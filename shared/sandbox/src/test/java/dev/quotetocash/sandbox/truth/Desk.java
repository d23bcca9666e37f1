package dev.quotetocash.sandbox.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.Simulator;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookEvent;
import dev.quotetocash.sandbox.sim.WebhookRequest;
import dev.quotetocash.sandbox.xero.XeroLimits;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// A Xero organisation and somebody who calls it with everything granted. Bodies are written with single quotes
/// for JSON's double ones; `{name}` in addresses and bodies stands for what was kept under that name.
final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINE =
            "{'Description':'Support','Quantity':1,'UnitAmount':100,'AccountCode':'200','TaxType':'OUTPUT2'}";

    final XeroSettings settings;
    final XeroSimulator xero;
    final List<WebhookDelivery> webhooks = new ArrayList<>();
    private Simulator api;
    private final Map<String, String> kept = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-23T09:00:00.120Z");
    private String token;

    Desk() {
        this(UnaryOperator.identity());
    }

    Desk(UnaryOperator<XeroSettings> changed) {
        settings = changed.apply(XeroSettings.sandbox()
                .withWebhookUrl("https://bridge.example/xero/webhooks")
                .withLimits(XeroLimits.generous()));
        xero = new XeroSimulator(settings, () -> now, 7, this::keep);
        api = xero;
        token = appToken();
    }

    private void keep(List<WebhookEvent> events) {
        var form = XeroSimulator.webhookForm(settings);
        webhooks.add(form.sign(WebhookRequest.first(settings.webhookUrl(), events, now)));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String token() {
        return token;
    }

    /// From now on with `watched` between the desk and Xero.
    Desk watchedBy(UnaryOperator<Simulator> watched) {
        api = watched.apply(xero);
        return this;
    }

    /// From now on as a person of finance, who has every scope.
    Desk asFinance() {
        token = settings.financeToken();
        return this;
    }

    /// From now on as the app.
    Desk asApp() {
        token = appToken();
        return this;
    }

    void keep(String name, String value) {
        kept.put(name, value);
    }

    /// Keeps a contact with a number, its approved, its drafted and its paid invoice, the payment, an item and
    /// accounts.
    Desk furnished() {
        made(
                "contact",
                "/Contacts",
                "{'Name':'Kestrel Instruments Ltd','ContactNumber':'hs-company-1',"
                        + "'EmailAddress':'ap@kestrel.example'}",
                "ContactID");
        made("invoice", "/Invoices", invoice("AUTHORISED"), "InvoiceID");
        made("draft", "/Invoices", invoice("DRAFT"), "InvoiceID");
        made("paid", "/Invoices", invoice("AUTHORISED"), "InvoiceID");
        made(
                "payment",
                "/Payments",
                "{'Invoice':{'InvoiceID':'{paid}'},'Account':{'Code':'090'},'Date':'2026-11-22','Amount':120}",
                "PaymentID");
        made(
                "item",
                "/Items",
                "{'Code':'SUPPORT-M','Name':'Support','SalesDetails':{'UnitPrice':10.5,'AccountCode':'200'}}",
                "ItemID");
        keep(
                "account",
                json(send("GET", "/Accounts")).at("/Accounts/0/AccountID").asText());
        return this;
    }

    /// Keeps, besides, what only some simulators have: credit note, quote, category, group and the like. What is
    /// not served keeps an id that is unknown.
    Desk fullyFurnished() {
        furnished().withRegions();
        var head = "'Contact':{'ContactID':'{contact}'},'Date':'2026-11-22','LineItems':[" + LINE + "]";
        made(
                "creditNote",
                "/CreditNotes",
                "{'Type':'ACCRECCREDIT','Status':'AUTHORISED'," + head + "}",
                "CreditNoteID");
        made(
                "allocation",
                "/CreditNotes/{creditNote}/Allocations",
                "{'Invoice':{'InvoiceID':'{invoice}'},'Amount':1,'Date':'2026-11-22'}",
                "AllocationID");
        made("quote", "/Quotes", "{'Status':'DRAFT'," + head + "}", "QuoteID");
        made("group", "/ContactGroups", "{'Name':'Partners'}", "ContactGroupID");
        made("member", "/ContactGroups/{group}/Contacts", "{'ContactID':'{contact}'}", "ContactID");
        made("rate", "/TaxRates", "{'Name':'Regional','TaxComponents':[{'Name':'Tax','Rate':7}]}", "TaxType");
        money("overpayment", "RECEIVE-OVERPAYMENT", "610", "OverpaymentID");
        money("prepayment", "RECEIVE-PREPAYMENT", "200", "PrepaymentID");
        return this;
    }

    /// Keeps a tracking category with one option, if they are served.
    Desk withRegions() {
        made("category", "/TrackingCategories", "{'Name':'Region'}", "TrackingCategoryID");
        made("option", "/TrackingCategories/{category}/Options", "{'Name':'North'}", "TrackingOptionID");
        return this;
    }

    private void money(String name, String type, String account, String id) {
        var body = "{'Type':'" + type + "','Contact':{'ContactID':'{contact}'},'BankAccount':{'Code':'090'},"
                + "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':50,'AccountCode':'" + account + "'}]}";
        made(name + "Received", "/BankTransactions", body, "BankTransactionID");
        keep(name, field(send("GET", "/BankTransactions/{" + name + "Received}"), id));
    }

    static String invoice(String status) {
        return "{'Type':'ACCREC','Contact':{'ContactID':'{contact}'},'Status':'" + status
                + "','Date':'2026-11-22','DueDate':'2026-12-22','LineItems':[" + LINE + "]}";
    }

    private void made(String name, String resource, String body, String id) {
        var plural = resource.substring(resource.lastIndexOf('/') + 1);
        keep(name, field(send("PUT", resource, "{'" + plural + "':[" + body + "]}"), id));
    }

    private static String field(SimResponse reply, String name) {
        return json(reply).findPath(name).asText(new UUID(0, 0).toString());
    }

    SimResponse send(Ask ask) {
        return send(ask.method(), ask.address(), ask.body());
    }

    SimResponse send(String method, String address) {
        return send(method, address, "");
    }

    SimResponse send(String method, String address, String body) {
        return send(method, address, body, Map.of());
    }

    /// `address` is below the accounting base unless it begins with a host's root `//`, where the app calls:
    /// people have no connections. `headers` replace the usual ones.
    SimResponse send(String method, String address, String body, Map<String, String> headers) {
        var all = new LinkedHashMap<String, String>();
        all.put("authorization", "Bearer " + (address.startsWith("//") ? appToken() : token));
        all.put("xero-tenant-id", settings.tenantId());
        all.put("accept", "application/json");
        if (!body.isEmpty()) all.put("content-type", "application/json");
        headers.forEach((name, value) -> all.put(name.toLowerCase(java.util.Locale.ROOT), value));
        var parts = filled(address).split("\\?", 2);
        var path = parts[0].startsWith("//") ? parts[0].substring(1) : "/api.xro/2.0" + parts[0];
        return api.handle(new SimRequest(
                method,
                path,
                parts.length > 1 ? parts[1] : "",
                all,
                (body.contains("\"") ? filled(body) : filled(body).replace('\'', '"'))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    SimResponse askForToken(String form) {
        var basic = settings.clientId() + ":" + settings.clientSecret();
        var encoded = Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
        return xero.handle(new SimRequest(
                "POST",
                "/connect/token",
                "",
                Map.of("Authorization", "Basic " + encoded, "Content-Type", "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8)));
    }

    static JsonNode json(SimResponse reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(reply.status() + " " + reply.text(), e);
        }
    }

    private String appToken() {
        return json(askForToken("grant_type=client_credentials"))
                .path("access_token")
                .asText();
    }

    private String filled(String text) {
        var filled = text;
        for (var entry : kept.entrySet()) filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        return filled;
    }
}
