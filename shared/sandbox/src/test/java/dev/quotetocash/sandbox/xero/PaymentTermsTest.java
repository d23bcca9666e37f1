package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentTermsTest {

    private final Office office = new Office();

    @Test
    void areOfSalesOrOfBills() {
        var contact = first(
                office.app.put(
                        "/Contacts",
                        "{'Name':'Acme','PaymentTerms':{'Bills':{'Day':10,'Type':'DAYSAFTERBILLDATE'},"
                                + "'Sales':{'Day':30,'Type':'DAYSAFTERBILLDATE'}}}"),
                "Contacts");

        assertThat(contact.at("/PaymentTerms/Bills/Day").asInt()).isEqualTo(10);
        assertThat(contact.at("/PaymentTerms/Sales/Day").asInt()).isEqualTo(30);
        assertThat(due("ACCREC", contact.path("ContactID").asText())).isEqualTo("2026-12-22T00:00:00");
        assertThat(due("ACCPAY", contact.path("ContactID").asText())).isEqualTo("2026-12-02T00:00:00");
    }

    private String due(String type, String contactId) {
        var body = "{'Type':'" + type + "','Contact':{'ContactID':'" + contactId
                + "'},'Date':'2026-11-22','LineItems':[]}";
        return first(office.app.put("/Invoices", body), "Invoices")
                .path("DueDateString")
                .asText();
    }
}
