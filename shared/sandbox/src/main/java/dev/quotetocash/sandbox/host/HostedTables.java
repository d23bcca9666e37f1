package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Makes the template's tables in DynamoDB Local.
final class HostedTables {

    private static final Set<String> MADE =
            Set.of("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "TimeToLiveSpecification");
    private static final Set<String> ONLY_IN_AWS =
            Set.of("BillingMode", "PointInTimeRecoverySpecification", "SSESpecification", "Tags");

    private HostedTables() {}

    static void create(DynamoDbClient dynamo, Template.Resource table, JsonNode properties, String name) {
        Properties.refuseOthers(table, MADE, ONLY_IN_AWS);
        dynamo.createTable(create -> {
            create.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(properties
                            .path("AttributeDefinitions")
                            .valueStream()
                            .map(HostedTables::attribute)
                            .toList())
                    .keySchema(keys(properties));
            var indexes = properties
                    .path("GlobalSecondaryIndexes")
                    .valueStream()
                    .map(HostedTables::index)
                    .toList();
            if (!indexes.isEmpty()) create.globalSecondaryIndexes(indexes);
        });
        var expiry = properties.path("TimeToLiveSpecification");
        if (expiry.path("Enabled").asBoolean())
            dynamo.updateTimeToLive(update -> update.tableName(name)
                    .timeToLiveSpecification(ttl -> ttl.enabled(true)
                            .attributeName(expiry.path("AttributeName").asText())));
    }

    private static AttributeDefinition attribute(JsonNode attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute.path("AttributeName").asText())
                .attributeType(ScalarAttributeType.fromValue(
                        attribute.path("AttributeType").asText()))
                .build();
    }

    private static List<KeySchemaElement> keys(JsonNode owner) {
        return owner.path("KeySchema")
                .valueStream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.path("AttributeName").asText())
                        .keyType(KeyType.fromValue(key.path("KeyType").asText()))
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(JsonNode index) {
        var projection = index.path("Projection");
        var attributes = projection
                .path("NonKeyAttributes")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        var type = ProjectionType.fromValue(projection.path("ProjectionType").asText());
        return GlobalSecondaryIndex.builder()
                .indexName(index.path("IndexName").asText())
                .keySchema(keys(index))
                .projection(
                        attributes.isEmpty()
                                ? Projection.builder().projectionType(type).build()
                                : Projection.builder()
                                        .projectionType(type)
                                        .nonKeyAttributes(attributes)
                                        .build())
                .build();
    }
}
