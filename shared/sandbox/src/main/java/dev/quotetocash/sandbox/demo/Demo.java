package dev.quotetocash.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.Sandbox;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.people.Finance;
import dev.quotetocash.sandbox.people.Sales;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// The story of two deals, told with the real functions over real protocols. What it claims is read back from
/// both systems.
public final class Demo {

    private static final String STANDARD_TAX = "61001";
    private static final String REDUCED_TAX = "61002";
    private static final List<Sales.Line> LINES = List.of(
            new Sales.Line("Sensor head", new BigDecimal("3"), new BigDecimal("12.3456"), "", STANDARD_TAX),
            new Sales.Line("Support, one year", new BigDecimal("2"), new BigDecimal("100"), "10", STANDARD_TAX),
            new Sales.Line("Field handbook", new BigDecimal("1"), new BigDecimal("50"), "", REDUCED_TAX));

    private final Sandbox sandbox;
    private final boolean withoutLookUp;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Screen screen;
    private final Waiting waiting;
    private final Sales sales;
    private final Finance finance;
    private final Control hubspotControl;
    private final Control xeroControl;
    private final Api bridge;

    public Demo(Sandbox sandbox, boolean withoutLookUp, PrintStream out) {
        this.screen = new Screen(out);
        this.sandbox = sandbox;
        this.withoutLookUp = withoutLookUp;
        this.waiting = new Waiting(sandbox);
        var hubspot = Api.over(
                http,
                sandbox.hubspotAddress(),
                Map.of("Authorization", "Bearer " + sandbox.hubspotSettings().uiToken()));
        var xero = Api.over(
                http,
                sandbox.xeroAddress(),
                Map.of(
                        "Authorization",
                        "Bearer " + sandbox.xeroSettings().financeToken(),
                        "xero-tenant-id",
                        sandbox.xeroSettings().tenantId()));
        this.sales = new Sales(hubspot);
        this.finance = new Finance(xero);
        this.hubspotControl = new Control(hubspot);
        this.xeroControl = new Control(xero);
        this.bridge = Api.over(http, sandbox.host().address(), Map.of());
    }

    /// True if every check held. `json` is where the facts are written too.
    public boolean run(Optional<Path> json) throws IOException {
        screen.title("Quote to cash on this machine: real HTTP, SQS and DynamoDB protocols, signed webhooks,"
                + " simulated HubSpot and Xero.");
        setUp();
        var company = customer();
        var first = firstDeal(company);
        partPayment(first);
        lostWebhook(first);
        everythingAgain(List.of(first));
        var second = lostReply(company);
        everythingAgain(List.of(first, second));
        return conclude(List.of(first, second), json);
    }

    private void setUp() {
        screen.chapter("Set up and activate");
        for (var command : List.of("setup", "activate")) {
            var answer = bridge.post(
                    "/2015-03-31/functions/Operator/invocations", Api.object().put("command", command));
            answer.path("lines").forEach(line -> screen.say(line.asText()));
            screen.check(answer.path("ok").asBoolean(), "./bridge " + command);
        }
    }

    private String customer() {
        screen.chapter("Sales, in HubSpot: a company with a billing contact, a product, and a deal with three lines");
        var company = sales.company("Kestrel Instruments Ltd", "kestrel.example");
        sales.billingContact(company, "Accounts", "Payable", "ap@kestrel.example");
        return company;
    }

    private String firstDeal(String company) {
        var product = sales.product("Sensor head", "SENSOR-H", "12.3456");
        var expected = Expected.of(LINES);
        var deal = sales.deal("Kestrel: sensors", expected.subTotal().toPlainString(), company);
        sales.addLines(deal, product, LINES);
        screen.table(Expected.table(LINES));
        screen.say("must come to GBP " + expected.subTotal() + " + tax " + expected.tax() + " = " + expected.total());

        screen.chapter("The deal is won: a signed webhook, it settles, and one draft invoice is in Xero");
        sales.win(deal);
        waiting.until(() -> state(deal).equals("DRAFT"));
        var invoices = finance.invoicesOf(deal);
        screen.check(invoices.size() == 1, "one invoice carries the deal's mark");
        var invoice = invoices.getFirst();
        screen.say("Xero returns it as:");
        Api.pretty(Excerpt.of(invoice)).lines().forEach(line -> screen.say("  " + line));
        screen.check(
                amount(invoice, "SubTotal").compareTo(expected.subTotal()) == 0,
                "SubTotal equals " + expected.subTotal());
        screen.check(amount(invoice, "TotalTax").compareTo(expected.tax()) == 0, "TotalTax equals " + expected.tax());
        screen.check(
                amount(invoice, "Total").compareTo(expected.total()) == 0,
                "Total equals " + expected.total() + ", to the cent");
        screen.check(
                invoice.path("Contact").path("Name").asText().equals("Kestrel Instruments Ltd"),
                "it is billed to Kestrel Instruments Ltd");
        return deal;
    }

    private void partPayment(String deal) {
        screen.chapter("Finance, in Xero: authorises it and records a part payment");
        var invoice = finance.invoicesOf(deal).getFirst();
        finance.authorise(invoice);
        waiting.until(() -> state(deal).equals("AWAITING_PAYMENT"));
        screen.say("the deal shows AWAITING_PAYMENT");
        finance.pay(invoice, new BigDecimal("100.00"), LocalDate.now());
        waiting.until(() -> state(deal).equals("PART_PAID"));
        var shown = read(deal);
        screen.check(
                state(deal).equals("PART_PAID"),
                "the deal shows PART_PAID: paid " + shown.path("xero_paid").asText() + " of "
                        + shown.path("xero_total").asText() + ", due "
                        + shown.path("xero_due").asText());
    }

