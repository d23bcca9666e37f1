package dev.quotetocash.sandbox.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.aws.EmbeddedAws;
import dev.quotetocash.sandbox.host.HostOptions;
import dev.quotetocash.sandbox.host.TemplateHost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The repository's own template with its packaged functions.
class HostedTemplateTest {

    private static EmbeddedAws aws;
    private static TemplateHost host;

    @BeforeAll
    static void start() {
        Repository.artifact("webhook-receiver");
        aws = EmbeddedAws.start();
        host = TemplateHost.start(aws, HostOptions.of(Repository.root()).withParameters(Repository.PAIR));
    }

    @AfterAll
    static void stop() {
        host.close();
        aws.close();
    }

    @Test
    void startsEveryFunctionOfTheTemplate() {
        for (var function : Repository.template().resources("AWS::Serverless::Function"))
            assertThat(host.environment(function.logicalId()))
                    .as(function.logicalId())
                    .containsEntry("HUBSPOT_PORTAL_ID", "4711");
    }

    @Test
    void makesTheQueues() {
        assertThat(host.queueDepths()).containsOnlyKeys("Invoices", "Payments", "Malformed");
        assertThat(host.isQuiet()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hubspot/webhooks", "/xero/webhooks"})
    void hasTheRoute(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var reply = http.send(
                    HttpRequest.newBuilder(URI.create(host.address() + path))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(reply.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void showsThePagesOfConnect() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var reply = http.send(
                    HttpRequest.newBuilder(URI.create(host.publicAddress() + "/connect"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(reply.statusCode()).isEqualTo(403);
            assertThat(reply.body()).contains("Open a link first");
        }
    }
}
