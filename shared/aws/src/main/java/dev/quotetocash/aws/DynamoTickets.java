package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.number;
import static dev.quotetocash.aws.Attributes.text;

import dev.quotetocash.engine.Tickets;
import dev.quotetocash.sync.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Tickets in DynamoDB, one row each: `<portal>#<tenant>#ticket#<purpose>#<hash>` with `about` and `until` in
/// milliseconds since 1970. One that was redeemed has `redeemed` in the place of `about`. DynamoDB drops rows
/// some time after `expiresAt`, in seconds.
public final class DynamoTickets implements Tickets {

    private static final Duration KEPT = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final Pair pair;
    private final String table;

    public DynamoTickets(DynamoDbClient dynamo, Pair pair, String table) {
        this.dynamo = dynamo;
        this.pair = pair;
        this.table = table;
    }

    @Override
    public void issue(Purpose purpose, String hash, String about, Instant until) {
        dynamo.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "pk", key(purpose, hash),
                        "about", text(about),
                        "until", number(until.toEpochMilli()),
                        "expiresAt", number(until.plus(KEPT).getEpochSecond()))));
    }

    @Override
    public Optional<String> find(Purpose purpose, String hash, Instant now) {
        var reply = dynamo.getItem(get ->
                get.tableName(table).key(Map.of("pk", key(purpose, hash))).consistentRead(true));
        if (!reply.hasItem() || !reply.item().containsKey("about")) return Optional.empty();
        var isGood = now.toEpochMilli() < number(reply.item(), "until");
        return isGood ? Optional.of(text(reply.item(), "about")) : Optional.empty();
    }

    @Override
    public Optional<String> redeem(Purpose purpose, String hash, Instant now) {
        try {
            var old = dynamo.putItem(put -> put.tableName(table)
                    .item(Map.of(
                            "pk", key(purpose, hash),
                            "redeemed", number(now.toEpochMilli()),
                            "expiresAt", number(now.plus(KEPT).getEpochSecond())))
                    .conditionExpression("attribute_exists(about) AND #until > :now")
                    .expressionAttributeNames(Map.of("#until", "until"))
                    .expressionAttributeValues(Map.of(":now", number(now.toEpochMilli())))
                    .returnValues(ReturnValue.ALL_OLD));
            return Optional.of(text(old.attributes(), "about"));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    private AttributeValue key(Purpose purpose, String hash) {
        return text(pair.prefix() + "ticket#" + purpose.name().toLowerCase(Locale.ROOT) + "#" + hash);
    }
}
