package dev.quotetocash.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.engine.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class SqsNoticesTest {

    private final Queues sqs = new Queues();
    private final SqsNotices notices = new SqsNotices(
            sqs,
            Map.of(Notice.Queue.INVOICES, "invoices", Notice.Queue.PAYMENTS, "payments"),
            notice -> notice.ids().getFirst());

    @Test
    void sendsEachNoticeToTheQueueOfItsKind() {
        notices.enqueue(
                List.of(notice(Notice.Kind.DEAL, 1), notice(Notice.Kind.XERO_INVOICE, 2), notice(Notice.Kind.LINK, 3)),
                Duration.ZERO);

        assertThat(sqs.taken).containsExactly("invoices 1 +0s", "invoices 3 +0s", "payments 2 +0s");
    }

    @Test
    void sendsTensAndLosesNone() {
        notices.enqueue(deals(23), Duration.ZERO);

        assertThat(sqs.batchSizes).containsExactly(10, 10, 3);
        assertThat(sqs.taken).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void sendsNothingForNoNotices() {
        notices.enqueue(List.of(), Duration.ZERO);

        assertThat(sqs.batchSizes).isEmpty();
    }

    @Test
    void delaysByWholeSecondsAndNeverTooShort() {
        notices.enqueue(deals(1), Duration.ofMillis(1_001));
        notices.enqueue(deals(1), Duration.ofMinutes(15));

        assertThat(sqs.taken).containsExactly("invoices 0 +2s", "invoices 0 +900s");
    }

    @Test
    void refusesADelayThatNoQueueKnows() {
        assertThatThrownBy(
                        () -> notices.enqueue(deals(1), Duration.ofMinutes(15).plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(sqs.taken).isEmpty();
    }

    @Test
    void sendsTheRefusedOnesAgain() {
        sqs.refusals = 2;

        assertThatCode(() -> notices.enqueue(deals(3), Duration.ZERO)).doesNotThrowAnyException();

        assertThat(sqs.batchSizes).containsExactly(3, 1, 1);
        assertThat(sqs.taken).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void failsIfOneStaysRefused() {
        sqs.refusals = 3;

        assertThatThrownBy(() -> notices.enqueue(deals(3), Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1 notices were not queued in INVOICES: [InternalError]");
    }

    private static List<Notice> deals(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> notice(Notice.Kind.DEAL, number))
                .toList();
    }

    private static Notice notice(Notice.Kind kind, int id) {
        return new Notice(kind, List.of(Integer.toString(id)), "test", Instant.EPOCH, 0);
    }

    /// Refuses the first entry of the next `refusals` batches.
    private static final class Queues implements SqsClient {
        private final List<String> taken = new ArrayList<>();
        private final List<Integer> batchSizes = new ArrayList<>();
        private int refusals;

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            var entries = new ArrayList<>(request.entries());
            batchSizes.add(entries.size());
            var refused = new ArrayList<BatchResultErrorEntry>();
            if (refusals > 0) {
                refusals--;
                refused.add(BatchResultErrorEntry.builder()
                        .id(entries.removeFirst().id())
                        .code("InternalError")
                        .build());
            }
            for (SendMessageBatchRequestEntry entry : entries) {
                taken.add(request.queueUrl() + " " + entry.messageBody() + " +" + entry.delaySeconds() + "s");
            }
            return SendMessageBatchResponse.builder().failed(refused).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
