package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.people.Sales;
import dev.quotetocash.sandbox.sim.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A deal that cannot be invoiced says why, and is invoiced by itself once that is mended.
class BadInputTest {

    private final World world = World.active();

    @Test
    void asksForACustomerAndGoesOnOnceThereIsOne() {
        var deal = world.sales.deal("Nobody", "100.00", "");
        world.sales.addLines(deal, "", List.of(World.line("1", "100")));
        won(deal);
        assertParked(deal, "The deal has no company and no contact");

        world.sales.associate(deal, "companies", world.customer());
        world.pass(Duration.ofMinutes(5));

        assertInvoiced(deal);
    }

    @Test
    void asksForLineItemsAndGoesOnOnceThereAreSome() {
        var deal = world.sales.deal("Empty", "", world.customer());
        won(deal);
        assertParked(deal, "The deal has no line items");

        world.sales.addLines(deal, "", List.of(World.line("2", "10")));
        world.pass(Duration.ofMinutes(5));

        assertInvoiced(deal);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 100,     needs a quantity above zero",
        "0,  100,     needs a quantity above zero",
        "1,  1.23456, more than four decimals",
        "99999999, 99999999, larger than an invoice can hold"
    })
    void parksAnAbsurdNumberUntilItIsCorrected(String quantity, String price, String problem) {
        var deal = world.sales.deal("Absurd", "", world.customer());
        var line = world.sales.addLine(
                deal, "", new Sales.Line("Support", new BigDecimal(quantity), new BigDecimal(price), "", "61001"));
        won(deal);
        assertParked(deal, problem);

        world.sales.edit("line_items", line, Map.of("quantity", "1", "price", "100"));
        world.pass(Duration.ofMinutes(5));

        assertInvoiced(deal);
    }

    @Test
    void flagsAnAmountThatTheLinesDoNotAddUpToAndTakesTheFlagBack() {
        var deal = world.sales.deal("Typo", "1000.00", world.customer());
        world.sales.addLines(deal, "", List.of(World.line("1", "100")));
        won(deal);
        assertThat(world.finance.invoicesOf(deal)).hasSize(1);
        assertThat(world.property(deal, "xero_sync_state")).isEqualTo("needs_attention");
        assertThat(world.property(deal, "xero_sync_error"))
                .startsWith("The deal's amount is 1000.00, but its line items add up to 100.00 without tax");

        world.sales.edit("deals", deal, Map.of("amount", "100.00"));
        world.pass(Duration.ofMinutes(5));

        assertThat(world.property(deal, "xero_sync_state")).isEqualTo("ok");
        assertThat(world.property(deal, "xero_sync_error")).isEmpty();
        assertThat(world.finance.invoicesOf(deal)).hasSize(1);
    }

    @Test
    void acceptsTheUnroundedSumOfTheLines() {
        var deal = world.sales.deal("Fine prices", "37.0368", world.customer());
        world.sales.addLines(deal, "", List.of(World.line("3", "12.3456")));
        won(deal);

        assertInvoiced(deal);
    }

    @Test
    void goesOnWhenTheBadLineIsDeleted() {
        var deal = world.sales.deal("Deleted line", "", world.customer());
        world.sales.addLines(deal, "", List.of(World.line("1", "100")));
        var bad = world.sales.addLine(deal, "", World.line("0", "100"));
        won(deal);
        assertParked(deal, "needs a quantity above zero");

        world.sales.delete("line_items", bad);
        world.pass(Duration.ofMinutes(5));

        assertInvoiced(deal);
    }

    @Test
    void parksANameThatAnotherXeroContactHasUntilOneOfThemIsRenamed() {
        world.finance.contact("Kestrel Instruments Ltd");
        var company = world.customer();
        var deal = world.deal(company);
        won(deal);
        assertParked(deal, "Another contact in Xero has this customer's name");

        world.sales.edit("companies", company, Map.of("name", "Kestrel Instruments (UK) Ltd"));
        world.pass(Duration.ofMinutes(5));

        assertInvoiced(deal);
        assertThat(world.finance
                        .invoicesOf(deal)
                        .getFirst()
                        .path("Contact")
                        .path("Name")
                        .asText())
                .isEqualTo("Kestrel Instruments (UK) Ltd");
    }

    @Test
    void goesOnByItselfWhenFinanceRenamesTheOtherContact() {
        var other = world.finance.contact("Kestrel Instruments Ltd");
        var deal = world.deal(world.customer());
        won(deal);
        assertParked(deal, "Another contact in Xero has this customer's name");

        world.finance.renameContact(other, "Kestrel Instruments Pty");
        world.pass(World.RECHECK.plusMinutes(5));

        assertInvoiced(deal);
    }

    @Test
    void tellsTheRepLaterWhenHubSpotRefusesTheMessageAtFirst() {
        world.hubspot
                .faults()
                .arm(new Fault(Fault.Kind.ANSWER, "POST /crm/objects/deals/batch/update", "", 1, 429, "{}"));
        var deal = world.sales.deal("Empty", "", world.customer());
        won(deal);

        assertParked(deal, "The deal has no line items");
    }

    @Test
    void parksATaxRateThatIsNotMappedAndTriesAgainByItself() {
        var deal = world.sales.deal("Tax", "", world.customer());
        var line =
                world.sales.addLine(deal, "", new Sales.Line("Support", BigDecimal.ONE, BigDecimal.TEN, "", "69999"));
        won(deal);
        assertParked(deal, "is not linked to a tax rate in Xero");

        // The webhook of the correction is lost; the recheck finds it.
        world.hubspot.webhooks().lose(true);
        world.sales.edit("line_items", line, Map.of("hs_tax_rate_group_id", "61001"));
        world.pass(World.RECHECK.plusMinutes(5));

        assertInvoiced(deal);
    }

    @Test
    void forgetsADealThatWasReopenedWhileItWasParked() {
        var deal = world.sales.deal("Changed mind", "", world.customer());
        won(deal);
        assertParked(deal, "The deal has no line items");

        world.sales.edit("deals", deal, Map.of("dealstage", "contractsent"));
        world.pass(Duration.ofHours(2));

        assertThat(world.property(deal, "xero_sync_state")).isEmpty();
        assertThat(world.property(deal, "xero_sync_error")).isEmpty();
        assertThat(world.finance.invoicesOf(deal)).isEmpty();
    }

    @Test
    void invoicesAPersonWhereThereIsNoCompany() {
        var deal = world.sales.deal("Private", "", "");
        world.sales.associate(deal, "contacts", world.sales.contact("Robin", "Reed", "robin@reed.example"));
        world.sales.addLines(deal, "", List.of(World.line("1", "5")));
        won(deal);

        assertInvoiced(deal);
        assertThat(world.finance
                        .invoicesOf(deal)
                        .getFirst()
                        .path("Contact")
                        .path("Name")
                        .asText())
                .isEqualTo("Robin Reed");
    }

    private void won(String deal) {
        world.sales.win(deal);
        world.pass(Duration.ofMinutes(5));
    }

    private void assertParked(String deal, String reason) {
        assertThat(world.property(deal, "xero_sync_state")).isEqualTo("needs_attention");
        assertThat(world.property(deal, "xero_sync_error")).contains(reason);
        assertThat(world.finance.invoicesOf(deal)).isEmpty();
    }

    private void assertInvoiced(String deal) {
        assertThat(world.property(deal, "xero_sync_error")).isEmpty();
        assertThat(world.property(deal, "xero_sync_state")).isEqualTo("ok");
        assertThat(world.property(deal, "xero_invoice_state")).isEqualTo("DRAFT");
        assertThat(world.finance.invoicesOf(deal)).hasSize(1);
    }
}
