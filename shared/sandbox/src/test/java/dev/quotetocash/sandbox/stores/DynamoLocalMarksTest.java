package dev.quotetocash.sandbox.stores;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoLocalMarksTest extends DynamoMarksContract {

    @Override
    DynamoDbClient dynamo() {
        return DynamoLocal.client();
    }
}
