package dev.quotetocash.sandbox.stores;

import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Fresh tables for one test, with the keys and indexes of the template.
record DynamoTables(String links, String journal, String marks, String governor) {

    static final Pair PAIR = new Pair(new PortalId("62515"), new TenantId("e629a03c-7ffe-4913-bd94-ff2fdb36a702"));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static DynamoTables create(DynamoDbClient dynamo) {
        var number = NUMBER.incrementAndGet();
        var tables = new DynamoTables("links-" + number, "journal-" + number, "marks-" + number, "governor-" + number);
        dynamo.createTable(table -> table.tableName(tables.links())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("duePartition"), text("cause"), number("dueAt"))
                .keySchema(partition("pk"))
                .globalSecondaryIndexes(
                        index("due", partition("duePartition"), sort("dueAt")),
                        index("cause", partition("cause"), sort("pk"))));
        dynamo.createTable(table -> table.tableName(tables.journal())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"))
                .keySchema(partition("pk"), sort("sk")));
        for (var name : List.of(tables.marks(), tables.governor())) {
            dynamo.createTable(table -> table.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text("pk"))
                    .keySchema(partition("pk")));
        }
        return tables;
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static AttributeDefinition number(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.N)
                .build();
    }

    private static KeySchemaElement partition(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private static KeySchemaElement sort(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.RANGE)
                .build();
    }

    private static GlobalSecondaryIndex index(String name, KeySchemaElement... keys) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(keys)
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }
}
