package dev.quotetocash.aws;

import dev.quotetocash.engine.Notice;
import dev.quotetocash.engine.Notices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Notices as messages of standard queues.
public final class SqsNotices implements Notices {

    private static final int BATCH_MAX = 10;

    /// How often the refused entries of a batch are sent.
    private static final int ATTEMPTS_MAX = 3;

    private final SqsClient sqs;
    private final Map<Notice.Queue, String> queueUrls;
    private final Function<Notice, String> format;

    /// `format` writes the body of a message (the wiring takes it from where the functions parse it).
    public SqsNotices(SqsClient sqs, Map<Notice.Queue, String> queueUrls, Function<Notice, String> format) {
        this.sqs = sqs;
        this.queueUrls = new EnumMap<>(queueUrls);
        this.format = format;
    }

    @Override
    public void enqueue(List<Notice> notices, Duration delay) {
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("a delay of " + delay + ", over " + DELAY_MAX);
        }
        var seconds = Math.toIntExact(delay.plusNanos(999_999_999).toSeconds());
        var byQueue = notices.stream()
                .collect(Collectors.groupingBy(
                        notice -> notice.kind().queue(), () -> new EnumMap<>(Notice.Queue.class), Collectors.toList()));
        byQueue.forEach((queue, queued) -> send(queue, queued, seconds));
    }

    private void send(Notice.Queue queue, List<Notice> notices, int delaySeconds) {
        var url = queueUrls.get(queue);
        if (url == null) throw new IllegalStateException("no address for the queue " + queue);
        for (var start = 0; start < notices.size(); start += BATCH_MAX) {
            var batch = notices.subList(start, Math.min(start + BATCH_MAX, notices.size()));
            sendBatch(queue, url, batch, delaySeconds);
        }
    }

    private void sendBatch(Notice.Queue queue, String url, List<Notice> notices, int delaySeconds) {
        var open = new LinkedHashMap<String, SendMessageBatchRequestEntry>();
        for (var notice : notices) {
            var id = Integer.toString(open.size());
            open.put(
                    id,
                    SendMessageBatchRequestEntry.builder()
                            .id(id)
                            .messageBody(format.apply(notice))
                            .delaySeconds(delaySeconds)
                            .build());
        }
        for (var attempt = 1; ; attempt++) {
            var entries = new ArrayList<>(open.values());
            var refused = sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries))
                    .failed();
            if (refused.isEmpty()) return;
            if (attempt == ATTEMPTS_MAX) {
                var codes = new LinkedHashSet<>(
                        refused.stream().map(BatchResultErrorEntry::code).toList());
                throw new IllegalStateException(refused.size() + " notices were not queued in " + queue + ": " + codes);
            }
            open.keySet()
                    .retainAll(refused.stream().map(BatchResultErrorEntry::id).toList());
        }
    }
}
