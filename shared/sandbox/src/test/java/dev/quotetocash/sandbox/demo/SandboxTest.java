package dev.quotetocash.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.Sandbox;
import dev.quotetocash.sandbox.aws.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The whole stack over HTTP, from template.yaml and the packaged artifacts: each function on its sample event,
/// then the story without its look-up, which must show the duplicate. (The story itself is `./bridge demo`.)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SandboxTest {

    private static final Path ROOT = Path.of("../..");

    private static Sandbox sandbox;

    private static final PrintStream SCREEN = System.out;

    @BeforeAll
    static void start() {
        // The functions' log lines would bury the build's own.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        sandbox = Sandbox.start(Sandbox.Options.quick(ROOT));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        System.setOut(SCREEN);
    }

    @Test
    @Order(1)
    void setsUpAndActivatesFromTheSampleEventsMoreThanOnce() throws IOException {
        assertThat(invoke("Operator", "operator-activate.json")).contains("run setup first");
        assertThat(invoke("Operator", "operator-setup.json"))
                .contains("\"ok\":true")
                .contains("19 created");
        assertThat(invoke("Operator", "operator-setup.json")).contains("0 created, 19 already there");
        var activated = invoke("Operator", "operator-activate.json");
        assertThat(activated).contains("\"ok\":true");
        assertThat(invoke("Operator", "operator-activate.json")).isEqualTo(activated);
        assertThat(invoke("Operator", "operator-restored.json")).contains("restored at");
        assertThat(invoke("Operator", "operator-connect.json")).contains("/connect?code=");
        assertThat(invoke("Operator", "operator-status.json"))
                .contains("\"ok\":true", "active for deals won after")
                .contains("\"budget\":\"xero#", "\"sweep\":\"invoice#xero\"", "\"queue\":\"malformed webhooks\"")
                .contains("\"attention\":[]");
        assertThat(sandbox.host().invoke("Operator", "{\"command\":\"dance\"}")).contains("No such command: dance");
    }

    @Test
    @Order(2)
    void handlesEveryOtherSampleEvent() throws IOException {
        assertThat(invoke("InvoiceSync", "invoice-sync-deal.json")).contains("\"batchItemFailures\":[]");
        assertThat(invoke("InvoiceSync", "invoice-sync-link.json")).contains("\"batchItemFailures\":[]");
        assertThat(invoke("PaymentSync", "payment-sync.json")).contains("\"batchItemFailures\":[]");
        assertThat(invoke("PaymentSync", "payment-sync-surplus.json")).contains("\"batchItemFailures\":[]");
        assertThat(invoke("ChangeSweeper", "change-sweeper.json"))
                .contains("\"hubspot-deals\"", "\"hubspot-line-items\"", "\"completed\":true")
                .doesNotContain("\"completed\":false");
        assertThat(invoke("InvoiceStatusPoller", "invoice-status-poller.json")).contains("\"completed\":true");
        assertThat(invoke("DueRunner", "due-runner.json")).contains("\"enqueued\":0");
        // Their link and session exist nowhere.
        assertThat(invoke("Connect", "connect-open.json")).contains("\"statusCode\":410");
        assertThat(invoke("Connect", "connect-enter.json")).contains("\"statusCode\":410");
        assertThat(invoke("Connect", "connect-begin-xero.json")).contains("\"statusCode\":403");
        assertThat(invoke("Connect", "connect-back-from-xero.json")).contains("\"statusCode\":403");
        assertThat(invoke("Connect", "connect-back-from-hubspot.json")).contains("\"statusCode\":403");
        // Signed long ago, so it is refused; Xero's signature has no time, and its tenant is another one.
        assertThat(invoke("WebhookReceiver", "webhook-receiver-hubspot.json")).contains("\"statusCode\":401");
        assertThat(invoke("WebhookReceiver", "webhook-receiver-xero.json")).contains("\"statusCode\":200");
    }

    @Test
    @Order(3)
    void keepsASignedBodyThatNobodyCanRead() throws Exception {
        var body = "{\"events\":[".getBytes(StandardCharsets.UTF_8);
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(
                sandbox.xeroSettings().webhookKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = java.util.Base64.getEncoder().encodeToString(mac.doFinal(body));
        try (var http = HttpClient.newHttpClient()) {
            var reply = http.send(
                    HttpRequest.newBuilder(URI.create(sandbox.host().address() + "/xero/webhooks"))
                            .header("x-xero-signature", signature)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());

            assertThat(reply.statusCode()).isEqualTo(200);
        }
        Eventually.holds(
                Duration.ofSeconds(10),
                () -> assertThat(sandbox.host().queueDepth("Malformed").visible())
                        .isEqualTo(1));
    }

    @Test
    @Order(4)
    void showsTheDuplicateWithoutTheLookUp() throws IOException {
        var output = new ByteArrayOutputStream();

        var ok = new Demo(sandbox, true, new PrintStream(output, true, StandardCharsets.UTF_8)).run(Optional.empty());

        assertThat(ok).isFalse();
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("✓ Total equals 312.95, to the cent")
                .contains("✗ exactly one invoice carries the deal's mark")
                .contains("demo: 2 deals, 3 invoices, 1 duplicates, fields differ");
        assertThat(sandbox.host().queueDepths().values())
                .filteredOn(depth -> depth.deadLetters() > 0)
                .isEmpty();
    }

    private static String invoke(String function, String event) throws IOException {
        return sandbox.host()
                .invoke(function, Files.readString(ROOT.resolve("events").resolve(event)));
    }
}
