package dev.quotetocash.mapping;

import static dev.quotetocash.mapping.Deals.GBP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final BigDecimal FIFTEEN = new BigDecimal("15");

    /// Xero's own worked example: docs/reference/xero-api.md, 6.1.
    @Test
    void roundsTheTaxOfEachLineAsXerosPublishedExample() {
        var lines = List.of(line("1", "25.06"), line("1", "25.61"), line("1", "25.63"));

        var totals = InvoiceTotals.of(lines, GBP, LineAmounts.EXCLUSIVE, _ -> FIFTEEN);

        assertThat(totals.totalTax().plain()).isEqualTo("11.44");
        assertThat(totals.total().plain()).isEqualTo("87.74");
        assertThat(InvoiceTotals.of(List.of(line("1", "76.30")), GBP, LineAmounts.EXCLUSIVE, _ -> FIFTEEN)
                        .totalTax()
                        .plain())
                .isEqualTo("11.45");
    }

    /// Observed on a live organisation: docs/reference/xero-api.md, 6.1.
    @Test
    void takesTheTaxOutOfInclusivePrices() {
        var totals = InvoiceTotals.of(List.of(line("1", "541.25")), GBP, LineAmounts.INCLUSIVE, _ -> FIFTEEN);

        assertThat(totals.totalTax().plain()).isEqualTo("70.60");
        assertThat(totals.subTotal().plain()).isEqualTo("470.65");
        assertThat(totals.total().plain()).isEqualTo("541.25");
    }

    @Test
    void chargesNoTaxWhereNoneApplies() {
        var totals = InvoiceTotals.of(List.of(line("2", "10")), GBP, LineAmounts.NO_TAX, _ -> FIFTEEN);

        assertThat(totals.totalTax().plain()).isEqualTo("0.00");
        assertThat(totals.total().plain()).isEqualTo("20.00");
    }

    @Test
    void keepsFourDecimalsOfAPriceUntilTheLineIsRounded() {
        assertThat(line("3", "12.3456").amount(GBP).plain()).isEqualTo("37.04");
        assertThat(line("1000", "0.0005").amount(GBP).plain()).isEqualTo("0.50");
    }

    @Test
    void takesAPercentageOffTheLine() {
        var line = new InvoiceLine(
                "x", new BigDecimal("3"), new BigDecimal("9.99"), new Discount.Percent(BigDecimal.TEN), "200", "T");

        assertThat(line.amount(GBP).plain()).isEqualTo("26.97");
    }

    @Test
    void leavesExactlyTheDiscountedUnitsWhateverTheRounding() {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++) {
            var quantity = BigDecimal.valueOf(1 + random.nextInt(100_000), 4);
            var price = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4);
            var off = price.multiply(BigDecimal.valueOf(random.nextInt(101), 2));
            var line = new InvoiceLine("x", quantity, price, new Discount.PerUnit(off), "200", "T");

            var asXeroCounts = new CurrencyAmount(
                    quantity.multiply(price).subtract(line.discountAmount(GBP).value()), GBP);

            assertThat(asXeroCounts).isEqualTo(line.amount(GBP));
            assertThat(line.amount(GBP))
                    .isEqualTo(new CurrencyAmount(price.subtract(off).multiply(quantity), GBP));
        }
    }

    @Test
    void knowsCurrenciesWithoutSmallCoins() {
        assertThat(new CurrencyAmount(new BigDecimal("100.5"), new CurrencyCode("JPY")).plain())
                .isEqualTo("101");
    }

    @Test
    void refusesToAddDifferentCurrencies() {
        assertThatThrownBy(() -> CurrencyAmount.zero(GBP).plus(CurrencyAmount.zero(new CurrencyCode("EUR"))))
                .hasMessageContaining("GBP and EUR");
    }

    @Test
    void addsUpToTheSumOfItsPartsInEveryMode() {
        var random = new Random(11);
        for (var i = 0; i < 500; i++) {
            var lines = List.of(
                    line(Integer.toString(1 + random.nextInt(50)), Integer.toString(random.nextInt(9999))),
                    line("1", BigDecimal.valueOf(random.nextInt(99_999_999), 4).toPlainString()));
            for (var mode : LineAmounts.values()) {
                var totals = InvoiceTotals.of(lines, GBP, mode, _ -> new BigDecimal("17.5"));
                assertThat(totals.subTotal().plus(totals.totalTax())).isEqualTo(totals.total());
            }
        }
    }

    private static InvoiceLine line(String quantity, String price) {
        return new InvoiceLine(
                "x", new BigDecimal(quantity), new BigDecimal(price), new Discount.None(), "200", "OUTPUT2");
    }
}
