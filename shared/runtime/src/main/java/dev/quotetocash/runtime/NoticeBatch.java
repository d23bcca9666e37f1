package dev.quotetocash.runtime;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.quotetocash.engine.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// The messages of one invocation. Each stands for itself: one that fails goes back to its queue alone.
public final class NoticeBatch {

    private final List<SQSEvent.SQSMessage> messages;
    private final JsonLog log;

    private NoticeBatch(List<SQSEvent.SQSMessage> messages, JsonLog log) {
        this.messages = messages;
        this.log = log;
    }

    public static NoticeBatch of(SQSEvent event, JsonLog log) {
        return new NoticeBatch(List.copyOf(Objects.requireNonNullElse(event.getRecords(), List.of())), log);
    }

    /// Gives each notice to `consumer`, in order. An exception makes its message, and no other, a failure of
    /// the batch; so does a message that cannot be read. After enough receives SQS moves such a message to the
    /// dead-letter queue.
    public SQSBatchResponse complete(Consumer<Notice> consumer) {
        return complete(consumer, () -> {});
    }

    /// As [#complete], and then does what was gathered for the end. If that fails, nobody can say for which
    /// message: all of them come again.
    public SQSBatchResponse complete(Consumer<Notice> consumer, Runnable end) {
        var failures = new ArrayList<SQSBatchResponse.BatchItemFailure>();
        for (var message : messages) {
            try {
                consumer.accept(NoticeJson.parse(Objects.requireNonNullElse(message.getBody(), "")));
            } catch (RuntimeException failed) {
                var id = Objects.requireNonNullElse(message.getMessageId(), "");
                log.error("A message failed", Map.of("messageId", id), failed);
                failures.add(new SQSBatchResponse.BatchItemFailure(id));
            }
        }
        try {
            end.run();
            return new SQSBatchResponse(failures);
        } catch (RuntimeException failed) {
            log.error("The end of a batch failed", Map.of("messages", messages.size()), failed);
            return new SQSBatchResponse(messages.stream()
                    .map(message -> Objects.requireNonNullElse(message.getMessageId(), ""))
                    .map(SQSBatchResponse.BatchItemFailure::new)
                    .toList());
        }
    }
}
