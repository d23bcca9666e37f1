package dev.quotetocash.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.people.Sales.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What both pages owe to everybody, in every state in which somebody may meet them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {

    private static final String DOUBLE_IDS = """
            const ids = [...document.querySelectorAll('[id]')].map(node => node.id);
            return ids.filter((id, at) => ids.indexOf(id) !== at);
            """;

    private static final String OVERFLOW_OF_DIALOG =
            "const dialog = document.querySelector('dialog'); return dialog.scrollWidth - dialog.clientWidth;";

    private Browser browser;
    private Town town;
    private String deal;
    private String invoice;

    @BeforeAll
    void open() {
        browser = Browser.start();
        town = new Town();
        deal = town.sales.deal("Kestrel: sensors", "10", town.sales.company("Kestrel Instruments Ltd", ""));
        town.sales.addLine(deal, "", new Line("Sensor head", BigDecimal.ONE, BigDecimal.TEN, "", ""));
        var contact = town.finance.contact("Kestrel Instruments Ltd");
        town.draft(contact, "A draft", "10");
        var open = town.draft(contact, "Sensors", "100");
        town.finance.authorise(open);
        town.finance.pay(open, BigDecimal.TEN, LocalDate.of(2026, 11, 22));
        invoice = open.path("InvoiceID").asText();
    }

    @AfterAll
    void close() {
        if (town != null) town.close();
        if (browser != null) browser.close();
    }

    @BeforeEach
    void forgetEarlierComplaints() {
        browser.wide();
        browser.complaints();
    }

    @Test
    void holdsForBothPages() {
        for (var dark : List.of(false, true)) {
            browser.colours(dark);
            browser.open(town.hubspotAddress()).see(".card");
            isInOrder("Deals · Simulated HubSpot");
            browser.open(town.xeroAddress()).see("tbody tr");
            browser.see("summary").click();
            isInOrder("Invoices · Simulated Xero");
            browser.open(town.xeroAddress() + "/#/contacts").see("tbody tr");
            isInOrder("Contacts · Simulated Xero");
        }
    }

    @Test
    void holdsForDialogs() {
        for (var dark : List.of(false, true)) {
            browser.colours(dark);
            browser.open(town.hubspotAddress() + "/#/deals/" + deal).see("[data-line]");
            isInOrder("Deals · Simulated HubSpot");
            browser.press("Close");
            browser.press("New deal");
            browser.see("dialog form");
            isInOrder("Deals · Simulated HubSpot");
            browser.open(town.xeroAddress() + "/#/invoices/" + invoice).see("dialog td");
            isInOrder("Invoices · Simulated Xero");
            browser.press("Pay INV-0002");
            browser.see("dialog form");
            isInOrder("Invoices · Simulated Xero");
        }
    }

    @Test
    void fitsANarrowScreen() {
        browser.narrow();
        browser.open(town.hubspotAddress()).see(".card");
        assertThat(browser.ask(Accessibility.OVERFLOW)).isEqualTo(0L);
        browser.open(town.hubspotAddress() + "/#/deals/" + deal).see("[data-line]");
        assertThat(browser.ask(OVERFLOW_OF_DIALOG)).isEqualTo(0L);
        browser.open(town.xeroAddress()).see("tbody tr");
        assertThat(browser.ask(Accessibility.OVERFLOW)).isEqualTo(0L);
        browser.open(town.xeroAddress() + "/#/invoices/" + invoice).see("dialog td");
        assertThat(browser.ask(OVERFLOW_OF_DIALOG)).isEqualTo(0L);
    }

    private void isInOrder(String title) {
        assertThat(browser.driver().getTitle()).isEqualTo(title);
        assertThat(browser.ask("return document.documentElement.lang")).isEqualTo("en");
        for (var one : List.of("main", "h1", "header", "nav[aria-label=Simulators]"))
            assertThat(browser.ask("return document.querySelectorAll('" + one + "').length"))
                    .as(one)
                    .isEqualTo(1L);
        assertThat(browser.ask(Accessibility.NAMELESS)).isEqualTo(List.of());
        assertThat(browser.ask(DOUBLE_IDS)).isEqualTo(List.of());
        assertThat(browser.ask(Accessibility.FAINT)).isEqualTo(List.of());
        assertThat(browser.complaints()).isEmpty();
    }
}
