package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class InvoiceAmountsTest {

    private final Office office = new Office();
    private final String acme = office.contact("Acme");

    @Test
    void computesTaxPerLineRoundedHalfUpAndThenSums() {
        var kind = Amounts.Kind.EXCLUSIVE;
        var percent = new BigDecimal("15");

        assertThat(tax(kind, "25.06", percent)).isEqualTo("3.76");
        assertThat(tax(kind, "25.61", percent)).isEqualTo("3.84");
        assertThat(tax(kind, "25.63", percent)).isEqualTo("3.84");
        assertThat(tax(kind, "76.30", percent)).isEqualTo("11.45");
    }

    @Test
    void takesTheTaxOutOfAnInclusiveAmount() {
        assertThat(tax(Amounts.Kind.INCLUSIVE, "541.25", new BigDecimal("15"))).isEqualTo("70.60");
    }

    @Test
    void showsTotalsOfExclusiveLines() {
        var invoice =
                office.invoice(acme, "DRAFT", "'LineItems':[%s,%s]".formatted(line("1", "10.03"), line("1", "10.03")));

        assertThat(invoice.path("SubTotal").decimalValue()).isEqualByComparingTo("20.06");
        assertThat(invoice.path("TotalTax").decimalValue()).isEqualByComparingTo("4.02");
        assertThat(invoice.path("Total").decimalValue()).isEqualByComparingTo("24.08");
    }

    @Test
    void showsASubTotalWithoutTaxForInclusiveLines() {
        var invoice = office.invoice(
                acme, "DRAFT", "'LineAmountTypes':'Inclusive','LineItems':[%s]".formatted(line("1", "120")));

        assertThat(invoice.path("SubTotal").asText()).isEqualTo("100.0");
        assertThat(invoice.path("TotalTax").asText()).isEqualTo("20.0");
        assertThat(invoice.path("Total").asText()).isEqualTo("120.0");
    }

    @Test
    void chargesNoTaxOnNoTax() {
        var invoice =
                office.invoice(acme, "DRAFT", "'LineAmountTypes':'NoTax','LineItems':[%s]".formatted(line("2", "50")));

        assertThat(invoice.path("TotalTax").decimalValue()).isZero();
        assertThat(invoice.path("Total").asText()).isEqualTo("100.0");
        assertThat(lineOf(invoice).path("TaxType").asText()).isEqualTo("NONE");
    }

    @Test
    void roundsUnitAmountsToTwoDecimalsUnlessAskedForFour() {
        var sent = Office.body(acme, "DRAFT", "'LineItems':[%s]".formatted(line("100", "1.2345")));

        var rounded = first(office.app.put("/Invoices", sent), "Invoices");
        var precise = first(office.app.put("/Invoices?unitdp=4", sent), "Invoices");

        assertThat(lineOf(rounded).path("UnitAmount").asText()).isEqualTo("1.23");
        assertThat(lineOf(rounded).path("LineAmount").asText()).isEqualTo("123.0");
        assertThat(lineOf(precise).path("UnitAmount").asText()).isEqualTo("1.2345");
        assertThat(lineOf(precise).path("LineAmount").asText()).isEqualTo("123.45");
    }

    @Test
    void readsFourDecimalPricesRoundedUnlessAskedForFour() {
        var id = office.invoice(acme, "DRAFT", "'LineItems':[%s]".formatted(line("1", "1.2345")))
                .path("InvoiceID")
                .asText();

        assertThat(lineOf(first(office.app.get("/Invoices/" + id), "Invoices"))
                        .path("UnitAmount")
                        .asText())
                .isEqualTo("1.23");
        assertThat(lineOf(first(office.app.get("/Invoices/" + id + "?unitdp=4"), "Invoices"))
                        .path("UnitAmount")
                        .asText())
                .isEqualTo("1.2345");
    }

    @Test
    void keepsFourDecimalsOfQuantity() {
        var invoice = office.invoice(acme, "DRAFT", "'LineItems':[%s]".formatted(line("1.33335", "3")));

        assertThat(lineOf(invoice).path("Quantity").asText()).isEqualTo("1.3334");
        assertThat(lineOf(invoice).path("LineAmount").asText()).isEqualTo("4.0");
    }

    @Test
    void takesOffDiscounts() {
        var rate = office.invoice(acme, "DRAFT", lineWith("'DiscountRate':12.5"));
        var amount = office.invoice(acme, "DRAFT", lineWith("'DiscountAmount':0.5"));

        assertThat(lineOf(rate).path("LineAmount").asText()).isEqualTo("17.5");
        assertThat(lineOf(rate).path("TaxAmount").asText()).isEqualTo("3.5");
        assertThat(rate.path("IsDiscounted").asBoolean()).isTrue();
        assertThat(lineOf(amount).path("LineAmount").asText()).isEqualTo("19.5");
    }

    @Test
    void refusesDiscountsOnBills() {
        var bill = Office.body(
                        acme,
                        "DRAFT",
                        "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':10,"
                                + "'AccountCode':'429','DiscountRate':10}]")
                .replace("ACCREC", "ACCPAY");

        assertThat(office.app.put("/Invoices", bill).status()).isEqualTo(400);
    }

    @Test
    void usesTheAccountsTaxWhenALineNamesNone() {
        var lines = "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':10,'AccountCode':'%s'}]";

        assertThat(lineOf(office.invoice(acme, "DRAFT", lines.formatted("200")))
                        .path("TaxType")
                        .asText())
                .isEqualTo("OUTPUT2");
        assertThat(lineOf(office.invoice(acme, "DRAFT", lines.formatted("270")))
                        .path("TaxType")
                        .asText())
                .isEqualTo("NONE");
    }

    @Test
    void refusesATaxAmountAboveTheUnitAmount() {
        var reply = office.app.put("/Invoices", Office.body(acme, "DRAFT", lineWith("'TaxAmount':10.01")));

        assertThat(refusal(reply)).isEqualTo("TaxAmount specified cannot be greater than the UnitAmount");
    }

    @Test
    void acceptsADescriptionOnlyLine() {
        var invoice = office.invoice(
                acme, "AUTHORISED", "'LineItems':[%s,{'Description':'Thank you'}]".formatted(line("1", "10")));

        assertThat(invoice.path("LineItems").path(1).path("LineAmount").decimalValue())
                .isZero();
        assertThat(invoice.path("Total").asText()).isEqualTo("12.0");
    }

    @Test
    void fillsALineFromItsItem() {
        office.app.post(
                "/Items",
                "{'Items':[{'Code':'SUP','Name':'Support','Description':'Support by the hour',"
                        + "'SalesDetails':{'UnitPrice':10.5,'AccountCode':'260','TaxType':'OUTPUT2'}}]}");

        var line = lineOf(office.invoice(acme, "AUTHORISED", "'LineItems':[{'ItemCode':'SUP','Quantity':2}]"));

        assertThat(line.path("Description").asText()).isEqualTo("Support by the hour");
        assertThat(line.path("LineAmount").asText()).isEqualTo("21.0");
        assertThat(line.path("AccountCode").asText()).isEqualTo("260");
        assertThat(line.path("Item").path("Code").asText()).isEqualTo("SUP");
    }

    private static String tax(Amounts.Kind kind, String amount, BigDecimal percent) {
        return Amounts.tax(kind, new BigDecimal(amount), percent, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String line(String quantity, String unitAmount) {
        return "{'Description':'x','Quantity':%s,'UnitAmount':%s,'AccountCode':'200','TaxType':'OUTPUT2'}"
                .formatted(quantity, unitAmount);
    }

    private static String lineWith(String member) {
        return "'LineItems':[{'Description':'x','Quantity':2,'UnitAmount':10,'AccountCode':'200',%s}]"
                .formatted(member);
    }

    private static JsonNode lineOf(JsonNode invoice) {
        return invoice.path("LineItems").path(0);
    }
}
