package dev.quotetocash.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever is sent is refused or taken; nothing makes the simulator itself fail.
class OddRequestsTest {

    private static final List<String> ODD = List.of(
            "null",
            "''",
            "' '",
            "'x'",
            "'+999999999-12-31'",
            "'-999999999-01-01'",
            "'0000-01-01'",
            "'9999-12-31'",
            "'+292278994-08-18T00:00:00Z'",
            "'/Date(999999999999999+0000)/'",
            "'/Date(-999999999999999)/'",
            "'2026-02-30'",
            "'00000000-0000-0000-0000-000000000000'",
            "'ffffffff-ffff-ffff-ffff-ffffffffffff'",
            "'\\u0000\\ud800'",
            "'<a&b>'",
            "0",
            "-1",
            "1e308",
            "1e-308",
            "1e999999999",
            "-1e-999999999",
            "'1e2147483647'",
            "99999999999999999999",
            "0.00000000000000000001",
            "9".repeat(900),
            "true",
            "[]",
            "[null,1,'x',[]]",
            "{}",
            "{'ContactID':1,'InvoiceID':[],'Code':{},'Name':[1]}",
            nested(990),
            nested(998));

    private final Office office = new Office();
    private final String acme = office.contact("Acme");
    private final String invoice =
            office.approved(acme, "100").path("InvoiceID").asText();
    private final String draft = office.invoice(acme, "DRAFT", "'LineItems':[{'Description':'x'}]")
            .path("InvoiceID")
            .asText();
    private final String credit = new Cashier(office).credit(acme, "100");

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private record Sent(XeroCaller by, String method, String address, String body) {}

    private List<Sent> bodies() {
        var line =
                "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':1,'AccountCode':'200','TaxType':'OUTPUT2',"
                        + "'DiscountRate':1,'TaxAmount':0.1,'ItemCode':'','LineItemID':'" + draft
                        + "','Tracking':[{'Name':'x','Option':'y','TrackingCategoryID':'" + draft + "'}]}]";
        var head = "'Contact':{'ContactID':'" + acme + "','Name':'Acme','EmailAddress':'a@b.c','ContactNumber':'7'},"
                + "'Date':'2026-11-22','DueDate':'2026-12-22','ExpiryDate':'2026-12-22','Reference':'r',"
                + "'CurrencyCode':'USD','CurrencyRate':1.2,'LineAmountTypes':'Exclusive','Status':'DRAFT',"
                + "'Url':'https://a.b','SentToContact':true,'BrandingThemeID':'" + draft + "','RoundingAmount':0.01,"
                + "'SubTotal':1,'TotalTax':1,'Total':1,";
        var plain = line.replace("'DiscountRate':1,", "");
        var bill = plain.replace("OUTPUT2", "INPUT2").replace("'200'", "'310'");
        var approved = head.replace("DRAFT", "AUTHORISED");
        var money = "'Date':'2026-11-22','Amount':1,'BankAmount':1,'CurrencyRate':1,'Reference':'r'";
        var contact =
                "{'Name':'Beta','ContactNumber':'8','EmailAddress':'a@b.c','ContactStatus':'ACTIVE','ContactPersons':"
                        + "[{'FirstName':'A','EmailAddress':'a@b.c','IncludeInEmails':true}],'Addresses':[{'AddressType':'POBOX',"
                        + "'City':'x','Country':'y'}],'Phones':[{'PhoneType':'FAX','PhoneNumber':'1'}],'PaymentTerms':{'Sales':"
                        + "{'Day':10,'Type':'DAYSAFTERBILLDATE'},'Bills':{'Day':31,'Type':'OFFOLLOWINGMONTH'}},"
                        + "'MergedToContactID':'" + draft + "'}";
        var item =
                "{'Code':'S','Name':'S','Description':'d','IsTrackedAsInventory':true,'InventoryAssetAccountCode':'630',"
                        + "'SalesDetails':{'UnitPrice':1,'AccountCode':'200','TaxType':'OUTPUT2'},'PurchaseDetails':{'UnitPrice':1,"
                        + "'COGSAccountCode':'310','TaxType':'INPUT2'}}";
        var app = office.app;
        var finance = office.finance;
        return List.of(
                new Sent(app, "PUT", "/Invoices", "{'Type':'ACCREC','InvoiceNumber':''," + head + line + "}"),
                new Sent(app, "PUT", "/Invoices?summarizeErrors=false", "{'Type':'ACCPAY'," + head + bill + "}"),
                new Sent(app, "POST", "/Invoices", "{'InvoiceID':'" + draft + "'," + head + line + "}"),
                new Sent(app, "POST", "/Invoices/" + invoice, "{" + approved + line + "}"),
                new Sent(app, "PUT", "/CreditNotes", "{'Type':'ACCRECCREDIT'," + head + plain + "}"),
                new Sent(
                        app,
                        "POST",
                        "/CreditNotes/" + credit,
                        "{" + approved + plain.replace("'UnitAmount':1,", "'UnitAmount':100,") + "}"),
                new Sent(
                        app,
                        "PUT",
                        "/CreditNotes/" + credit + "/Allocations",
                        "{'Invoice':{'InvoiceID':'" + invoice + "'},'Amount':0.01,'Date':'2026-11-22'}"),
                new Sent(
                        app,
                        "PUT",
                        "/Quotes",
                        "{'Title':'t','Summary':'s','Terms':'t','QuoteNumber':''," + head + line + "}"),
                new Sent(
                        app,
                        "PUT",
                        "/Payments",
                        "{'Invoice':{'InvoiceID':'" + invoice + "'},'Account':{'Code':'090'},'IsReconciled':true,"
                                + money + "}"),
                new Sent(
                        app,
                        "POST",
                        "/Payments",
                        "{'CreditNote':{'CreditNoteID':'" + credit + "'},'Account':{'Code':'091'}," + money + "}"),
                new Sent(
                        app,
                        "PUT",
                        "/BatchPayments",
                        "{'Account':{'Code':'090'},'Date':'2026-11-22','Payments':[{'Invoice':{'InvoiceID':'" + invoice
                                + "'},'Amount':0.01,'BankAmount':0.01,'CurrencyRate':1}]}"),
                new Sent(
                        finance,
                        "PUT",
                        "/BankTransactions",
                        "{'Type':'RECEIVE-PREPAYMENT','BankAccount':{'Code':'090'}," + approved + plain + "}"),
                new Sent(app, "PUT", "/Contacts", contact),
                new Sent(
                        finance,
                        "POST",
                        "/Contacts/" + acme,
                        contact.replace("Beta", "Acme").replace("'8'", "'7'")),
                new Sent(app, "PUT", "/Items", item),
                new Sent(app, "PUT", "/Invoices/" + invoice + "/History", "{'Details':'x'}"),
                new Sent(
                        finance,
                        "PUT",
                        "/ContactGroups",
                        "{'Name':'G','Status':'ACTIVE','Contacts':[{'ContactID':'x'}]}"),
                new Sent(finance, "PUT", "/TrackingCategories", "{'Name':'T','Options':[{'Name':'x'}]}"),
                new Sent(finance, "PUT", "/Currencies", "{'Code':'JPY','Description':'x'}"),
                new Sent(
                        finance,
                        "PUT",
                        "/TaxRates",
                        "{'Name':'T','ReportTaxType':'OUTPUT','TaxComponents':[{'Name':'c','Rate':1,'IsCompound':true}]}"),
                new Sent(
                        finance,
                        "PUT",
                        "/Accounts",
                        "{'Code':'999','Name':'N','Type':'REVENUE','TaxType':'OUTPUT2','CurrencyCode':'GBP',"
                                + "'BankAccountNumber':'1','EnablePaymentsToAccount':true}"));
    }

