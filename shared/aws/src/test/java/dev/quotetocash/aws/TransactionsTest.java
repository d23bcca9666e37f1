package dev.quotetocash.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class TransactionsTest {

    private static final TransactWriteItem ROW = TransactWriteItem.builder().build();

    private final Tables tables = new Tables();
    private final Transactions transactions = new Transactions(tables);

    @Test
    void triesAgainAfterConflictsAndThrottling() {
        tables.cancel("None", "TransactionConflict");
        tables.cancel("ThrottlingError");

        assertThat(transactions.written("saving", List.of(ROW))).isTrue();
        assertThat(tables.calls).isEqualTo(3);
    }

    @Test
    void answersThatAConditionDidNotHold() {
        tables.cancel("ConditionalCheckFailed", "None");

        assertThat(transactions.written("saving", List.of(ROW))).isFalse();
        assertThat(tables.calls).isEqualTo(1);
    }

    @Test
    void takesAFailedConditionBesideAConflictForAnAnswer() {
        tables.cancel("TransactionConflict", "ConditionalCheckFailed");

        assertThat(transactions.written("saving", List.of(ROW))).isFalse();
    }

    @Test
    void givesUpAfterFiveConflicts() {
        for (var time = 0; time < 5; time++) tables.cancel("TransactionConflict");

        assertThatThrownBy(() -> transactions.written("saving link slot#77#1#0", List.of(ROW)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("saving link slot#77#1#0 was cancelled 5 times: [TransactionConflict]");
    }

    @Test
    void failsAtOnceForAReasonThatStays() {
        tables.cancel("ValidationError");

        assertThatThrownBy(() -> transactions.written("saving", List.of(ROW)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tables.calls).isEqualTo(1);
    }

    @Test
    void refusesMoreRowsThanATransactionHas() {
        assertThatThrownBy(() -> transactions.written("saving", Collections.nCopies(101, ROW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("saving takes 101 rows, over 100");
        assertThat(tables.calls).isZero();
    }

    /// Cancels as told, then writes.
    private static final class Tables implements DynamoDbClient {
        private final Deque<TransactionCanceledException> cancellations = new ArrayDeque<>();
        private int calls;

        private void cancel(String... codes) {
            cancellations.add(TransactionCanceledException.builder()
                    .cancellationReasons(Arrays.stream(codes)
                            .map(code -> CancellationReason.builder().code(code).build())
                            .toList())
                    .build());
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            calls++;
            var cancelled = cancellations.poll();
            if (cancelled != null) throw cancelled;
            return TransactWriteItemsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
