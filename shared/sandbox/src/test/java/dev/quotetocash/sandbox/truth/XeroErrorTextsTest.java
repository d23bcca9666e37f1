package dev.quotetocash.sandbox.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.xero.XeroSwitches;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every line of the table of texts in reference/xero-api.md, 9.4, provoked through the public API and word for
/// word.
class XeroErrorTextsTest {

    private static final String LINE =
            "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':10,'AccountCode':'200'}]";

    private final Desk desk = new Desk().asFinance().furnished();

    @Test
    void wrongStatusForAnEdit() {
        assertThat(refusals(desk.send("POST", "/Invoices/{invoice}", "{'Status':'DELETED'}")))
                .containsExactly("Invoice not of valid status for modification");
    }

    @Test
    void voidWithMoneyApplied() {
        assertThat(refusals(desk.send("POST", "/Invoices/{paid}", "{'Status':'VOIDED'}")))
                .containsExactly("The status VOIDED cannot be applied to the invoice because it has payments or credit"
                        + " notes allocated to it.");
    }

    @Test
    void editWithMoneyApplied() {
        desk.send("PUT", "/Payments", payment("20"));

        assertThat(refusals(desk.send("POST", "/Invoices/{invoice}", "{" + LINE + "}")))
                .containsExactly("This document cannot be edited as it has a payment or credit note allocated to it.");
    }

    @Test
    void invoiceNumberTaken() {
        assertThat(refused("'InvoiceNumber':'INV-0001','Contact':{'ContactID':'{contact}'}," + LINE))
                .containsExactly("Invoice # must be unique.");
    }

    @Test
    void approvalLimit() {
        var legacy = new Desk(settings ->
                        settings.withSwitches(XeroSwitches.suggested().withApprovalsPerMonth(2)))
                .furnished();

        assertThat(refusals(legacy.send("POST", "/Invoices/{draft}", "{'Status':'AUTHORISED'}")))
                .containsExactly("You have reached the limit of invoices you can approve");
    }

    @Test
    void lockDate() {
        desk.xero.lockPeriod(LocalDate.of(2026, 10, 31));
        var dated = "'Date':'2026-10-31','Contact':{'ContactID':'{contact}'}," + LINE;

        assertThat(refused(dated))
                .singleElement()
                .asString()
                .startsWith("The document date cannot be before the period lock date, currently set at ");
    }

    @Test
    void paymentTooLarge() {
        assertThat(refusals(desk.send("PUT", "/Payments", payment("120.01"))))
                .containsExactly("Payment amount exceeds the amount outstanding on this document");
    }

    @Test
    void archivedContact() {
        desk.send("POST", "/Contacts/{contact}", "{'ContactStatus':'ARCHIVED'}");
        var app = "{'Contacts':[{'ContactID':'{contact}','TaxNumber':'1'}]}";

        assertThat(refusals(desk.asApp().send("POST", "/Contacts", app)))
                .containsExactly("The specified contact details matched an archived contact. Archived contacts cannot"
                        + " currently be edited via the API.");
    }

    @Test
    void contactNotIdentified() {
        assertThat(refused("'Contact':{'EmailAddress':'ap@acme.test'}," + LINE))
                .containsExactly(
                        "The Contact must contain at least 1 of the following elements to identify the contact:"
                                + " Name, ContactID, ContactNumber");
    }

    @Test
    void itemCodeTaken() {
        desk.send("PUT", "/Items", "{'Items':[{'Code':'abc','Name':'x'}]}");

        assertThat(refusals(desk.send("PUT", "/Items", "{'Items':[{'Code':'abc','Name':'y'}]}")))
                .containsExactly("Price List Item with Code 'abc' already exists");
    }

    @Test
    void taxTypeAndAccount() {
        var line = LINE.replace("'200'", "'200','TaxType':'INPUT2'");

        assertThat(refused("'Contact':{'ContactID':'{contact}'}," + line))
                .containsExactly("The TaxType code 'INPUT2' cannot be used with account code '200'");
    }

    @Test
    void accountGone() {
        assertThat(refused("'Contact':{'ContactID':'{contact}'}," + LINE.replace("'200'", "'476'")))
                .containsExactly("Account code '476' has been removed as it does not match a recognised account.");
    }

    @Test
    void currency() {
        var unknown = "'CurrencyCode':'CHF','Contact':{'ContactID':'{contact}'}," + LINE;

        assertThat(refused(unknown)).containsExactly("Organisation is not subscribed to currency CHF");
    }

    @Test
    void scopeOutsideTheApp() {
        var reply = desk.askForToken("grant_type=client_credentials&scope=accounting.journals.read");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(Desk.json(reply).path("error").asText()).isEqualTo("invalid_scope");
        assertThat(Desk.json(reply).path("error_description").asText()).isEqualTo("Invalid scope for client");
    }

    private List<String> refused(String members) {
        return refusals(desk.send(
                "PUT", "/Invoices", "{'Invoices':[{'Type':'ACCREC','Status':'AUTHORISED'," + members + "}]}"));
    }

    private static String payment(String amount) {
        return "{'Payments':[{'Invoice':{'InvoiceID':'{invoice}'},'Account':{'Code':'090'},'Date':'2026-11-22','Amount':"
                + amount + "}]}";
    }

    private static List<String> refusals(SimResponse reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        return Desk.json(reply).at("/Elements/0/ValidationErrors").findValuesAsText("Message");
    }
}
