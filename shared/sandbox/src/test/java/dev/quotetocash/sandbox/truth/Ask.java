package dev.quotetocash.sandbox.truth;

import java.util.List;

/// A call of one endpoint and the status of its answer. `{name}` stands for a record of a
/// [furnished][Desk#furnished] desk.
record Ask(String method, String address, String body, int status) {

    private static final String LINES =
            "'LineItems':[{'Description':'Support','Quantity':2,'UnitAmount':10.5,'AccountCode':'200',"
                    + "'TaxType':'OUTPUT2'}]";

    /// What the simulator serves.
    static final List<Ask> SERVED = List.of(
            get("/Contacts"),
            get("/Contacts?page=1&pageSize=10&order=UpdatedDateUTC%20ASC&includeArchived=true"),
            get("/Contacts?where=Name%3D%3D%22Kestrel%22&summaryOnly=true&searchTerm=kes"),
            get("/Contacts?IDs={contact}"),
            get("/Contacts/{contact}"),
            get("/Contacts/hs-company-1"),
            put(
                    "/Contacts?summarizeErrors=false",
                    "{'Contacts':[{'ContactNumber':'hs-company-123','Name':'Acme Ltd','EmailAddress':'ap@acme.test',"
                            + "'Addresses':[{'AddressType':'POBOX','AddressLine1':'1 High St','City':'Leeds'}],"
                            + "'Phones':[{'PhoneType':'DEFAULT','PhoneNumber':'5551212'}],"
                            + "'ContactPersons':[{'FirstName':'A','LastName':'B','EmailAddress':'a@acme.test',"
                            + "'IncludeInEmails':true}]}]}"),
            put("/Contacts", "{'Contacts':[{'Name':'Kestrel Instruments Ltd'}]}")
                    .answered(400),
            post("/Contacts?summarizeErrors=false", "{'Contacts':[{'ContactID':'{contact}','TaxNumber':'1'}]}"),
            post("/Contacts?summarizeErrors=false", "{'Contacts':[{'Name':'Bad <'}]}"),
            post("/Contacts/{contact}", "{'Contacts':[{'ContactID':'{contact}','TaxNumber':'1'}]}"),
            get("/Invoices"),
            get("/Invoices?page=1&pageSize=10&unitdp=4&order=UpdatedDateUTC%20ASC&createdByMyApp=true"),
            get("/Invoices?IDs={invoice},{paid}&page=1&unitdp=4"),
            get("/Invoices?InvoiceNumbers=INV-0001&ContactIDs={contact}&Statuses=AUTHORISED,PAID&page=1"),
            get("/Invoices?summaryOnly=true&searchTerm=INV&includeArchived=true"),
            get("/Invoices/{invoice}?unitdp=4"),
            get("/Invoices/{paid}"),
            get("/Invoices/INV-0001"),
            get("/Invoices/{invoice}/OnlineInvoice"),
            put(
                    "/Invoices?summarizeErrors=false&unitdp=4",
                    "{'Invoices':[{'Type':'ACCREC','Contact':{'ContactID':'{contact}'},'Date':'2026-09-14',"
                            + "'DueDate':'2026-10-14','Reference':'HS-987','LineAmountTypes':'Exclusive',"
                            + "'CurrencyCode':'GBP','Status':'AUTHORISED','Url':'https://app.example/1'," + LINES
                            + "}]}"),
            put("/Invoices", "{'Invoices':[{'Type':'ACCREC','Contact':{},'Status':'DRAFT'," + LINES + "}]}")
                    .answered(400),
            post(
                    "/Invoices?summarizeErrors=false&unitdp=4",
                    "{'Invoices':[{'InvoiceID':'{invoice}','Type':'ACCREC','Status':'DELETED'}]}"),
            post("/Invoices/{draft}?unitdp=4", "{'Invoices':[{'InvoiceID':'{draft}','Status':'AUTHORISED'}]}"),
            post("/Invoices/{invoice}", "{'Invoices':[{'InvoiceID':'{invoice}','Status':'VOIDED'}]}"),
            post("/Invoices/{paid}", "{'Invoices':[{'InvoiceID':'{paid}','Status':'VOIDED'}]}")
                    .answered(400),
            get("/Payments"),
            get("/Payments?page=1&pageSize=10&where=Status%3D%3D%22AUTHORISED%22&order=UpdatedDateUTC%20ASC"),
            get("/Payments/{payment}"),
            put("/Payments?summarizeErrors=false", payments("100.00")),
            put("/Payments", payments("1000.00")).answered(400),
            post("/Payments", payment("100.00")),
            post("/Payments/{payment}", "{'Status':'DELETED'}"),
            get("/Items?unitdp=4&where=Code%3D%3D%22SUPPORT-M%22&order=Code%20ASC"),
            get("/Items/{item}"),
            get("/Items/SUPPORT-M"),
            put("/Items?summarizeErrors=false&unitdp=4", "{'Items':[{'Code':'NEW','Name':'New'}]}"),
            put("/Items", "{'Items':[{'Code':'SUPPORT-M','Name':'Again'}]}").answered(400),
            post("/Items", items("10.5")),
            post("/Items/{item}", items("11")),
            delete("/Items/{item}"),
            get("/Organisation"),
            get("/Organisation/Actions"),
            get("/Accounts?where=Type%3D%3D%22BANK%22&order=Name%20ASC"),
            get("/Accounts/{account}"),
            get("/TaxRates?where=Status%3D%3D%22ACTIVE%22&order=Name%20ASC"),
            get("/TaxRates/OUTPUT2"),
            get("/Currencies?order=Code%20ASC"),
            get("//Connections"),
            get("//connections"),
            get("/Invoices/00000000-0000-0000-0000-000000000001").answered(404),
            post("/Contacts?SummarizeErrors=false", "{'Contacts':[{'Name':'Acme Ltd'}]}"),
            put("/Invoices?allowBackorders=true", texts("'2'", "")),
            put("/Invoices", texts("2", "'dateAsDate':'2026-11-22',")),
            new Ask("GET", "/Organisation", "{}", 200));

    static Ask get(String address) {
        return new Ask("GET", address, "", 200);
    }

    static Ask put(String address, String body) {
        return new Ask("PUT", address, body, 200);
    }

    static Ask post(String address, String body) {
        return new Ask("POST", address, body, 200);
    }

    static Ask delete(String address) {
        return new Ask("DELETE", address, "", 204);
    }

    Ask answered(int expected) {
        return new Ask(method, address, body, expected);
    }

    String name() {
        return method + " " + address + (status < 300 ? "" : " -> " + status);
    }

    private static String texts(String quantity, String more) {
        return "{'Invoices':[{'Type':'ACCREC'," + more + "'Contact':{'ContactID':'{contact}'},'LineItems':["
                + "{'Description':'Support','Quantity':" + quantity + ",'UnitAmount':10.5,'AccountCode':'200'}]}]}";
    }

    private static String payments(String amount) {
        return "{'Payments':[" + payment(amount) + "]}";
    }

    private static String payment(String amount) {
        return "{'Invoice':{'InvoiceID':'{invoice}'},'Account':{'Code':'090'},'Date':'2026-11-22','Amount':" + amount
                + ",'Reference':'HS'}";
    }

    private static String items(String price) {
        return "{'Items':[{'Code':'SUPPORT-M','Name':'Support','Description':'..','SalesDetails':{'UnitPrice':" + price
                + ",'AccountCode':'200','TaxType':'OUTPUT2'}}]}";
    }
}
