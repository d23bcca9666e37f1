package dev.quotetocash.mapping;

import static dev.quotetocash.mapping.Deals.BOOKS;
import static dev.quotetocash.mapping.Deals.GBP;
import static dev.quotetocash.mapping.Deals.SETTINGS;
import static dev.quotetocash.mapping.Deals.TODAY;
import static dev.quotetocash.mapping.Deals.line;
import static dev.quotetocash.mapping.Deals.won;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sync.Cause;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceMappingTest {

    @Test
    void mapsADealWithAFineTaxAndADiscount() {
        var lines = List.of(
                line("3", "12.3456"),
                line("2", "100", Optional.empty(), Optional.of("10"), Optional.empty()),
                line("1", "50", Optional.empty(), Optional.empty(), Optional.of("1002")));

        var mapped = mapped(won(), lines);

        assertThat(mapped.totals().subTotal().plain()).isEqualTo("267.04");
        assertThat(mapped.totals().totalTax().plain()).isEqualTo("45.91");
        assertThat(mapped.totals().total().plain()).isEqualTo("312.95");
        assertThat(mapped.content().reference()).isEqualTo("HS-512");
        assertThat(mapped.content().dueDate()).isEqualTo("2026-12-23");
        assertThat(mapped.content().lines())
                .extracting(InvoiceLine::taxType)
                .containsExactly("OUTPUT2", "OUTPUT2", "RROUTPUT");
        assertThat(mapped.content().lines().get(1).discount()).isInstanceOf(Discount.Percent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,   10,  needs a quantity above zero",
        "0,    10,  needs a quantity above zero",
        "two,  10,  needs a quantity above zero",
        "NaN,  10,  needs a quantity above zero",
        "1e999999999, 10, needs a quantity above zero",
        "1,    -5,  needs a price of zero or more",
        "1,    1.23456, more than four decimals",
        "99999999, 99999999, larger than an invoice can hold"
    })
    void blocksNumbersThatNoInvoiceCanHold(String quantity, String price, String problem) {
        var blocked = blocked(won(), List.of(line(quantity, price)));

        assertThat(blocked.reason()).contains("\"Support\"").contains(problem);
        assertThat(blocked.cause()).isEqualTo(Cause.MAPPING);
    }

    @ParameterizedTest
    @CsvSource({"11,", "-1,", "x,", ",101", ",-1", ",ten", "1,10"})
    void blocksDiscountsThatMakeNoSense(String perUnit, String percent) {
        var item = line("1", "10", Optional.ofNullable(perUnit), Optional.ofNullable(percent), Optional.empty());

        assertThat(blocked(won(), List.of(item)).reason()).contains("discount");
    }

    @Test
    void cutsALongTextWithoutHalvingACharacter() {
        assertThat(Texts.cut("abc😀", 4)).isEqualTo("abc");
        assertThat(Texts.cut("abc😀", 5)).isEqualTo("abc😀");
    }

    @Test
    void blocksATaxRateThatNobodyHasMapped() {
        var item = line("1", "10", Optional.empty(), Optional.empty(), Optional.of("4711"));

        var blocked = blocked(won(), List.of(item));

        assertThat(blocked.cause()).isEqualTo(Cause.tax("4711"));
        assertThat(blocked.reason()).contains("not linked to a tax rate in Xero");
    }

    @Test
    void blocksADealWithoutLines() {
        assertThat(blocked(won(), List.of()).reason()).isEqualTo("The deal has no line items; add what was sold.");
    }

    @Test
    void blocksACurrencyThatTheOrganisationDoesNotHave() {
        assertThat(blocked(Deals.wonIn("EUR"), List.of(line("1", "1"))).reason())
                .startsWith("Xero is not set up for EUR");
        assertThat(blocked(Deals.wonIn("doubloon"), List.of(line("1", "1"))).reason())
                .contains("not a currency code");
    }

    @Test
    void blocksAClosedAccount() {
        var closed = new Books(java.util.Set.of("400"), BOOKS.taxRates(), BOOKS.currencies());

        var mapping = InvoiceMapping.of(won(), List.of(line("1", "1")), "u", TODAY, SETTINGS, closed, GBP);

        assertThat(((InvoiceMapping.Blocked) mapping).why().cause()).isEqualTo(Cause.account("200"));
    }

    @Test
    void createsADraftEvenWhereTheInvoiceIsToBeAuthorised() {
        var settings = new MappingSettings(
                "200",
                "OUTPUT2",
                java.util.Map.of(),
                30,
                InvoiceStatus.AUTHORISED,
                LineAmounts.EXCLUSIVE,
                java.util.Set.of());

        var mapping = InvoiceMapping.of(won(), List.of(line("1", "1")), "u", TODAY, settings, BOOKS, GBP);

        assertThat(((InvoiceMapping.Mapped) mapping).content().status()).isEqualTo("DRAFT");
    }

    @Test
    void comparesTheDealsAmountWithAndWithoutTax() {
        var lines = List.of(line("1", "100"));
        var sent = InvoiceBaseline.sent(mapped(won(), lines), lines, "m");

        assertThat(InvoiceBaseline.amountDiffers(sent, Optional.of("100.00"))).isEmpty();
        assertThat(InvoiceBaseline.amountDiffers(sent, Optional.of("120"))).isEmpty();
        assertThat(InvoiceBaseline.amountDiffers(sent, Optional.empty())).isEmpty();
        assertThat(InvoiceBaseline.amountDiffers(sent, Optional.of("99.99")).orElseThrow())
                .startsWith("The deal's amount is 99.99, but its line items add up to 100.00 without tax");
    }

    private static InvoiceMapping.Mapped mapped(Deal deal, List<LineItem> lines) {
        return (InvoiceMapping.Mapped) InvoiceMapping.of(deal, lines, "u", TODAY, SETTINGS, BOOKS, GBP);
    }

    private static Unmappable blocked(Deal deal, List<LineItem> lines) {
        return ((InvoiceMapping.Blocked) InvoiceMapping.of(deal, lines, "u", TODAY, SETTINGS, BOOKS, GBP)).why();
    }
}