    /// Without this, the next one would look at refusals only.
    @Test
    void takesTheSameWithoutWhatIsOdd() {
        var refused = bodies().stream()
                .map(sent -> sent.by().send(sent.method(), sent.address(), sent.body(), Map.of()))
                .filter(reply -> reply.status() != 200 || reply.text().contains("\"ERROR\""))
                .map(SimResponse::text);

        assertThat(refused.map(OddRequestsTest::shortened)).isEmpty();
    }

    @Test
    void answersEveryOddMember() {
        var failures = new ArrayList<String>();
        for (var sent : bodies()) {
            var whole = Json.parse(sent.body().replace('\'', '"')).orElseThrow();
            for (var odd : ODD) {
                for (var body : variants(whole, odd)) {
                    var reply = sent.by().send(sent.method(), sent.address(), body, Map.of());
                    if (reply.status() >= 500) failures.add(sent.address() + " " + body + " -> " + reply.text());
                }
            }
            if (office.app.get("/Invoices?page=1").status() != 200) failures.add("list after " + sent.address());
        }

        assertThat(failures.stream().map(OddRequestsTest::shortened)).isEmpty();
    }

    @Test
    void answersOddBodiesAsXmlToo() {
        var failures = new ArrayList<String>();
        for (var odd : ODD) {
            var reply = office.app.send(
                    "PUT", "/Contacts", "{'Name':'','1 <odd name>':" + odd + "}", Map.of("Accept", "text/xml"));
            if (reply.status() >= 500) failures.add(odd + " -> " + reply.text());
        }

        assertThat(failures.stream().map(OddRequestsTest::shortened)).isEmpty();
    }

