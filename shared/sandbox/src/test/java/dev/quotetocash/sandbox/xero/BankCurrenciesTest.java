package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/// Payments into bank accounts of a currency: the sandbox's base currency is GBP.
class BankCurrenciesTest {

    private final Office office = new Office();
    private final String acme = office.contact("Acme");

    BankCurrenciesTest() {
        bank("095", "EUR");
        bank("096", "USD");
    }

    @Test
    void takesAsMuchAsIsPaidInTheSameCurrency() {
        var payment = pay(invoice("EUR", "1.25"), "095", "'Amount':60");

        assertThat(payment.path("BankAmount").asText()).isEqualTo("60.0");
        assertThat(payment.path("CurrencyRate").asText()).isEqualTo("1.25");
    }

    @Test
    void convertsIntoAForeignAccount() {
        var payment = pay(invoice("GBP", "1"), "095", "'Amount':100,'CurrencyRate':1.2");

        assertThat(payment.path("BankAmount").asText()).isEqualTo("120.0");
        assertThat(payment.path("CurrencyRate").asText()).isEqualTo("1.2");
    }

    @Test
    void convertsBetweenTwoForeignCurrencies() {
        var perPound = office.invoice(acme, "DRAFT", "'CurrencyCode':'USD','LineItems':[]")
                .path("CurrencyRate")
                .decimalValue();

        var payment = pay(invoice("EUR", "1.25"), "096", "'Amount':100");

        assertThat(payment.path("BankAmount").decimalValue())
                .isEqualByComparingTo(perPound.multiply(new BigDecimal("80")).setScale(2, RoundingMode.HALF_UP));
    }

    @Test
    void takesTheRateFromTwoAmountsThatContradictIt() {
        var payment = pay(invoice("EUR", "1.25"), "090", "'Amount':100,'BankAmount':90,'CurrencyRate':1.5");

        assertThat(payment.path("CurrencyRate").asText()).isEqualTo("1.111111");
    }

    @Test
    void keepsSixDecimalsOfTheRate() {
        var payment = pay(invoice("EUR", "1.25"), "090", "'Amount':100,'CurrencyRate':1.12345678");

        assertThat(payment.path("CurrencyRate").asText()).isEqualTo("1.123457");
    }

    @Test
    void refusesAmountsThatAreNothingInTheBank() {
        var reply = send(invoice("EUR", "1.25"), "090", "'Amount':0.01,'CurrencyRate':9");

        assertThat(refusal(reply)).isEqualTo("Payment amount must be greater than zero");
    }

    private void bank(String code, String currency) {
        var body = "{'Code':'" + code + "','Name':'" + currency + "','Type':'BANK','BankAccountNumber':'20000012345'"
                + ",'CurrencyCode':'" + currency + "'}";
        assertThat(office.finance.put("/Accounts", body).status()).isEqualTo(200);
    }

    private String invoice(String currency, String rate) {
        var lines = "'LineItems':[" + Cashier.LINE.formatted("100") + "]";
        var members = "'CurrencyCode':'" + currency + "','CurrencyRate':" + rate + "," + lines;
        return office.invoice(acme, "AUTHORISED", members).path("InvoiceID").asText();
    }

    private JsonNode pay(String invoice, String account, String amounts) {
        return first(send(invoice, account, amounts), "Payments");
    }

    private SimResponse send(String invoice, String account, String amounts) {
        return office.app.put(
                "/Payments",
                "{'Invoice':{'InvoiceID':'" + invoice + "'},'Account':{'Code':'" + account + "'},'Date':'2026-11-22',"
                        + amounts + "}");
    }
}
