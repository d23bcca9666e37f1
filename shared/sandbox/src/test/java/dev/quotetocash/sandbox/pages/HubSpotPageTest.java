package dev.quotetocash.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.people.Sales.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

/// A sales rep at the page of the simulated HubSpot.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubSpotPageTest {

    private static final String OBJECTS = "/crm/objects/2026-09/";

    private Browser browser;
    private Town town;

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
    }

    @AfterEach
    void closeTown() {
        town.close();
    }

    @Test
    void createsADealWithTwoLinesAndWinsIt() {
        browser.open(town.hubspotAddress());
        browser.press("New deal");
        browser.fill("Deal name", "Kestrel: sensors");
        browser.choose("Stage", "Contract Sent");
        browser.fill("Company name", "Kestrel Instruments Ltd");
        browser.fill("First name", "Ada");
        browser.fill("E-mail", "ada@kestrel.example");
        browser.fill("Name", "Sensor head");
        browser.fill("Quantity", "3");
        browser.fill("Unit price", "12.50");
        browser.fill("Discount %", "10");
        browser.press("Add a line");
        browser.fill("Name", 1, "Calibration");
        browser.fill("Unit price", 1, "90");
        browser.press("Create deal");
        browser.see("[data-stage=contractsent] .card", "2 line items");

        browser.pick(browser.see(".card select"), "Closed Won");
        browser.see("[data-stage=closedwon] .card", "Kestrel Instruments Ltd");

        var deals = town.hubspot.get(OBJECTS + "deals?associations=companies,contacts,line_items");
        var deal = deals.at("/results/0");
        assertThat(deals.path("results")).hasSize(1);
        assertThat(deal.at("/properties/dealstage").asText()).isEqualTo("closedwon");
        assertThat(deal.at("/properties/amount").asText()).isEqualTo("123.75");
        assertThat(deal.at("/associations/companies/results")).hasSize(1);
        assertThat(deal.at("/associations/contacts/results")).hasSize(1);
        assertThat(deal.at("/associations/line items/results")).hasSize(2);
        assertThat(lineNames()).containsExactly("Sensor head", "Calibration");
        assertThat(billingOf(deal.at("/associations/companies/results/0/id").asText()))
                .contains("\"typeId\":930");
    }

    @Test
    void editsAddsAndRemovesLines() {
        var deal = dealOfOneLine();
        browser.open(town.hubspotAddress());
        browser.follow("Kestrel: sensors");
        browser.see("[data-line]");

        browser.fill("Quantity", "4");
        browser.press("Save line Sensor head");
        browser.see("[data-line] .sum", "£50.00");
        browser.fill("Name", 1, "Cable");
        browser.fill("Unit price", 1, "7");
        browser.press("Add line");
        browser.see("li:nth-child(2)[data-line] .sum", "£7.00");
        browser.press("Remove Sensor head");
        browser.seeNo("li:nth-child(2)[data-line]");

        var lines = town.hubspot
                .get(OBJECTS + "deals/" + deal + "?associations=line_items")
                .at("/associations/line items/results");
        assertThat(lines).hasSize(1);
        assertThat(lineNames()).containsExactly("Cable");
    }

    @Test
    void showsHubSpotsOwnWordsAboutAnInvalidValueAndMarksTheField() {
        dealOfOneLine();
        browser.open(town.hubspotAddress());
        browser.follow("Kestrel: sensors");
        browser.see("[data-line]");

        browser.fill("Unit price", "a lot");
        browser.press("Save line Sensor head");

        browser.see("dialog [role=alert]", "price: a lot was not a valid number.");
        assertThat(browser.field("Unit price", 0).getDomAttribute("aria-invalid"))
                .isEqualTo("true");
        assertThat(browser.field("Quantity", 0).getDomAttribute("aria-invalid")).isNull();
    }

    @Test
    void leavesNothingBehindWhenALaterPartOfANewDealIsRefused() {
        browser.open(town.hubspotAddress());
        browser.press("New deal");
        browser.fill("Deal name", "Kestrel: sensors");
        browser.fill("Company name", "Kestrel Instruments Ltd");
        browser.fill("Name", "Sensor head");
        browser.fill("Unit price", "-1");
        browser.press("Create deal");
        browser.see("dialog [role=alert]", "price cannot be negative");
        assertThat(town.hubspot.get(OBJECTS + "deals").path("results")).isEmpty();
        assertThat(town.hubspot.get(OBJECTS + "companies").path("results")).isEmpty();

        browser.fill("Unit price", "1");
        browser.press("Create deal");
        browser.see(".card", "Kestrel Instruments Ltd");
    }

    @Test
    void putsACardBackWhenTheMoveIsRefused() {
        var deal = dealOfOneLine();
        browser.open(town.hubspotAddress());
        var card = browser.see(".card select");
        town.hubspot.post("/sim/faults", Api.parse("""
                {"fault":"answer","endpoint":"PATCH /crm/objects/deals/{id}","times":1,"status":423,
                 "body":"{\\"message\\":\\"This record is locked\\"}"}"""));

        browser.pick(card, "Closed Won");

        browser.see("#notes [role=alert]", "This record is locked");
        browser.see("[data-stage=contractsent] [data-deal='" + deal + "']");
        assertThat(card.getDomProperty("value")).isEqualTo("contractsent");
    }

    @Test
    void followsWhatTheBridgeWritesAndLinksToTheSimulatedInvoice() {
        for (var name : List.of("xero_invoice_id", "xero_invoice_number", "xero_total", "xero_sync_error")) text(name);
        text("xero_invoice_state");
        var deal = dealOfOneLine();
        browser.open(town.hubspotAddress() + "/#/deals/" + deal);
        browser.see("dialog .empty", "None yet");

        town.sales.edit(
                "deals",
                deal,
                Map.of(
                        "xero_invoice_id",
                        "abc",
                        "xero_invoice_number",
                        "INV-0001",
                        "xero_invoice_state",
                        "PART_PAID",
                        "xero_total",
                        "15",
                        "xero_sync_error",
                        "Paid in part"));

        browser.see("[data-fact=State]", "PART_PAID");
        browser.see("[data-fact=Total]", "£15.00");
        browser.see("[data-fact=Message]", "Paid in part");
        assertThat(browser.see("[data-fact=Invoice] a").getDomAttribute("href"))
                .isEqualTo(town.xeroAddress() + "/#/invoices/abc");
    }

    @Test
    void linksNowhereWhereItRunsAlone() {
        try (var alone = new Town(false)) {
            browser.open(alone.hubspotAddress());
            browser.see(".column");

            assertThat(browser.ask("return document.getElementById('other').checkVisibility()"))
                    .isEqualTo(false);
            assertThat(browser.ask("return document.querySelectorAll('a.other[href]').length"))
                    .isEqualTo(0L);
        }
    }

    @Test
    void showsThePipelineThatIsChosen() {
        dealOfOneLine();
        browser.open(town.hubspotAddress());
        browser.see(".card");

        browser.choose("Pipeline", "Renewals");

        browser.see("[data-stage='98750002']", "Renewed");
        browser.seeNo(".card");
    }

    @Test
    void isLeftWithEscapeAndGivesTheFocusBack() {
        dealOfOneLine();
        browser.open(town.hubspotAddress());
        browser.see(".card a").sendKeys(Keys.ENTER);
        browser.see("dialog[open] [data-line]");

        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);

        browser.seeNo("dialog");
        browser.until(() -> Optional.of(browser.driver().switchTo().activeElement())
                .filter(focused -> focused.getText().equals("Kestrel: sensors")));
    }

    @Test
    void losesWebhooksAndCountsCalls() {
        browser.open(town.hubspotAddress());
        browser.see("#control summary").click();
        browser.see("#control code", "GET /crm/objects/deals");

        browser.press("Lose webhooks");

        browser.see("#notes", "Webhooks are lost from now on.");
    }

    private String dealOfOneLine() {
        var company = town.sales.company("Kestrel Instruments Ltd", "kestrel.example");
        var deal = town.sales.deal("Kestrel: sensors", "12.50", company);
        town.sales.addLine(deal, "", new Line("Sensor head", BigDecimal.ONE, new BigDecimal("12.50"), "", "61001"));
        return deal;
    }

    private void text(String property) {
        var body = Api.object().put("name", property).put("label", property).put("groupName", "dealinformation");
        town.hubspot.post(
                "/crm/properties/2026-09/deals", body.put("type", "string").put("fieldType", "text"));
    }

    private List<String> lineNames() {
        var lines = town.hubspot.get(OBJECTS + "line_items?properties=name").path("results");
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.at("/properties/name").asText())
                .toList();
    }

    /// The company's contacts, with the types of the associations.
    private String billingOf(String company) {
        var body = Api.object();
        body.putArray("inputs").addObject().put("id", company);
        return town.hubspot
                .post("/crm/associations/2026-09/companies/contacts/batch/read", body)
                .toString();
    }
}
