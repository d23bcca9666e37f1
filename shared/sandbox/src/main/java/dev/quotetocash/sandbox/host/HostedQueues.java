package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.aws.EmbeddedAws;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The template's queues in ElasticMQ, by logical id, and a record of what was received from them.
final class HostedQueues {

    /// Per queue; older ones are forgotten.
    private static final int SEEN_MAX = 100_000;

    private static final Map<String, QueueAttributeName> MADE = Map.of(
            "VisibilityTimeout", QueueAttributeName.VISIBILITY_TIMEOUT,
            "DelaySeconds", QueueAttributeName.DELAY_SECONDS,
            "ReceiveMessageWaitTimeSeconds", QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
            "RedrivePolicy", QueueAttributeName.REDRIVE_POLICY);
    private static final Set<String> ONLY_IN_AWS =
            Set.of("MessageRetentionPeriod", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "Tags");

    private final SqsClient sqs;
    private final Map<String, String> urls = new LinkedHashMap<>();
    private final Map<String, String> deadLetterQueues = new LinkedHashMap<>();
    private final Map<String, ConcurrentLinkedDeque<String>> seen = new ConcurrentHashMap<>();

    HostedQueues(SqsClient sqs) {
        this.sqs = sqs;
    }

    /// A queue can only be made after its dead-letter queue, wherever that stands in the file.
    void create(List<Template.Resource> queues, Intrinsics intrinsics, PhysicalNames names) {
        Queue<Template.Resource> waiting = new ArrayDeque<>(queues);
        for (int turn = 0; turn < queues.size() * queues.size() && !waiting.isEmpty(); turn++) {
            var queue = waiting.remove();
            Properties.refuseOthers(queue, MADE.keySet(), ONLY_IN_AWS);
            var properties = intrinsics.resolve(queue.properties(), queue.place() + ".Properties");
            var redrive = properties.path("RedrivePolicy").path("deadLetterTargetArn");
            if (redrive.isTextual()) {
                var deadLetters = names.logicalIdOf(redrive.asText())
                        .orElseThrow(() -> new TemplateException(queue.place(), "its dead-letter queue is missing"));
                deadLetterQueues.put(queue.logicalId(), deadLetters);
                if (!urls.containsKey(deadLetters)) {
                    waiting.add(queue);
                    continue;
                }
            }
            create(queue, properties, names);
        }
        if (!waiting.isEmpty())
            throw new TemplateException(waiting.element().place(), "its dead letters go round in a circle");
    }

    String url(String logicalId) {
        var url = urls.get(logicalId);
        if (url == null) throw new IllegalArgumentException("There is no queue " + logicalId + " in the template");
        return url;
    }

    String arn(String logicalId) {
        var url = url(logicalId);
        return "arn:aws:sqs:" + EmbeddedAws.REGION + ":" + EmbeddedAws.ACCOUNT + ":"
                + url.substring(url.lastIndexOf('/') + 1);
    }

    void send(String logicalId, String body) {
        sqs.sendMessage(message -> message.queueUrl(url(logicalId)).messageBody(body));
    }

    /// Queues that are no other queue's dead-letter queue.
    Map<String, QueueDepth> depths() {
        var depths = new LinkedHashMap<String, QueueDepth>();
        for (var logicalId : urls.keySet()) {
            if (deadLetterQueues.containsValue(logicalId)) continue;
            var own = counts(logicalId);
            var deadLetterQueue = deadLetterQueues.get(logicalId);
            var deadLetters = deadLetterQueue == null
                    ? 0
                    : counts(deadLetterQueue).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            depths.put(
                    logicalId,
                    new QueueDepth(
                            count(own, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                            count(own, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                            count(own, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
                            deadLetters));
        }
        return depths;
    }

    void received(String logicalId, String body) {
        var bodies = seen.computeIfAbsent(logicalId, queue -> new ConcurrentLinkedDeque<>());
        bodies.add(body);
        if (bodies.size() > SEEN_MAX) bodies.poll();
    }

    Map<String, List<String>> seen() {
        var copy = new LinkedHashMap<String, List<String>>();
        urls.keySet()
                .forEach(logicalId -> copy.put(
                        logicalId,
                        List.copyOf(new ArrayList<>(seen.getOrDefault(logicalId, new ConcurrentLinkedDeque<>())))));
        return copy;
    }

    private void create(Template.Resource queue, JsonNode properties, PhysicalNames names) {
        var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
        MADE.forEach((property, attribute) -> {
            var value = properties.path(property);
            if (!value.isMissingNode()) attributes.put(attribute, value.isObject() ? value.toString() : value.asText());
        });
        var name = names.name(queue.logicalId());
        var made = sqs.createQueue(create -> create.queueName(name).attributes(attributes));
        var promised = names.ref(queue.logicalId()).orElseThrow();
        if (!made.queueUrl().equals(promised))
            throw new IllegalStateException("The queue is at " + made.queueUrl() + ", not at " + promised);
        urls.put(queue.logicalId(), promised);
    }

    private Map<QueueAttributeName, Long> counts(String logicalId) {
        var wanted = List.of(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
        var counts = new EnumMap<QueueAttributeName, Long>(QueueAttributeName.class);
        sqs.getQueueAttributes(get -> get.queueUrl(url(logicalId)).attributeNames(wanted))
                .attributes()
                .forEach((name, value) -> counts.put(name, Long.parseLong(value)));
        return counts;
    }

    private static long count(Map<QueueAttributeName, Long> counts, QueueAttributeName name) {
        return counts.getOrDefault(name, 0L);
    }
}
