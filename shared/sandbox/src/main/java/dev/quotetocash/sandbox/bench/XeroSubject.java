package dev.quotetocash.sandbox.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import dev.quotetocash.sandbox.xero.XeroLimits;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Xero with invoices of three lines for 500 contacts: pages of 100, look-ups of one by search term or by
/// reference, and one new or changed invoice, with an idempotency key and a webhook each.
final class XeroSubject implements Subject {

    private static final String BASE = "/api.xro/2.0";
    private static final int NONE = 1_000_000_000;
    private static final int BATCH = 100;
    private static final int CONTACTS = 500;
    private static final int LINES = 3;
    private static final Duration BETWEEN_BATCHES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(1);

    /// Less than the life of a token, 30 minutes.
    private static final Duration TOKEN_USE = Duration.ofMinutes(25);

    private final BenchClock clock = new BenchClock();
    private final XeroSettings settings = XeroSettings.sandbox()
            .withLimits(new XeroLimits(NONE, NONE, NONE))
            .withWebhookUrl("https://bridge.example/xero/webhooks");
    private final Caller caller;
    private final List<String> contacts = new ArrayList<>();
    private final List<String> invoices = new ArrayList<>();
    private String token = "";
    private Instant tokenUntil = BenchClock.START;
    private int keys;
    private int created;

    private XeroSubject() {
        var webhooks = new WebhookQueue(
                XeroSimulator.webhookPolicy(settings),
                XeroSimulator.webhookForm(settings),
                new SimClock(clock),
                Measurement.SEED);
        var xero = new XeroSimulator(settings, clock, Measurement.SEED, webhooks);
        caller = new Caller(new ControlledSimulator(xero, webhooks, new SimClock(clock), List.of()));
    }

    static XeroSubject empty() {
        return new XeroSubject();
    }

    @Override
    public String name() {
        return "Xero";
    }

    @Override
    public String recordsName() {
        return "invoices";
    }

    @Override
    public void load(int records) {
        loadContacts();
        while (invoices.size() < records) {
            loadBatch(Math.min(BATCH, records - invoices.size()));
            clock.pass(BETWEEN_BATCHES);
        }
    }

    @Override
    public int records() {
        return invoices.size() + created;
    }

    @Override
    public SimRequest request(Kind kind, RandomGenerator random) {
        var chosen = random.nextInt(invoices.size());
        return switch (kind) {
            case READ -> get("page=" + (1 + chosen / BATCH) + "&pageSize=" + BATCH + "&unitdp=4");
            case SEARCH ->
                get("page=1&unitdp=4&"
                        + (random.nextBoolean()
                                ? "searchTerm=" + encoded(reference(chosen))
                                : "where=" + encoded("Reference==\"" + reference(chosen) + "\"")));
            case WRITE -> random.nextBoolean() ? creation(chosen) : change(chosen, random);
        };
    }

    @Override
    public SimResponse handle(SimRequest request) {
        clock.pass(BETWEEN_REQUESTS);
        return caller.handle(request);
    }

    private SimRequest creation(int chosen) {
        var body = Api.object();
        addInvoice(body, NONE + created++, contacts.get(chosen % contacts.size()));
        return write("PUT", "/Invoices", "summarizeErrors=false&unitdp=4", body);
    }

    private SimRequest change(int chosen, RandomGenerator random) {
        var body = Api.object();
        body.putArray("Invoices")
                .addObject()
                .put("InvoiceID", invoices.get(chosen))
                .put("DueDate", "2026-12-" + (10 + random.nextInt(20)));
        return write("POST", "/Invoices/" + invoices.get(chosen), "unitdp=4", body);
    }

    private void loadContacts() {
        var body = Api.object();
        var added = body.putArray("Contacts");
        for (var at = 0; at < CONTACTS; at++) added.addObject().put("Name", "Contact " + at);
        caller.answer(write("PUT", "/Contacts", "", body))
                .path("Contacts")
                .forEach(contact -> contacts.add(contact.path("ContactID").asText()));
    }

    private void loadBatch(int size) {
        var body = Api.object();
        for (var at = 0; at < size; at++) {
            var number = invoices.size() + at;
            addInvoice(body, number, contacts.get(number % CONTACTS));
        }
        caller.answer(write("PUT", "/Invoices", "unitdp=4", body))
                .path("Invoices")
                .forEach(invoice -> invoices.add(invoice.path("InvoiceID").asText()));
    }

    private static void addInvoice(ObjectNode body, int number, String contact) {
        var invoice = body.withArray("/Invoices")
                .addObject()
                .put("Type", "ACCREC")
                .put("Status", "AUTHORISED")
                .put("Date", "2026-11-02")
                .put("DueDate", "2026-12-02")
                .put("Reference", reference(number))
                .put("LineAmountTypes", "Exclusive");
        invoice.putObject("Contact").put("ContactID", contact);
        var lines = invoice.putArray("LineItems");
        for (var at = 1; at <= LINES; at++) {
            lines.addObject()
                    .put("Description", "Line " + at)
                    .put("Quantity", at)
                    .put("UnitAmount", 10 + number % 1000)
                    .put("AccountCode", "200")
                    .put("TaxType", "OUTPUT2");
        }
    }

    private static String reference(int number) {
        return "HS-" + number;
    }

    private SimRequest get(String query) {
        return caller.request(headers(), "GET", BASE + "/Invoices", query, "");
    }

    private SimRequest write(String method, String path, String query, ObjectNode body) {
        var headers = headers();
        headers.put("idempotency-key", "bench-" + keys++);
        return caller.request(headers, method, BASE + path, query, body);
    }

    private Map<String, String> headers() {
        if (!clock.instant().isBefore(tokenUntil)) renewToken();
        var headers = new java.util.HashMap<String, String>();
        headers.put("authorization", "Bearer " + token);
        headers.put("xero-tenant-id", settings.tenantId());
        return headers;
    }

    private void renewToken() {
        var login = settings.clientId() + ":" + settings.clientSecret();
        var basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        var headers = Map.of("authorization", "Basic " + basic, "content-type", "application/x-www-form-urlencoded");
        var form = "grant_type=client_credentials&scope=" + encoded(String.join(" ", settings.scopes()));
        token = caller.answer(caller.request(headers, "POST", "/connect/token", "", form))
                .path("access_token")
                .asText();
        tokenUntil = clock.instant().plus(TOKEN_USE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
