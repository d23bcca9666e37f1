package dev.quotetocash.xero;

import dev.quotetocash.mapping.CurrencyCode;
import dev.quotetocash.mapping.Discount;
import dev.quotetocash.mapping.InvoiceContent;
import dev.quotetocash.mapping.InvoiceLine;
import dev.quotetocash.mapping.LineAmounts;
import dev.quotetocash.mapping.NewInvoice;
import dev.quotetocash.sync.XeroContactId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Xero's answers as docs/reference/xero-api.md shows them, with one thing or another changed.
final class Samples {

    static final String INVOICE_ID = "11111111-0000-4000-8000-000000000001";
    static final String CONTACT_ID = "22222222-0000-4000-8000-000000000002";
    static final String URL = "https://app.hubspot.com/contacts/33/record/0-3/987#33/987/1/0";

    /// 4.3, an element of a write's answer: without AmountCredited, Payments and CreditNotes.
    static final String WRITTEN = """
            {"Type":"ACCREC","InvoiceID":"%s","InvoiceNumber":"INV-0055","Reference":"HS-987","Url":"%s",
             "Prepayments":[],"Overpayments":[],"AmountDue":24.15,"AmountPaid":0.0,"SentToContact":false,"CurrencyRate":1.0,
             "HasErrors":false,"UpdatedDateUTCString":"2026-09-14T09:29:59Z","Contact":{"ContactID":"%s","Name":"Acme Ltd"},
             "DateString":"2026-09-14T00:00:00","Date":"\\/Date(1789344000000+0000)\\/",
             "DueDateString":"2026-10-14T00:00:00","DueDate":"/Date(1791936000000+0000)/","Status":"AUTHORISED",
             "LineAmountTypes":"Exclusive","LineItems":[{"LineItemID":"l-1","Description":"Support","UnitAmount":10.5000,
               "TaxType":"OUTPUT2","TaxAmount":3.15,"LineAmount":21.0,"AccountCode":"200","Quantity":2.0,"ValidationErrors":[]}],
             "SubTotal":21.0,"TotalTax":3.15,"Total":24.15,"UpdatedDateUTC":"/Date(1789378199100+0000)/",
             "CurrencyCode":"NZD","StatusAttributeString":"OK"}
            """.formatted(INVOICE_ID, URL, CONTACT_ID).strip();

    /// A row of a paged list, part paid and part credited.
    static final String LISTED = WRITTEN.replace("\"AmountDue\":24.15,\"AmountPaid\":0.0", """
            "AmountDue":4.15,"AmountPaid":10.00,"AmountCredited":10.00,
             "Payments":[{"PaymentID":"p-1","Date":"/Date(1789344000000+0000)/","Amount":10.00,"Reference":"","HasAccount":false}],
             "CreditNotes":[{"CreditNoteID":"c-1","AppliedAmount":6.50,"Total":8.00},{"CreditNoteID":"c-2","AppliedAmount":1.00}]""");

    static final String BILL =
            "{\"Type\":\"ACCPAY\",\"InvoiceID\":\"b-1\",\"UpdatedDateUTC\":\"/Date(1789378199200+0000)/\"}";

    static final String CONTACT = """
            {"ContactID":"%s","ContactNumber":"hs-33-company-123","ContactStatus":"ACTIVE","Name":"Acme Ltd",
             "EmailAddress":"ap@acme.test","Addresses":[{"AddressType":"STREET","City":""}],
             "UpdatedDateUTC":"/Date(1789378196227+0000)/","HasValidationErrors":false,"StatusAttributeString":"OK"}
            """.formatted(CONTACT_ID).strip();

    private Samples() {}

    static String invoices(String... rows) {
        return envelope("Invoices", rows);
    }

    static String contacts(String... rows) {
        return envelope("Contacts", rows);
    }

    static String envelope(String member, String... rows) {
        return "{\"Id\":\"..\",\"Status\":\"OK\",\"ProviderName\":\"app\",\"DateTimeUTC\":\"/Date(1789378199160)/\",\""
                + member + "\":[" + String.join(",", rows) + "]}";
    }

    static NewInvoice newInvoice(Discount discount) {
        return new InvoiceContent(
                        LocalDate.parse("2026-09-14"),
                        LocalDate.parse("2026-10-14"),
                        "HS-987",
                        URL,
                        new CurrencyCode("NZD"),
                        LineAmounts.EXCLUSIVE,
                        "AUTHORISED",
                        List.of(new InvoiceLine(
                                "Support", new BigDecimal("2"), new BigDecimal("10.5000"), discount, "200", "OUTPUT2")))
                .billedTo(new XeroContactId(CONTACT_ID));
    }
}
