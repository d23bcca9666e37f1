package dev.quotetocash.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A person in finance at the page of the simulated Xero.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XeroPageTest {

    private Browser browser;
    private Town town;
    private String contact;

    @BeforeAll
    void openBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void openTown() {
        town = new Town();
        contact = town.finance.contact("Kestrel Instruments Ltd");
    }

    @AfterEach
    void closeTown() {
        town.close();
    }

    @Test
    void authorisesAnInvoiceAndIsPaidInTwoParts() {
        var invoice = town.draft(contact, "Sensors", "100");
        browser.open(town.xeroAddress());

        browser.press("Authorise INV-0001");
        browser.see("[data-status=AUTHORISED]");
        browser.press("Pay INV-0001");
        browser.fill("Amount (GBP)", "50.5");
        browser.press("Record payment");
        browser.see("td[data-heading=Due]", "£69.50");
        browser.press("Pay INV-0001");
        assertThat(browser.field("Amount (GBP)", 0).getDomProperty("value")).isEqualTo("69.50");
        browser.press("Record payment");
        browser.see("[data-status=PAID]");

        var paid = town.invoice(invoice);
        assertThat(paid.path("Status").asText()).isEqualTo("PAID");
        assertThat(paid.path("AmountPaid").decimalValue()).isEqualByComparingTo("120");
        assertThat(paid.path("Payments")).hasSize(2);
        browser.seeNo("tbody button");
    }

    @Test
    void voidsAnInvoiceAndDeletesADraftOnlyAfterAsking() {
        var authorised = town.draft(contact, "Sensors", "100");
        var draft = town.draft(contact, "Cables", "10");
        town.finance.authorise(authorised);
        browser.open(town.xeroAddress());

        browser.press("Void INV-0001");
        browser.press("Cancel");
        browser.seeNo("dialog");
        assertThat(status(authorised)).isEqualTo("AUTHORISED");
        browser.press("Void INV-0001");
        browser.press("Void");
        browser.see("[data-status=VOIDED]");
        browser.press("Delete INV-0002");
        browser.press("Delete");
        browser.see("[data-status=DELETED]");

        assertThat(status(authorised)).isEqualTo("VOIDED");
        assertThat(status(draft)).isEqualTo("DELETED");
    }

    @Test
    void showsXerosOwnWordsAboutWhatItRefuses() {
        var invoice = town.draft(contact, "Sensors", "100");
        town.finance.authorise(invoice);
        browser.open(town.xeroAddress());
        browser.press("Pay INV-0001");

        browser.fill("Amount (GBP)", "120.01");
        browser.press("Record payment");
        browser.see("dialog [role=alert]", "Payment amount exceeds the amount outstanding on this document");
        browser.fill("Amount (GBP)", "half");
        browser.press("Record payment");
        browser.see("dialog [role=alert]", "Amount is not a number");

        assertThat(status(invoice)).isEqualTo("AUTHORISED");
    }

    @Test
    void opensAnInvoiceWithItsLinesAndTakesAPaymentBack() {
        var invoice = town.draft(contact, "Sensors", "100");
        town.finance.authorise(invoice);
        town.finance.pay(invoice, new BigDecimal("120"), LocalDate.of(2026, 11, 22));
        browser.open(town.xeroAddress());
        browser.follow("INV-0001");
        browser.see("dialog td", "Sensor head");
        browser.see("dialog [data-status=PAID]");
        assertThat(browser.see("[data-fact=Deal] a").getDomAttribute("href"))
                .isEqualTo(town.hubspotAddress() + "/#/deals/30000000001");

        browser.press("Remove the payment of 22 Nov 2026");

        browser.see("dialog [data-status=AUTHORISED]");
        browser.see("[data-fact=Due]", "£120.00");
        assertThat(status(invoice)).isEqualTo("AUTHORISED");
    }

    @Test
    void findsInvoicesByTextAndStatus() {
        town.draft(contact, "Sensors", "100");
        town.finance.authorise(town.draft(contact, "Cables", "10"));
        browser.open(town.xeroAddress());
        browser.see("[role=status]", "2 invoices");

        browser.fill("Number or reference", "cab");
        browser.see("[role=status]", "1 invoice");
        browser.see("tbody", "Cables");
        browser.fill("Number or reference", "nothing");
        browser.see("#list .empty", "Nothing fits.");
        browser.fill("Number or reference", "INV");
        browser.choose("Status", "Draft");

        browser.see("tbody", "Sensors");
        browser.see("[role=status]", "1 invoice");
    }

    @Test
    void showsInvoicesThatAppearWhileItIsOpen() {
        browser.open(town.xeroAddress());
        browser.see("#list .empty", "No invoices yet");

        town.draft(contact, "Sensors", "100");

        browser.see("tbody", "Sensors");
    }

    @Test
    void listsContacts() {
        browser.open(town.xeroAddress());
        browser.follow("Contacts");
        browser.see("tbody", "Kestrel Instruments Ltd");

        browser.fill("Name, e-mail or number", "heron");

        browser.see("#list .empty", "Nothing fits.");
    }

    @Test
    void creditsAnInvoiceInPartAndInFull() {
        var invoice = town.draft(contact, "Sensors", "100");
        town.finance.authorise(invoice);
        browser.open(town.xeroAddress());

        browser.press("Credit INV-0001");
        browser.fill("Amount (GBP)", "200");
        browser.press("Create and allocate");
        browser.see("dialog [role=alert]");
        assertThat(town.invoice(invoice).path("AmountDue").decimalValue()).isEqualByComparingTo("120");
        browser.fill("Amount (GBP)", "20");
        browser.press("Create and allocate");
        browser.see("td[data-heading=Due]", "£100.00");
        browser.press("Credit INV-0001");
        browser.press("Create and allocate");
        browser.see("[data-status=PAID]");
        browser.follow("INV-0001");
        browser.see("[data-fact=Credited]", "£120.00");

        var credited = town.invoice(invoice);
        assertThat(credited.path("AmountPaid").decimalValue()).isEqualByComparingTo("0");
        assertThat(credited.path("CreditNotes")).hasSize(2);
        assertThat(StreamSupport.stream(
                                town.xero
                                        .get("/api.xro/2.0/CreditNotes")
                                        .path("CreditNotes")
                                        .spliterator(),
                                false)
                        .map(note -> note.path("Status").asText()))
                .containsExactlyInAnyOrder("VOIDED", "PAID", "PAID");
    }

    private String status(JsonNode invoice) {
        return town.invoice(invoice).path("Status").asText();
    }
}
