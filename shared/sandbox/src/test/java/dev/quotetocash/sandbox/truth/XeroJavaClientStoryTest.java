package dev.quotetocash.sandbox.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.xero.models.accounting.Invoice;
import dev.quotetocash.sandbox.Sandbox;
import dev.quotetocash.sandbox.aws.Eventually;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.people.Sales;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole stack, with Xero's own Java client as finance: it finds the invoice of a won deal, authorises it and
/// pays it, and the deal shows it.
class XeroJavaClientStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final PrintStream screen = System.out;

    @BeforeEach
    void quieten() {
        // The functions' log lines would bury the build's own.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterEach
    void restore() {
        System.setOut(screen);
    }

    @Test
    void findsAuthorisesAndPaysTheInvoiceOfAWonDeal() throws IOException {
        try (var http = HttpClient.newHttpClient();
                var sandbox = Sandbox.start(Sandbox.Options.quick(Path.of("../..")))) {
            for (var command : List.of("setup", "activate"))
                sandbox.host().invoke("Operator", "{\"command\":\"" + command + "\"}");
            var facts = sandbox.facts();
            var sales = new Sales(Api.over(
                    http, sandbox.hubspotAddress(), Map.of("Authorization", "Bearer " + facts.get("hubspotToken"))));
            var sdk = new XeroSdk(
                    sandbox.xeroAddress(),
                    sandbox.xeroSettings().financeToken(),
                    sandbox.xeroSettings().tenantId());
            var deal = won(sales);

            Eventually.holds(SOON, () -> assertThat(invoicesOf(sdk, deal)).hasSize(1));
            var invoice = invoicesOf(sdk, deal).getFirst();
            assertThat(invoice.getTotal()).isEqualTo(120.0);
            sdk.move(invoice.getInvoiceID(), Invoice.StatusEnum.AUTHORISED);
            sdk.pay(invoice.getInvoiceID(), 120.0);

            assertThat(sdk.read(invoice.getInvoiceID()).getStatus()).isEqualTo(Invoice.StatusEnum.PAID);
            Eventually.holds(
                    SOON,
                    () -> assertThat(sales.read(deal, List.of("xero_invoice_state"))
                                    .path("xero_invoice_state")
                                    .asText())
                            .isEqualTo("PAID"));
        }
    }

    private static String won(Sales sales) {
        var company = sales.company("Kestrel Instruments Ltd", "kestrel.example");
        sales.billingContact(company, "Accounts", "Payable", "ap@kestrel.example");
        var deal = sales.deal("Kestrel: support", "100.00", company);
        sales.addLine(deal, "", new Sales.Line("Support", BigDecimal.ONE, new BigDecimal("100"), "", "61001"));
        sales.win(deal);
        return deal;
    }

    private static List<Invoice> invoicesOf(XeroSdk sdk, String deal) {
        var where = "Reference==\"HS-" + deal + "\"";
        try {
            return sdk.accounting
                    .getInvoices(
                            sdk.token, sdk.tenant, null, where, null, null, null, null, null, 1, null, null, 4, null)
                    .getInvoices();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
