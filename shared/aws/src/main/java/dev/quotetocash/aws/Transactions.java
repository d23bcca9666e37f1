package dev.quotetocash.aws;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes several rows or none. A condition that does not hold is an answer; a conflict with another
/// transaction and a throttled one were not executed and are tried again, because the SDK does not.
final class Transactions {

    static final int ITEMS_MAX = 100;

    private static final int ATTEMPTS_MAX = 5;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final DynamoDbClient dynamo;

    Transactions(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /// False if a condition did not hold. `what` names the transaction in an exception.
    boolean written(String what, List<TransactWriteItem> items) {
        if (items.size() > ITEMS_MAX) {
            throw new IllegalArgumentException(what + " takes " + items.size() + " rows, over " + ITEMS_MAX);
        }
        for (var attempt = 1; ; attempt++) {
            try {
                dynamo.transactWriteItems(write -> write.transactItems(items));
                return true;
            } catch (TransactionCanceledException cancelled) {
                var codes = cancelled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .filter(code -> code != null && !code.equals("None"))
                        .distinct()
                        .toList();
                if (codes.contains("ConditionalCheckFailed")) return false;
                if (attempt == ATTEMPTS_MAX || !codes.stream().allMatch(Transactions::passes)) {
                    // Without the cause: its message may quote the rows.
                    throw new IllegalStateException(what + " was cancelled " + attempt + " times: " + codes);
                }
            }
            pause(PAUSE.multipliedBy(attempt));
        }
    }

    private static boolean passes(String code) {
        return switch (code) {
            case "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> true;
            default -> false;
        };
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to write again", interrupted);
        }
    }
}
