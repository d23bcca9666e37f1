package dev.quotetocash.sandbox.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.Sandbox;
import dev.quotetocash.sandbox.aws.Eventually;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.people.Finance;
import dev.quotetocash.sandbox.people.Sales;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The whole stack over HTTP, not connected to anything at first: what a person does with a browser, and then a
/// deal that becomes an invoice. Nothing that is secret comes to light on the way.
class ConnectByHandTest {

    private static final Path ROOT = Path.of("../..");
    private static final PrintStream SCREEN = System.out;
    private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        System.setOut(new PrintStream(LOG, true, StandardCharsets.UTF_8));
        sandbox = Sandbox.start(Sandbox.Options.quick(ROOT).withConsent());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        System.setOut(SCREEN);
    }

    @Test
    void leadsFromNothingToAnInvoice() throws Exception {
        var person = new Clicking();
        assertThat(operator("setup")).contains("HubSpot does not answer");
        var said = operator("connect");
        var link = said.replaceFirst(".*\"(http[^\"]+)\".*", "$1");
        assertThat(link).startsWith(sandbox.host().publicAddress() + "/connect?code=");

        person.open(link);
        person.press("Continue");
        assertThat(person.page()).contains("<h2>HubSpot</h2>", "<h2>Xero</h2>", "Not connected.");
        assertThat(person.address()).isEqualTo(sandbox.host().publicAddress() + "/connect");
        person.press("Connect HubSpot");
        assertThat(person.address()).startsWith(sandbox.hubspotAddress() + "/oauth/authorize?");
        person.press("Allow");
        assertThat(person.address()).isEqualTo(sandbox.host().publicAddress() + "/connect");
        assertThat(person.page()).contains("Connect HubSpot again", "Connect Xero<");
        person.press("Connect Xero");
        assertThat(person.address()).startsWith(sandbox.xeroAddress() + "/identity/connect/authorize?");
        person.press("Cancel");
        assertThat(person.page()).contains("Not connected", "Nothing was stored: on Xero's page you said no.");
        person.press("Connect Xero again");
        person.press("Allow access");
        assertThat(person.page()).contains("Connect Xero again", "What is next").doesNotContain("Not connected");
        var previewed = new Clicking();
        previewed.open(link);
        assertThat(previewed.page()).contains("This link is no longer good");

        assertThat(operator("setup")).contains("\"ok\":true", "19 created");
        assertThat(operator("activate")).contains("\"ok\":true");
        aWonDealBecomesAnInvoice();

        assertThat(LOG.toString(StandardCharsets.UTF_8)).contains("connected by consent");
        assertThat(secrets(person, link)).hasSizeGreaterThanOrEqualTo(14).allSatisfy(secret -> {
            assertThat(LOG.toString(StandardCharsets.UTF_8)).doesNotContain(secret);
            assertThat(person.pagesOf(sandbox.host().publicAddress()).stream().filter(page -> page.contains(secret)))
                    .as("pages with a secret")
                    .isEmpty();
        });
    }

    private static void aWonDealBecomesAnInvoice() {
        try (var http = HttpClient.newHttpClient()) {
            var sales = new Sales(Api.over(
                    http,
                    sandbox.hubspotAddress(),
                    Map.of(
                            "Authorization",
                            "Bearer " + sandbox.hubspotSettings().uiToken())));
            var finance = new Finance(Api.over(
                    http,
                    sandbox.xeroAddress(),
                    Map.of("Authorization", "Bearer " + sandbox.xeroSettings().financeToken())));
            var deal = sales.deal("Kestrel", "100", sales.company("Kestrel Instruments Ltd", "kestrel.example"));
            sales.addLine(deal, "", new Sales.Line("Support", BigDecimal.ONE, new BigDecimal("100"), "", "61001"));
            sales.win(deal);

            Eventually.holds(Duration.ofSeconds(60), () -> {
                assertThat(finance.invoicesOf(deal)).hasSize(1);
                assertThat(sales.read(deal, List.of("xero_sync_state"))
                                .path("xero_sync_state")
                                .asText())
                        .isEqualTo("ok");
            });
        }
    }

    /// All that nobody but its owner may see: what was stored, what is in the secrets, and what the browser
    /// held. The code of the link stands on its own page, in the form that sends it back.
    private static List<String> secrets(Clicking person, String link) {
        var secrets = new ArrayList<String>();
        for (var secret : List.of("HubSpotConnectionSecret", "XeroConnectionSecret")) {
            var json = Api.parse(sandbox.host().secret(secret));
            assertThat(json.has("refusedSince")).isFalse();
            secrets.add(json.path("accessToken").asText());
            secrets.add(json.path("refreshToken").asText());
        }
        secrets.add(sandbox.hubspotSettings().clientSecret());
        secrets.add(sandbox.xeroSettings().clientSecret());
        secrets.add(sandbox.xeroSettings().webhookKey());
        secrets.addAll(person.secrets());
        assertThat(LOG.toString(StandardCharsets.UTF_8)).doesNotContain(link.replaceFirst(".*=", ""));
        return secrets;
    }

    private static String operator(String command) {
        return sandbox.host().invoke("Operator", "{\"command\":\"" + command + "\"}");
    }
}
