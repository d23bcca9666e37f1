package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.text;
import static dev.quotetocash.aws.Attributes.time;

import dev.quotetocash.engine.Marks;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.SweepWindow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The marks in DynamoDB: rows `<portal>#<tenant>#mark#<sweep>` with `mark` and `completedAt`, and `windowFrom`,
/// `windowTo` and `windowAfter` while a window is open; `...#activation` with `activatedAt`,
/// `...#restore` with `restoredAt`, and `...#installation` with `id`. Times are ISO 8601 of one length, so that DynamoDB compares them.
public final class DynamoMarks implements Marks {

    private final DynamoDbClient dynamo;
    private final Pair pair;
    private final String table;

    public DynamoMarks(DynamoDbClient dynamo, Pair pair, String table) {
        this.dynamo = dynamo;
        this.pair = pair;
        this.table = table;
    }

    @Override
    public Optional<HighWaterMark> mark(String sweep) {
        return row("mark#" + sweep)
                .filter(row -> row.containsKey("mark"))
                .map(row -> new HighWaterMark(time(row, "mark")));
    }

    @Override
    public void advance(String sweep, HighWaterMark mark) {
        advance("mark#" + sweep, "mark", mark.at());
    }

    @Override
    public Optional<SweepWindow> window(String sweep) {
        return row("mark#" + sweep)
                .filter(row -> row.containsKey("windowFrom"))
                .map(row -> new SweepWindow(time(row, "windowFrom"), time(row, "windowTo"), text(row, "windowAfter")));
    }

    @Override
    public void pause(String sweep, SweepWindow window) {
        dynamo.updateItem(update -> update.tableName(table)
                .key(key("mark#" + sweep))
                .updateExpression("SET windowFrom = :from, windowTo = :to, windowAfter = :after")
                .expressionAttributeValues(Map.of(
                        ":from", time(window.from()), ":to", time(window.to()), ":after", text(window.afterId()))));
    }

    @Override
    public void closeWindow(String sweep) {
        dynamo.updateItem(update -> update.tableName(table)
                .key(key("mark#" + sweep))
                .updateExpression("REMOVE windowFrom, windowTo, windowAfter"));
    }

    @Override
    public void completed(String sweep, Instant at) {
        advance("mark#" + sweep, "completedAt", at);
    }

    @Override
    public Optional<Instant> lastCompleted(String sweep) {
        return row("mark#" + sweep)
                .filter(row -> row.containsKey("completedAt"))
                .map(row -> time(row, "completedAt"));
    }

    @Override
    public Optional<Instant> activatedAt() {
        return row("activation").map(row -> time(row, "activatedAt"));
    }

    @Override
    public Instant activate(Instant at) {
        return time(once("activation", "activatedAt", time(at)), "activatedAt");
    }

    @Override
    public Optional<Instant> restoredAt() {
        return row("restore").map(row -> time(row, "restoredAt"));
    }

    @Override
    public void restored(Instant at) {
        advance("restore", "restoredAt", at);
    }

    @Override
    public Optional<String> installation() {
        return row("installation").map(row -> text(row, "id"));
    }

    @Override
    public String install(String id) {
        return text(once("installation", "id", text(id)), "id");
    }

    private Optional<Map<String, AttributeValue>> row(String name) {
        var reply = dynamo.getItem(get -> get.tableName(table).key(key(name)).consistentRead(true));
        return reply.hasItem() ? Optional.of(reply.item()) : Optional.empty();
    }

    /// Writes a time only if it is later than the stored one. Losing needs no answer: what is stored is as
    /// good.
    private void advance(String name, String attribute, Instant to) {
        try {
            dynamo.updateItem(update -> update.tableName(table)
                    .key(key(name))
                    .updateExpression("SET #time = :to")
                    .conditionExpression("attribute_not_exists(#time) OR #time < :to")
                    .expressionAttributeNames(Map.of("#time", attribute))
                    .expressionAttributeValues(Map.of(":to", time(to))));
        } catch (ConditionalCheckFailedException _) {
            // Somebody was there already.
        }
    }

    /// Writes a row unless there is one, and answers what is stored now.
    private Map<String, AttributeValue> once(String name, String attribute, AttributeValue value) {
        var row = Map.of("pk", text(pair.prefix() + name), attribute, value);
        try {
            dynamo.putItem(put -> put.tableName(table)
                    .item(row)
                    .conditionExpression("attribute_not_exists(pk)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return row;
        } catch (ConditionalCheckFailedException stored) {
            return stored.item();
        }
    }

    private Map<String, AttributeValue> key(String name) {
        return Map.of("pk", text(pair.prefix() + name));
    }
}
