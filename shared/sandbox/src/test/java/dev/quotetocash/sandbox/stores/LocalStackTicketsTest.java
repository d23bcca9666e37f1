package dev.quotetocash.sandbox.stores;

import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("localstack")
class LocalStackTicketsTest extends DynamoTicketsContract {

    @Override
    DynamoDbClient dynamo() {
        return LocalStack.client();
    }
}
