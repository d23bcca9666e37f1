package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.number;
import static dev.quotetocash.aws.Attributes.text;

import dev.quotetocash.engine.Locks;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Locks in DynamoDB, one row each: `<name>#lock` with `holder` and `until` in milliseconds since 1970. A lock
/// that is given back is one that has ended.
public final class DynamoLocks implements Locks {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoLocks(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public boolean acquire(String name, String holder, Instant now, Instant until) {
        try {
            dynamo.putItem(put -> put.tableName(table)
                    .item(Map.of(
                            "pk", text(name + "#lock"),
                            "holder", text(holder),
                            "until", number(until.toEpochMilli())))
                    .conditionExpression("attribute_not_exists(pk) OR #until <= :now")
                    .expressionAttributeNames(Map.of("#until", "until"))
                    .expressionAttributeValues(Map.of(":now", number(now.toEpochMilli()))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public boolean isHeld(String name, Instant now) {
        var reply = dynamo.getItem(get ->
                get.tableName(table).key(Map.of("pk", text(name + "#lock"))).consistentRead(true));
        return reply.hasItem() && number(reply.item(), "until") > now.toEpochMilli();
    }

    @Override
    public void release(String name, String holder) {
        try {
            dynamo.putItem(put -> put.tableName(table)
                    .item(Map.of("pk", text(name + "#lock"), "holder", text(holder), "until", number(0)))
                    .conditionExpression("holder = :holder")
                    .expressionAttributeValues(Map.of(":holder", text(holder))));
        } catch (ConditionalCheckFailedException _) {
            // It had ended, and somebody else has it.
        }
    }
}
