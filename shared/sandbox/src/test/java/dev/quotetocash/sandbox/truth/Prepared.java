package dev.quotetocash.sandbox.truth;

import static dev.quotetocash.sandbox.truth.Ask.delete;
import static dev.quotetocash.sandbox.truth.Ask.get;
import static dev.quotetocash.sandbox.truth.Ask.post;
import static dev.quotetocash.sandbox.truth.Ask.put;

import java.util.List;
import java.util.stream.Stream;

/// Calls of endpoints that the bridge does not use yet. The records are those of a [fully
/// furnished][Desk#fullyFurnished] desk.
final class Prepared {

    private static final String HEAD =
            "'Contact':{'ContactID':'{contact}'},'Date':'2026-11-22','LineItems':[{'Description':'Support',"
                    + "'Quantity':1,'UnitAmount':100,'AccountCode':'200','TaxType':'OUTPUT2'}]";
    private static final String ALLOCATIONS =
            "{'Allocations':[{'Invoice':{'InvoiceID':'{invoice}'},'Amount':10.0,'Date':'2026-11-22'}]}";
    private static final String CONTACTS = "{'Contacts':[{'ContactID':'{contact}'}]}";
    private static final String NOTE = "{'HistoryRecords':[{'Details':'Called them'}]}";
    private static final String RECEIVED =
            "'Contact':{'ContactID':'{contact}'},'BankAccount':{'Code':'090'},'LineItems':[{'Description':'x',"
                    + "'Quantity':1,'UnitAmount':50,'AccountCode':'200'}]";

    static final List<Ask> ASKS = Stream.of(
                    credit(), overpaymentsAndPrepayments(), bank(), quotes(), settings(), groups(), documents())
            .flatMap(List::stream)
            .toList();

    private Prepared() {}

    private static List<Ask> credit() {
        return List.of(
                get("/CreditNotes"),
                get("/CreditNotes?page=1&pageSize=10&unitdp=4&where=Status%3D%3D%22AUTHORISED%22"
                        + "&order=UpdatedDateUTC%20ASC"),
                get("/CreditNotes/{creditNote}"),
                put(
                        "/CreditNotes?summarizeErrors=false&unitdp=4",
                        "{'CreditNotes':[{'Type':'ACCRECCREDIT'," + HEAD + "}]}"),
                post("/CreditNotes", "{'CreditNotes':[{'CreditNoteID':'{creditNote}','Reference':'HS-1'}]}"),
                post("/CreditNotes/{creditNote}", "{'CreditNotes':[{'CreditNoteID':'{creditNote}','Reference':'x'}]}"),
                put("/CreditNotes/{creditNote}/Allocations?summarizeErrors=false", ALLOCATIONS),
                delete("/CreditNotes/{creditNote}/Allocations/{allocation}").answered(200),
                get("/CreditNotes/{creditNote}/History"),
                put("/CreditNotes/{creditNote}/History", NOTE));
    }

    private static List<Ask> overpaymentsAndPrepayments() {
        return List.of(
                get("/Overpayments"),
                get("/Overpayments?page=1&pageSize=10&unitdp=4&order=UpdatedDateUTC%20ASC"),
                get("/Overpayments/{overpayment}"),
                put("/Overpayments/{overpayment}/Allocations", ALLOCATIONS),
                get("/Overpayments/{overpayment}/History"),
                get("/Prepayments"),
                get("/Prepayments?page=1&pageSize=10&unitdp=4&order=UpdatedDateUTC%20ASC"),
                get("/Prepayments/{prepayment}"),
                put("/Prepayments/{prepayment}/Allocations", ALLOCATIONS),
                get("/Prepayments/{prepayment}/History"));
    }

    private static List<Ask> bank() {
        return List.of(
                get("/BankTransactions"),
                get("/BankTransactions?page=1&pageSize=10&unitdp=4"),
                get("/BankTransactions/{overpaymentReceived}"),
                put("/BankTransactions", "{'BankTransactions':[{'Type':'RECEIVE'," + RECEIVED + "}]}"),
                get("/BatchPayments"),
                put(
                        "/BatchPayments",
                        "{'BatchPayments':[{'Account':{'AccountID':'{account}'},'Date':'2026-11-22',"
                                + "'Payments':[{'Invoice':{'InvoiceID':'{invoice}'},'Amount':10.0}]}]}"));
    }

    private static List<Ask> quotes() {
        return List.of(
                get("/Quotes"),
                get("/Quotes?page=1&Status=DRAFT&ContactID={contact}&DateFrom=2026-11-01&order=Date%20ASC"),
                get("/Quotes/{quote}"),
                put("/Quotes?summarizeErrors=false", "{'Quotes':[{'Status':'DRAFT'," + HEAD + "}]}"),
                post("/Quotes", "{'Quotes':[{'QuoteID':'{quote}','Status':'SENT'," + HEAD + "}]}"),
                post("/Quotes/{quote}", "{'Quotes':[{'QuoteID':'{quote}','Status':'SENT'," + HEAD + "}]}"),
                get("/Quotes/{quote}/History"),
                put("/Quotes/{quote}/History", NOTE));
    }

    private static List<Ask> settings() {
        return List.of(
                get("/TrackingCategories"),
                get("/TrackingCategories?where=Status%3D%3D%22ACTIVE%22&order=Name%20ASC&includeArchived=true"),
                get("/TrackingCategories/{category}"),
                put("/TrackingCategories", "{'Name':'Department'}"),
                post("/TrackingCategories/{category}", "{'Name':'Area'}"),
                put("/TrackingCategories/{category}/Options", "{'Name':'South'}"),
                post("/TrackingCategories/{category}/Options/{option}", "{'Name':'East'}"),
                delete("/TrackingCategories/{category}/Options/{option}").answered(200),
                delete("/TrackingCategories/{category}").answered(200),
                get("/BrandingThemes"),
                get("/InvoiceReminders/Settings"),
                put("/Accounts", "{'Code':'205','Name':'Licences','Type':'REVENUE'}"),
                post("/Accounts/{account}", "{'Accounts':[{'AccountID':'{account}','Name':'Current Account'}]}"),
                put("/TaxRates", rate()),
                post("/TaxRates", "{'TaxRates':[{'TaxType':'{rate}','Name':'County'}]}"),
                put("/Currencies", "{'Code':'NZD'}"),
                get("/Users"));
    }

    private static String rate() {
        return "{'TaxRates':[{'Name':'Local','TaxComponents':[{'Name':'Tax','Rate':7}],'ReportTaxType':'OUTPUT'}]}";
    }

    private static List<Ask> groups() {
        return List.of(
                get("/ContactGroups?order=Name%20ASC"),
                get("/ContactGroups/{group}"),
                put("/ContactGroups", "{'ContactGroups':[{'Name':'VIP'}]}"),
                post("/ContactGroups/{group}", "{'ContactGroups':[{'ContactGroupID':'{group}','Name':'Friends'}]}"),
                put("/ContactGroups/{group}/Contacts", CONTACTS),
                delete("/ContactGroups/{group}/Contacts/{contact}"),
                delete("/ContactGroups/{group}/Contacts"));
    }

    private static List<Ask> documents() {
        return List.of(
                get("/Invoices/{invoice}/History"),
                put("/Invoices/{invoice}/History", NOTE),
                post("/Invoices/{invoice}/Email", "{}").answered(204),
                get("/Invoices/{invoice}/Attachments"),
                get("/Contacts/{contact}/History"),
                put("/Contacts/{contact}/History", NOTE),
                get("/Contacts/{contact}/Attachments"),
                get("/Items/{item}/History"),
                get("/Payments/{payment}/History"));
    }
}
