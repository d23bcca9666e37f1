package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.sandbox.aws.EmbeddedAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// An SQS event source: receives batches, invokes the function, deletes what it finished. The rest comes back
/// when its visibility ends, and ends as a dead letter by the queue's own redrive policy. Rules of a reply with
/// batch item failures: docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
final class QueueSubscription implements AutoCloseable {

    private static final int RECEIVE_MAX = 10;
    private static final int WAIT_SECONDS = 1;
    /// What is under way may end; a storm of messages may not keep the sandbox from ending.
    private static final Duration CLOSING_MAX = Duration.ofSeconds(10);

    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqsClient sqs;
    private final HostedQueues queues;
    private final FunctionDeclaration.Trigger.Queue source;
    private final LoadedFunction function;
    private final Optional<Duration> retryAfter;
    private final ExecutorService pollers;
    private volatile boolean closing;

    QueueSubscription(
            SqsClient sqs,
            HostedQueues queues,
            FunctionDeclaration.Trigger.Queue source,
            LoadedFunction function,
            Optional<Duration> retryAfter) {
        this.sqs = sqs;
        this.queues = queues;
        this.source = source;
        this.function = function;
        this.retryAfter = retryAfter;
        this.pollers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("poll-" + source.logicalId() + "-", 0).factory());
    }

    void start() {
        for (int i = 0; i < source.maximumConcurrency(); i++) pollers.execute(this::pollUntilClosed);
    }

    /// By its logical id.
    String queue() {
        return source.logicalId();
    }

    /// Waits for the invocations under way.
    @Override
    public void close() {
        closing = true;
        pollers.shutdown();
        try {
            if (!pollers.awaitTermination(CLOSING_MAX.toSeconds(), TimeUnit.SECONDS)) pollers.shutdownNow();
        } catch (InterruptedException e) {
            pollers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void pollUntilClosed() {
        while (!closing) {
            try {
                var batch = receiveBatch();
                if (!batch.isEmpty()) deliver(batch);
            } catch (SdkException e) {
                if (!closing) System.err.println("Polling " + source.logicalId() + " failed: " + e.getMessage());
                LockSupport.parkNanos(PAUSE_AFTER_TROUBLE.toNanos());
            }
        }
    }

    private List<Message> receiveBatch() {
        var batch = new ArrayList<>(receive(source.batchSize(), WAIT_SECONDS));
        var until = System.nanoTime() + source.window().toNanos();
        while (!closing && !batch.isEmpty() && batch.size() < source.batchSize() && System.nanoTime() < until)
            batch.addAll(receive(source.batchSize() - batch.size(), WAIT_SECONDS));
        return batch;
    }

    private List<Message> receive(int most, int waitSeconds) {
        return sqs.receiveMessage(receive -> receive.queueUrl(queues.url(source.logicalId()))
                        .maxNumberOfMessages(Math.min(most, RECEIVE_MAX))
                        .waitTimeSeconds(waitSeconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void deliver(List<Message> batch) {
        batch.forEach(message -> queues.received(source.logicalId(), message.body()));
        var failed = failedOf(batch);
        for (var message : batch) {
            if (failed.contains(message.messageId())) hideForRetry(message);
            else delete(message);
        }
    }

    private Set<String> failedOf(List<Message> batch) {
        var all = batch.stream().map(Message::messageId).collect(Collectors.toSet());
        try {
            var reply = function.invoke(event(batch));
            return source.reportsItemFailures() ? reported(reply, all) : Set.of();
        } catch (FunctionFailed alreadyReported) {
            return all;
        }
    }

    /// An identifier that is empty or not of this batch fails the whole batch.
    private Set<String> reported(String reply, Set<String> all) {
        try {
            var failures = JSON.readTree(reply).path("batchItemFailures");
            var ids = failures.valueStream()
                    .map(failure -> failure.path("itemIdentifier").asText(""))
                    .collect(Collectors.toSet());
            return all.containsAll(ids) ? ids : all;
        } catch (JsonProcessingException e) {
            return all;
        }
    }

    private void delete(Message message) {
        sqs.deleteMessage(
                delete -> delete.queueUrl(queues.url(source.logicalId())).receiptHandle(message.receiptHandle()));
    }

    private void hideForRetry(Message message) {
        retryAfter.ifPresent(
                hidden -> sqs.changeMessageVisibility(change -> change.queueUrl(queues.url(source.logicalId()))
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout((int) hidden.toSeconds())));
    }

    private String event(List<Message> batch) {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        batch.forEach(message -> records.add(record(message)));
        return event.toString();
    }

    private JsonNode record(Message message) {
        var record = JSON.createObjectNode()
                .put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body())
                .put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queues.arn(source.logicalId()))
                .put("awsRegion", EmbeddedAws.REGION);
        var attributes = record.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        record.putObject("messageAttributes");
        return record;
    }
}
