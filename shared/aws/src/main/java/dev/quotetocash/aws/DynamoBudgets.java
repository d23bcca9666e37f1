package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.integer;
import static dev.quotetocash.aws.Attributes.map;
import static dev.quotetocash.aws.Attributes.number;
import static dev.quotetocash.aws.Attributes.text;

import dev.quotetocash.engine.Budgets;
import dev.quotetocash.sync.CallBudget;
import dev.quotetocash.sync.CallBudget.Block;
import dev.quotetocash.sync.CallBudget.Day;
import dev.quotetocash.sync.CallBudget.Permit;
import dev.quotetocash.sync.Lane;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Budgets in DynamoDB, one row each: `<name>#budget`. Times are milliseconds since 1970, because a row is written
/// twice for every call of a vendor and is charged by its size.
public final class DynamoBudgets implements Budgets {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoBudgets(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Stored read(String name) {
        var reply = dynamo.getItem(get ->
                get.tableName(table).key(Map.of("pk", text(name + "#budget"))).consistentRead(true));
        return reply.hasItem()
                ? new Stored(budget(reply.item()), number(reply.item(), "version"))
                : new Stored(CallBudget.FRESH, 0);
    }

    @Override
    public boolean save(String name, CallBudget next, long version) {
        var row = row(next);
        row.put("pk", text(name + "#budget"));
        row.put("version", number(version + 1));
        try {
            dynamo.putItem(put -> {
                put.tableName(table).item(row);
                if (version == 0) put.conditionExpression("attribute_not_exists(pk)");
                else
                    put.conditionExpression("version = :read")
                            .expressionAttributeValues(Map.of(":read", number(version)));
            });
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static Map<String, AttributeValue> row(CallBudget budget) {
        var row = new LinkedHashMap<String, AttributeValue>();
        row.put(
                "recent",
                AttributeValue.fromL(
                        budget.recent().stream().map(DynamoBudgets::millis).toList()));
        var permits = new LinkedHashMap<String, AttributeValue>();
        budget.underWay()
                .forEach((id, permit) -> permits.put(
                        id, map(Map.of("lane", text(permit.lane().name()), "expiresAt", millis(permit.expiresAt())))));
        row.put("underWay", map(permits));
        var day = budget.day();
        row.put("daySince", millis(day.since()));
        row.put("dayMostLeft", number(day.mostLeft()));
        day.left().ifPresent(left -> row.put("dayLeft", number(left)));
        var used = new LinkedHashMap<String, AttributeValue>();
        day.used().forEach((lane, calls) -> used.put(lane.name(), number(calls)));
        row.put("dayUsed", map(used));
        budget.block().ifPresent(block -> {
            row.put("blockUntil", millis(block.until()));
            row.put("blockDaily", AttributeValue.fromBool(block.daily()));
            row.put("blockWaiting", number(block.waiting()));
        });
        row.put("windowLimit", number(budget.windowLimit()));
        return row;
    }

    private static CallBudget budget(Map<String, AttributeValue> row) {
        return new CallBudget(
                members(row, "recent").l().stream().map(DynamoBudgets::instant).toList(),
                permits(members(row, "underWay").m()),
                day(row),
                block(row),
                integer(row, "windowLimit"));
    }

    private static Map<String, Permit> permits(Map<String, AttributeValue> stored) {
        var permits = new LinkedHashMap<String, Permit>();
        stored.forEach((id, permit) ->
                permits.put(id, new Permit(Lane.valueOf(text(permit.m(), "lane")), instant(permit.m(), "expiresAt"))));
        return permits;
    }

    private static Day day(Map<String, AttributeValue> row) {
        var stored = members(row, "dayUsed").m();
        var used = new LinkedHashMap<Lane, Integer>();
        for (var lane : Lane.values())
            if (stored.containsKey(lane.name())) used.put(lane, integer(stored, lane.name()));
        var left = Attributes.find(row, "dayLeft").map(value -> Integer.valueOf(value.n()));
        return new Day(instant(row, "daySince"), left, integer(row, "dayMostLeft"), used);
    }

    private static Optional<Block> block(Map<String, AttributeValue> row) {
        return Attributes.find(row, "blockUntil")
                .map(until ->
                        new Block(instant(until), members(row, "blockDaily").bool(), integer(row, "blockWaiting")));
    }

    private static AttributeValue members(Map<String, AttributeValue> row, String name) {
        return Attributes.find(row, name).orElseThrow(() -> Attributes.missing(name));
    }

    private static AttributeValue millis(Instant time) {
        return number(time.toEpochMilli());
    }

    private static Instant instant(AttributeValue millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis.n()));
    }

    private static Instant instant(Map<String, AttributeValue> row, String name) {
        return Instant.ofEpochMilli(number(row, name));
    }
}
