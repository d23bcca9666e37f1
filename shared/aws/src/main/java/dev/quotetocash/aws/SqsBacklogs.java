package dev.quotetocash.aws;

import dev.quotetocash.engine.Backlog;
import dev.quotetocash.engine.Backlogs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// What lies in queues of SQS, whose counts are approximate.
public final class SqsBacklogs implements Backlogs {

    private final SqsClient sqs;
    private final List<Queue> queues;

    /// A queue by its name for people, and where its dead letters go. One that holds nothing but dead letters has no
    /// `url`.
    public record Queue(String name, Optional<String> url, String deadLettersUrl) {}

    public SqsBacklogs(SqsClient sqs, List<Queue> queues) {
        this.sqs = sqs;
        this.queues = List.copyOf(queues);
    }

    @Override
    public List<Backlog> read() {
        return queues.stream().map(this::read).toList();
    }

    private Backlog read(Queue queue) {
        var own = queue.url().map(this::counts).orElse(Map.of());
        var given = counts(queue.deadLettersUrl());
        return new Backlog(
                queue.name(),
                count(own, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                count(own, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                count(own, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
                given.keySet().stream().mapToInt(name -> count(given, name)).sum());
    }

    private Map<QueueAttributeName, String> counts(String url) {
        return sqs.getQueueAttributes(get -> get.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .attributes();
    }

    private static int count(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
        return Integer.parseInt(counts.getOrDefault(name, "0"));
    }
}
