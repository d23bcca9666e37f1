package dev.quotetocash.sandbox.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.aws.AwsClients;
import dev.quotetocash.aws.MalformedQueue;
import dev.quotetocash.aws.SqsBacklogs;
import dev.quotetocash.aws.SqsNotices;
import dev.quotetocash.engine.Backlog;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.runtime.NoticeJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// The queues' adapters against a queue.
class ElasticMqTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private SQSRestServer server;
    private SqsClient sqs;

    @BeforeEach
    void start() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        var port = server.waitUntilStarted().localAddress().getPort();
        sqs = AwsClients.from(Map.of(
                        "AWS_REGION", "eu-west-1",
                        "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:" + port,
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local"))
                .sqs();
    }

    @AfterEach
    void stop() {
        server.stopAndWait();
    }

    @Test
    void carriesNoticesToTheFunctions() {
        var invoices = queue("invoices");
        var payments = queue("payments");
        var notices = new SqsNotices(
                sqs, Map.of(Notice.Queue.INVOICES, invoices, Notice.Queue.PAYMENTS, payments), NoticeJson::format);
        var deals = IntStream.range(0, 25)
                .mapToObj(number -> notice(Notice.Kind.DEAL, Integer.toString(number)))
                .toList();

        notices.enqueue(deals, Duration.ZERO);
        notices.enqueue(List.of(notice(Notice.Kind.XERO_INVOICE, "44aa")), Duration.ZERO);
        notices.enqueue(List.of(notice(Notice.Kind.LINK, "slot#1#1#0")), Duration.ofMinutes(15));

        assertThat(receive(invoices).stream().map(message -> NoticeJson.parse(message.body())))
                .containsExactlyInAnyOrderElementsOf(deals);
        assertThat(receive(payments).stream().map(message -> NoticeJson.parse(message.body())))
                .containsExactly(notice(Notice.Kind.XERO_INVOICE, "44aa"));
    }

    @Test
    void countsWhatLiesInTheQueues() {
        var invoices = queue("invoices");
        var deadLetters = queue("dead-letters");
        var notices = new SqsNotices(sqs, Map.of(Notice.Queue.INVOICES, invoices), NoticeJson::format);
        notices.enqueue(List.of(notice(Notice.Kind.DEAL, "1"), notice(Notice.Kind.DEAL, "2")), Duration.ZERO);
        notices.enqueue(List.of(notice(Notice.Kind.DEAL, "3")), Duration.ofMinutes(15));
        sqs.receiveMessage(receive -> receive.queueUrl(invoices).maxNumberOfMessages(1));
        sqs.sendMessage(send -> send.queueUrl(deadLetters).messageBody("given up"));

        var read = new SqsBacklogs(
                        sqs,
                        List.of(
                                new SqsBacklogs.Queue("invoices", Optional.of(invoices), deadLetters),
                                new SqsBacklogs.Queue("malformed", Optional.empty(), deadLetters)))
                .read();

        assertThat(read).containsExactly(new Backlog("invoices", 1, 1, 1, 1), new Backlog("malformed", 0, 0, 0, 1));
    }

    @Test
    void keepsAMalformedBodyAsItWas() {
        var url = queue("malformed");
        var body = new byte[] {0, (byte) 0xff, '{'};

        new MalformedQueue(sqs, url).keep("xero: no list of events", body);

        var message = receive(url).getFirst();
        assertThat(Base64.getDecoder().decode(message.body())).isEqualTo(body);
        assertThat(message.messageAttributes().get("reason").stringValue()).isEqualTo("xero: no list of events");
    }

    @Test
    void keepsTheBeginningOfABodyThatIsTooLong() {
        var url = queue("malformed");

        new MalformedQueue(sqs, url).keep("xero: too long", "x".repeat(400_000).getBytes(StandardCharsets.UTF_8));

        var message = receive(url).getFirst();
        assertThat(Base64.getDecoder().decode(message.body())).startsWith("xxx".getBytes(StandardCharsets.UTF_8));
        assertThat(message.messageAttributes().get("reason").stringValue()).endsWith("of 400000 bytes)");
    }

    private String queue(String name) {
        return sqs.createQueue(queue -> queue.queueName(name)).queueUrl();
    }

    private List<Message> receive(String url) {
        var received = new ArrayList<Message>();
        while (true) {
            var some = sqs.receiveMessage(receive ->
                            receive.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
                    .messages();
            if (some.isEmpty()) return received;
            received.addAll(some);
        }
    }

    private static Notice notice(Notice.Kind kind, String id) {
        return new Notice(kind, List.of(id), "test", NOON, 0);
    }
}
