package dev.quotetocash.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceMembersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Type",
                "InvoiceID",
                "InvoiceNumber",
                "Reference",
                "AmountDue",
                "AmountPaid",
                "AmountCredited",
                "CurrencyRate",
                "Contact",
                "Contact.ContactID",
                "Contact.Name",
                "Contact.EmailAddress",
                "Date",
                "DueDate",
                "Status",
                "LineAmountTypes",
                "SubTotal",
                "TotalTax",
                "Total",
                "UpdatedDateUTC",
                "CurrencyCode",
                "FullyPaidOnDate",
                "HasAttachments",
                "Nothing"
            })
    void areThoseOfTheJson(String path) {
        for (var books : List.of(filled(false), filled(true))) {
            var view = new InvoiceView(books, 2);
            for (var invoice : books.invoicesByChange.all()) {
                var shown = Value.of(view.sought(invoice), path);
                var member = new InvoiceMembers(books, invoice, view::sought).at(path);

                assertThat(member).hasSameClassAs(shown);
                assertThat(Value.compare(member, shown)).isZero();
            }
        }
    }

    private static Books filled(boolean paid) {
        var office = new Office();
        var acme = office.contact("Acme");
        var id = office.approved(acme, "100.5").path("InvoiceID").asText();
        office.invoice(acme, "DRAFT", "'Reference':'Café','LineItems':[]");
        if (paid) office.pay(id, "120.6");
        return new Books(XeroState.read(office.xero.dump()).books());
    }
}
