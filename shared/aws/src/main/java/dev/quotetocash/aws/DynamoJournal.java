package dev.quotetocash.aws;

import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.RecordRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Reads what [DynamoLinks] has journaled, for a person who asks why a record is as it is.
public final class DynamoJournal {

    /// A row holds up to [JournalRow#CHANGES_MAX] entries.
    private static final int ROWS_MAX = 100;

    private final DynamoDbClient dynamo;
    private final String table;
    private final JournalRow rows;

    public DynamoJournal(DynamoDbClient dynamo, Pair pair, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.rows = new JournalRow(pair, Duration.ZERO);
    }

    /// The entries of a record's last [#ROWS_MAX] rows, the latest save first, each save's entries in the order
    /// in which they were given. Strongly consistent.
    public List<Journaled> of(RecordRef record) {
        return dynamo
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :record")
                        .expressionAttributeValues(Map.of(":record", Attributes.text(rows.partition(record))))
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .limit(ROWS_MAX))
                .items()
                .reversed()
                .stream()
                .flatMap(row -> JournalRow.toEntries(row).stream())
                .toList();
    }
}
