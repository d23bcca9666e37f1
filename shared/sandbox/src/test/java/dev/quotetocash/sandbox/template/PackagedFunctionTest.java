package dev.quotetocash.sandbox.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.sandbox.aws.EmbeddedAws;
import dev.quotetocash.sandbox.host.HostOptions;
import dev.quotetocash.sandbox.host.TemplateHost;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/// What `sam deploy` uploads, in a process of its own, run by the client that Lambda's managed runtime uses:
/// the layout of the artifact, the handler's name and constructor, and the conversion of events are the real
/// ones.
class PackagedFunctionTest {

    private static final Duration START_AND_ANSWER = Duration.ofSeconds(60);
    private static final String HANDLER = "dev.quotetocash.webhookreceiver.WebhookReceiverHandler";
    /// The secret and the pair that events/*.json are signed with and speak of.
    private static final String XERO_SECRET =
            "{\"clientId\":\"-\",\"clientSecret\":\"-\",\"webhookKey\":\"sandbox-xero-webhook-key\"}";

    private static final Map<String, String> PAIR =
            Map.of("HubSpotPortalId", "62515", "XeroTenantId", "e629a03c-7ffe-4913-bd94-ff2fdb36a702");

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"on-demand", "snap-start"})
    void answersWhenTheLambdaRuntimeRunsThePackagedReceiver(String start) throws Exception {
        assumeThat(System.getProperty("os.name"))
                .as("the runtime's native client")
                .isEqualTo("Linux");
        var artifact = Repository.artifact("webhook-receiver");
        try (var aws = EmbeddedAws.start();
                var host = TemplateHost.start(
                        aws,
                        HostOptions.of(Repository.root()).withParameters(PAIR).withSecret("XeroSecret", XERO_SECRET));
                var lambda = new RuntimeApi()) {
            lambda.invoke(Files.readString(Repository.root().resolve("events/webhook-receiver-xero.json")));
            var output = temporary.resolve("output");
            var process = start(artifact, lambda, aws, host, output, start);
            try {
                var answer = lambda.awaitAnswer(START_AND_ANSWER);

                assertThat(answer.kind())
                        .as("%s %s", answer, Files.readString(output))
                        .isEqualTo("response");
                assertThat(new ObjectMapper()
                                .readTree(answer.body())
                                .path("statusCode")
                                .asInt())
                        .as(Files.readString(output))
                        .isEqualTo(200);
                assertThat(lambda.snapshots()).isEqualTo(start.equals("snap-start") ? 1 : 0);
            } finally {
                process.destroyForcibly();
                process.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static Process start(
            Path artifact, RuntimeApi lambda, EmbeddedAws aws, TemplateHost host, Path output, String start)
            throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                        "-cp",
                        runtimeClassPath(),
                        AWSLambda.class.getName(),
                        HANDLER)
                .directory(artifact.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var environment = builder.environment();
        environment.putAll(host.environment("WebhookReceiver"));
        environment.putAll(aws.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", lambda.address());
        environment.put("LAMBDA_TASK_ROOT", artifact.toString());
        environment.put("_HANDLER", HANDLER);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "receiver");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", start);
        return builder.start();
    }

    /// Only what the managed runtime itself brings. The function finds everything else in its artifact, or not
    /// at all.
    private static String runtimeClassPath() throws Exception {
        var jars = new LinkedHashSet<String>();
        for (var part :
                new Class<?>[] {AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class})
            jars.add(Path.of(part.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        return String.join(File.pathSeparator, jars);
    }
}
