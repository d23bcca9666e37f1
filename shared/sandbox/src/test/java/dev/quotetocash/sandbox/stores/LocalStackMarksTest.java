package dev.quotetocash.sandbox.stores;

import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("localstack")
class LocalStackMarksTest extends DynamoMarksContract {

    @Override
    DynamoDbClient dynamo() {
        return LocalStack.client();
    }
}