    private void lostWebhook(String deal) {
        screen.chapter("The rest is paid, and Xero's webhook is lost: the poller brings it");
        xeroControl.loseWebhooks();
        var invoice = finance.invoicesOf(deal).getFirst();
        finance.pay(invoice, amount(invoice, "AmountDue"), LocalDate.now());
        waiting.until(() -> state(deal).equals("PAID"));
        xeroControl.deliverWebhooks();
        var shown = read(deal);
        screen.check(
                state(deal).equals("PAID"),
                "the deal shows PAID: " + shown.path("xero_paid").asText() + " on "
                        + shown.path("xero_paid_on").asText());
    }

    private String lostReply(String company) {
        screen.chapter("A second deal is won, and the reply to the invoice call is lost after Xero has made it"
                + (withoutLookUp ? ", with the look-up switched off" : ""));
        var lines =
                List.of(new Sales.Line("Calibration", new BigDecimal("1.5"), new BigDecimal("240"), "", STANDARD_TAX));
        var deal =
                sales.deal("Kestrel: calibration", Expected.of(lines).subTotal().toPlainString(), company);
        sales.addLines(deal, "", lines);
        xeroControl.loseNextReply("PUT /Invoices");
        if (withoutLookUp) {
            // Xero's answer to the look-up, with nothing in it.
            var nothing =
                    Api.object().put("Status", "OK").put("DateTimeUTC", "/Date(" + System.currentTimeMillis() + ")/");
            nothing.putArray("Invoices");
            xeroControl.answer("GET /Invoices", "createdByMyApp=true", nothing);
            xeroControl.answer("GET /Invoices", "searchTerm=", nothing);
        }
        sales.win(deal);
        waiting.until(() -> state(deal).equals("DRAFT"));
        screen.check(!state(deal).isEmpty(), "the deal shows " + state(deal));
        showInvoicesOf(deal);
        return deal;
    }

    private void showInvoicesOf(String deal) {
        var invoices = finance.invoicesOf(deal);
        invoices.forEach(invoice ->
                screen.say("Xero holds " + invoice.path("InvoiceNumber").asText() + ", "
                        + invoice.path("Status").asText() + ", GBP "
                        + invoice.path("Total").asText() + ", for this deal"));
        screen.check(invoices.size() == 1, "exactly one invoice carries the deal's mark");
    }

    private void everythingAgain(List<String> deals) {
        waiting.untilQuiet();
        screen.chapter("Every webhook and every queue message so far is delivered again, twice, shuffled");
        var before = writes();
        var webhooks = hubspotControl.sendWebhooksAgain(2) + xeroControl.sendWebhooksAgain(2);
        var messages = sandbox.host().redeliver(2, new Random(deals.size()));
        waiting.untilQuiet();
        screen.say(webhooks + " webhooks, " + messages + " queue messages");
        screen.check(writes().equals(before), "nothing was written to HubSpot or Xero");
        deals.forEach(deal ->
                screen.check(finance.invoicesOf(deal).size() == 1, "still exactly one invoice for deal " + deal));
    }

    private boolean conclude(List<String> deals, Optional<Path> json) throws IOException {
        screen.chapter("Both sides, field by field");
        var facts = new Facts();
        var agree = true;
        for (var deal : deals) {
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("deal " + deal, "HubSpot", "Xero", ""));
            for (var field : Comparison.of(read(deal), finance.invoicesOf(deal).getFirst())) {
                rows.add(List.of(field.name(), field.onTheDeal(), field.inXero(), field.agrees() ? "✓" : "✗"));
                agree &= field.agrees();
                facts.field(deal, field);
            }
            screen.table(rows);
        }
        screen.check(agree, "all fields agree");
        var invoices =
                deals.stream().mapToInt(deal -> finance.invoicesOf(deal).size()).sum();
        var duplicates = invoices - deals.size();
        var ok = screen.failed().isEmpty();
        screen.failed().forEach(sentence -> screen.say("FAILED: " + sentence));
        screen.end("demo: " + deals.size() + " deals, " + invoices + " invoices, " + duplicates + " duplicates, "
                + (agree ? "all fields agree" : "fields differ"));
        if (json.isPresent()) {
            Files.writeString(
                    json.get(),
                    facts.json(deals, invoices, duplicates, agree, ok, screen, hubspotControl, xeroControl));
        }
        return ok;
    }

    private Map<String, Integer> writes() {
        var writes = new java.util.TreeMap<String, Integer>();
        hubspotControl.calls().forEach((endpoint, count) -> {
            if (!endpoint.startsWith("GET ") && !endpoint.endsWith("/read") && !endpoint.endsWith("/search")) {
                writes.put("HubSpot " + endpoint, count);
            }
        });
        xeroControl.calls().forEach((endpoint, count) -> {
            if (!endpoint.startsWith("GET ") && !endpoint.endsWith("/connect/token"))
                writes.put("Xero " + endpoint, count);
        });
        return writes;
    }

    private JsonNode read(String deal) {
        return sales.read(deal, Comparison.PROPERTIES);
    }

    private String state(String deal) {
        return read(deal).path("xero_invoice_state").asText("");
    }

    private static BigDecimal amount(JsonNode invoice, String member) {
        return invoice.path(member).decimalValue();
    }
}
