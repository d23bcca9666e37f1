package dev.quotetocash.sandbox.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.quotetocash.sandbox.aws.EmbeddedAws;
import dev.quotetocash.sandbox.host.HostOptions;
import dev.quotetocash.sandbox.host.TemplateHost;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a function reads while it is built lies in the snapshot that all of its copies start from.
class SecretsAtStartTest {

    @ParameterizedTest
    @CsvSource({"static, custom", "oauth, oauth"})
    void buildsEveryFunctionWithoutReadingASecret(String hubspot, String xero) throws Exception {
        Repository.artifact("connect");
        var asked = new AtomicInteger();
        var secrets = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secrets.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        secrets.start();
        var address = "http://127.0.0.1:" + secrets.getAddress().getPort();
        try (var aws = EmbeddedAws.start();
                var host = TemplateHost.start(
                        aws,
                        HostOptions.of(Repository.root())
                                .withFailures(_ -> {})
                                .withParameters(Repository.PAIR)
                                .withParameters(Map.of("HubSpotConnection", hubspot, "XeroConnection", xero))
                                .withEnvironment(Map.of("AWS_ENDPOINT_URL_SECRETS_MANAGER", address)))) {
            assertThat(host.environment("InvoiceSync")).containsEntry("XERO_CONNECTION", xero);
            assertThat(asked).hasValue(0);

            // The counter counts: this one cannot do without.
            host.invoke("Operator", "{\"command\":\"connect\"}");
            assertThat(asked).hasValue(0);
            assertThat(catchThrowable(() -> host.invoke("Operator", "{\"command\":\"setup\"}")))
                    .isNotNull();
            assertThat(asked.get()).isPositive();
        } finally {
            secrets.stop(0);
        }
    }
}
