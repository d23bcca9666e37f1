package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;

/// Makes and uses credits in an [Office], for a test. Bank transactions need finance's scope.
record Cashier(Office office) {

    static final String LINE =
            "{'Description':'Support','Quantity':1,'UnitAmount':%s,'AccountCode':'200','TaxType':'OUTPUT2'}";

    static String note(String contactId, String status, String members) {
        return "{'CreditNotes':[{'Type':'ACCRECCREDIT','Contact':{'ContactID':'" + contactId + "'},'Status':'" + status
                + "','Date':'2026-11-22'," + members + "}]}";
    }

    /// An approved credit note of one line at 20 %: `net` 100 is a total of 120.
    String credit(String contactId, String net) {
        var body = note(contactId, "AUTHORISED", "'LineItems':[" + LINE.formatted(net) + "]");
        return first(office.app.put("/CreditNotes", body), "CreditNotes")
                .path("CreditNoteID")
                .asText();
    }

    String overpayment(String contactId, String amount) {
        return bank(contactId, "RECEIVE-OVERPAYMENT", "{'Description':'Too much','LineAmount':" + amount + "}")
                .path("OverpaymentID")
                .asText();
    }

    String prepayment(String contactId, String net) {
        return bank(contactId, "RECEIVE-PREPAYMENT", LINE.formatted(net))
                .path("PrepaymentID")
                .asText();
    }

    JsonNode bank(String contactId, String type, String line) {
        return first(office.finance.put("/BankTransactions", transaction(contactId, type, line)), "BankTransactions");
    }

    static String transaction(String contactId, String type, String line) {
        return "{'BankTransactions':[{'Type':'" + type + "','Contact':{'ContactID':'" + contactId
                + "'},'BankAccount':{'Code':'090'},'Date':'2026-11-22','Reference':'Ref " + type + "','LineItems':["
                + line + "]}]}";
    }

    SimResponse allocate(String resource, String creditId, String invoiceId, String amount) {
        return office.app.put("/" + resource + "/" + creditId + "/Allocations", allocation(invoiceId, amount));
    }

    static String allocation(String invoiceId, String amount) {
        return "{'Allocations':[{'Invoice':{'InvoiceID':'" + invoiceId + "'},'Amount':" + amount
                + ",'Date':'2026-11-22'}]}";
    }

    SimResponse refund(String singular, String creditId, String amount) {
        return office.app.put(
                "/Payments",
                "{'" + singular + "':{'" + singular + "ID':'" + creditId
                        + "'},'Account':{'Code':'090'},'Date':'2026-11-22','Amount':" + amount + "}");
    }

    JsonNode read(String resource, String id) {
        return first(office.finance.get("/" + resource + "/" + id), resource);
    }
}