    @Test
    void answersOddQueries() {
        var values = Stream.concat(
                ODD.stream().map(odd -> odd.replace("'", "")),
                Stream.of(
                        "99999999999",
                        "-2147483648",
                        "2147483647",
                        "Date>=DateTime(999999999,1,1)",
                        "Date>=DateTime(99999999999,1,1)",
                        "Date>=DateTime(2026.5,1,1)",
                        "Date==\"2026-11-22\"",
                        "Total==" + "9".repeat(1000),
                        "(".repeat(900) + "Total==1" + ")".repeat(900),
                        "Total==1" + " AND Total==1".repeat(130),
                        "Total DESC,Date,Contact.Name",
                        "Contact DESC",
                        ",",
                        "Date.Contains(\"x\")",
                        "Total.ToLower()==1"));
        var failures = new ArrayList<String>();
        for (var value : values.toList()) {
            for (var resource : List.of(
                    "Invoices",
                    "Contacts",
                    "CreditNotes",
                    "Payments",
                    "Items",
                    "Quotes",
                    "Overpayments",
                    "Prepayments",
                    "BatchPayments",
                    "BankTransactions",
                    "Accounts",
                    "TaxRates",
                    "Currencies",
                    "TrackingCategories",
                    "ContactGroups",
                    "Users",
                    "Organisation",
                    "BrandingThemes")) {
                for (var name : List.of(
                        "where",
                        "order",
                        "page",
                        "pageSize",
                        "IDs",
                        "InvoiceNumbers",
                        "ContactIDs",
                        "Statuses",
                        "searchTerm",
                        "summaryOnly",
                        "unitdp",
                        "DateFrom",
                        "ExpiryDateTo",
                        "ContactID",
                        "Status",
                        "QuoteNumber",
                        "References")) {
                    var address = "/" + resource + "?" + name + "=" + XeroCaller.encoded(value);
                    var reply = office.finance.get(name.equals("pageSize") ? address + "&page=1" : address);
                    if (reply.status() >= 500) failures.add(address + " -> " + reply.text());
                }
                var since = office.finance.getSince("/" + resource, value);
                if (since.status() >= 500) failures.add(resource + " since " + value + " -> " + since.text());
                var one = office.finance.get("/" + resource + "/" + XeroCaller.encoded(value));
                if (one.status() >= 500) failures.add(resource + "/" + value + " -> " + one.text());
            }
        }

        assertThat(failures.stream().map(OddRequestsTest::shortened)).isEmpty();
    }

    @Test
    void answersOddTokensAndForms() {
        for (var odd : ODD) {
            var form = "grant_type=" + odd + "&code=" + odd + "&scope=" + odd + "&client_id=" + odd;
            for (var path : List.of("/connect/token", "/connect/revocation", "/identity/connect/authorize")) {
                assertThat(raw("POST", path, Map.of("Authorization", "Basic " + odd), form))
                        .as(path + odd)
                        .isLessThan(500);
            }
            for (var path : List.of("/connections", "/connections/" + odd, XeroCaller.BASE + "/Invoices/" + odd)) {
                assertThat(raw("GET", path, Map.of("Authorization", "Bearer " + odd), ""))
                        .as(path)
                        .isLessThan(500);
                assertThat(raw("DELETE", path, Map.of("Authorization", "Bearer a." + odd + ".c"), ""))
                        .as(path)
                        .isLessThan(500);
            }
        }
    }

    private int raw(String method, String path, Map<String, String> headers, String body) {
        return office.xero
                .handle(new SimRequest(method, path, "", headers, body.getBytes(StandardCharsets.UTF_8)))
                .status();
    }

    /// The body with `odd` in the place of each of its values, one at a time; and `odd` alone.
    private static List<String> variants(JsonNode whole, String odd) {
        var json = odd.replace('\'', '"');
        var variants = new ArrayList<String>();
        variants.add(json);
        places(whole, "").forEach(place -> {
            var copy = whole.deepCopy();
            put(copy, place);
            variants.add(Json.write(copy).replace("\"HERE\"", json));
        });
        return variants;
    }

    private static List<String> places(JsonNode node, String path) {
        var all = new ArrayList<String>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                all.add(path + "/" + member.getKey());
                all.addAll(places(member.getValue(), path + "/" + member.getKey()));
            });
        }
        if (node instanceof ArrayNode array) {
            for (var at = 0; at < array.size(); at++) all.addAll(places(array.get(at), path + "/" + at));
        }
        return all;
    }

    private static void put(JsonNode whole, String place) {
        var at = place.lastIndexOf('/');
        var parent = whole.at(place.substring(0, at));
        var name = place.substring(at + 1);
        if (parent instanceof ObjectNode object) object.put(name, "HERE");
    }

    private static String shortened(String text) {
        return text.length() < 900 ? text : text.substring(0, 450) + " ... " + text.substring(text.length() - 400);
    }
}
