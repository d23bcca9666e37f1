package dev.quotetocash.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.sandbox.aws.EmbeddedAws;
import dev.quotetocash.sandbox.aws.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateHostTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Greeting: {Type: String, Default: hello}
            Conditions:
              Greets: !Equals [!Ref Greeting, hello]
            Globals:
              Function: {Timeout: 10, Environment: {Variables: {GREETING: !Sub '${Greeting} world'}}}
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 600
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt JobsDead.Arn, maxReceiveCount: 2}
              JobsDead:
                Type: AWS::SQS::Queue
              Unwanted:
                Type: AWS::SQS::Queue
                Condition: Greets
              Api:
                Type: AWS::Serverless::HttpApi
              EchoHttp:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: dev.quotetocash.sandbox.host.EchoHttpHandler
                  Events:
                    Hook: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: POST, Path: /hook}}
              ChoosyQueue:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: dev.quotetocash.sandbox.host.ChoosyQueueHandler
                  Events:
                    Jobs:
                      Type: SQS
                      Properties:
                        Queue: !GetAtt Jobs.Arn
                        BatchSize: 10
                        FunctionResponseTypes: [ReportBatchItemFailures]
                        ScalingConfig: {MaximumConcurrency: 2}
              Counting:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: dev.quotetocash.sandbox.host.CountingHandler
                  Events:
                    Tick: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 minute)}}
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Queue<FunctionFailed> FAILURES = new ConcurrentLinkedQueue<>();

    @TempDir
    private static Path root;

    private static EmbeddedAws aws;
    private static TemplateHost host;

    @BeforeAll
    static void start() {
        aws = EmbeddedAws.start();
        host = TemplateHost.start(
                aws,
                new TestStack(root)
                        .template(TEMPLATE)
                        .function("echo-http", EchoHttpHandler.class)
                        .function("choosy-queue", ChoosyQueueHandler.class)
                        .function("counting", CountingHandler.class)
                        .options()
                        .withParameters(Map.of("Greeting", "good"))
                        .withScheduleEvery(Duration.ofMillis(50))
                        .withRetryAfter(Duration.ZERO)
                        .withFailures(FAILURES::add));
    }

    @AfterAll
    static void stop() {
        host.close();
        aws.close();
        HTTP.close();
    }

    @Test
    void answersARouteWithTheFunctionsReply() throws Exception {
        var reply = post("/hook?a=1", "application/json", "{\"name\":\"Zoë\"}");

        assertThat(reply.statusCode()).isEqualTo(202);
        assertThat(reply.body()).isEqualTo("{\"name\":\"Zoë\"}");
        assertThat(header(reply, "x-address")).isEqualTo(host.address() + "/hook?a=1");
        assertThat(header(reply, "x-route")).isEqualTo("POST /hook");
        assertThat(header(reply, "x-method")).isEqualTo("POST");
        assertThat(header(reply, "x-signature")).isEqualTo("abc");
        assertThat(header(reply, "x-base64")).isEqualTo("false");
    }

    @Test
    void handsOverWhatIsNotTextInBase64() throws Exception {
        var reply = post("/hook", "application/octet-stream", "raw");

        assertThat(header(reply, "x-base64")).isEqualTo("true");
        assertThat(reply.body()).isEqualTo("cmF3");
    }

    @Test
    void givesAFunctionItsEnvironmentItsTimeAndItsOwnClasses() throws Exception {
        var reply = post("/hook", "application/json", "{}");

        assertThat(header(reply, "x-greeting")).isEqualTo("good world");
        assertThat(header(reply, "x-time-left")).isEqualTo("true");
        assertThat(header(reply, "x-loader")).contains("echo-http");
    }

    @Test
    void answers404WithoutARouteAnd500WhenTheFunctionThrows() throws Exception {
        assertThat(post("/elsewhere", "application/json", "{}").statusCode()).isEqualTo(404);
        assertThat(post("/hook", "application/json", "boom").statusCode()).isEqualTo(500);
    }

    @Test
    void deletesAMessageThatTheFunctionFinished() {
        host.send("Jobs", "easy");

        Eventually.holds(SOON, () -> assertThat(host.messagesSeen().get("Jobs")).contains("easy"));
        Eventually.holds(SOON, () -> assertThat(host.isQuiet()).isTrue());
    }

    @Test
    void deliversARefusedMessageAgain() {
        host.send("Jobs", "second try");

        Eventually.holds(
                SOON,
                () -> assertThat(Collections.frequency(host.messagesSeen().get("Jobs"), "second try"))
                        .isEqualTo(2));
        Eventually.holds(SOON, () -> assertThat(host.isQuiet()).isTrue());
    }

    @Test
    void buriesAMessageThatIsRefusedOrThrowsTooOften() {
        var before = host.queueDepth("Jobs").deadLetters();

        host.send("Jobs", "refuse");
        host.send("Jobs", "throw");

        Eventually.holds(SOON, () -> {
            assertThat(host.queueDepth("Jobs").deadLetters()).isEqualTo(before + 2);
            assertThat(host.isQuiet()).isTrue();
        });
    }

    @Test
    void makesOnlyWhatTheConditionsWantAndCountsDeadLettersWithTheirQueue() {
        assertThat(host.queueDepths()).containsOnlyKeys("Jobs");
    }

    @Test
    void firesSchedules() {
        Eventually.holds(
                SOON,
                () -> assertThat(host.invoke("Counting", "{\"ask\":\"scheduled\"}"))
                        .matches("\\{\"calls\":[1-9].*}"));
    }

    @Test
    void invokesAFunctionDirectly() throws Exception {
        assertThat(host.invoke("Counting", "{\"a\":1}")).isEqualTo("{\"echo\":{\"a\":1}}");
        assertThat(post("/2015-03-31/functions/Counting/invocations", "application/json", "{\"a\":1}")
                        .body())
                .isEqualTo("{\"echo\":{\"a\":1}}");
    }

    @Test
    void reportsAFailedInvocationAsLambdaDoes() throws Exception {
        var failed = post("/2015-03-31/functions/Counting/invocations", "application/json", "{\"fail\":1}");

        assertThat(failed.statusCode()).isEqualTo(200);
        assertThat(header(failed, "X-Amz-Function-Error")).isEqualTo("Unhandled");
        assertThat(failed.body()).contains("failed as told", "java.lang.IllegalStateException");
        assertThat(post("/2015-03-31/functions/Nobody/invocations", "application/json", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThatThrownBy(() -> host.invoke("Counting", "{\"fail\":1}"))
                .isInstanceOf(FunctionFailed.class)
                .hasMessageContaining("Counting failed");
        assertThat(FAILURES).extracting(Throwable::getMessage).anyMatch(told -> told.contains("Counting failed"));
    }

    @Test
    void saysWhatToDoWhenAnArtifactIsMissing(@TempDir Path empty) {
        try (var own = EmbeddedAws.start()) {
            assertThatThrownBy(() -> TemplateHost.start(
                            own, new TestStack(empty).template(TEMPLATE).options()))
                    .hasMessageContaining("run mvn package first");
        }
    }

    @Test
    void leavesNothingRunningWhenItIsClosed(@TempDir Path other) {
        try (var own = EmbeddedAws.start()) {
            var options = new TestStack(other)
                    .template(TEMPLATE)
                    .function("echo-http", EchoHttpHandler.class)
                    .function("choosy-queue", ChoosyQueueHandler.class)
                    .function("counting", CountingHandler.class)
                    .options()
                    .withScheduleEvery(Duration.ofMillis(10));
            var before = threadsThatKeepTheJvmAlive();

            TemplateHost.start(own, options).close();

            Eventually.holds(
                    SOON, () -> assertThat(threadsThatKeepTheJvmAlive()).isSubsetOf(before));
        }
    }

    /// But those of the embedded servers, whose pools grow with the work.
    private static Set<Thread> threadsThatKeepTheJvmAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .filter(thread -> !thread.getName().startsWith("elasticmq")
                        && !thread.getName().startsWith("qtp"))
                .collect(Collectors.toSet());
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(host.address() + path))
                        .header("Content-Type", type)
                        .header("X-Signature", "abc")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }
}
