package dev.quotetocash.sandbox.stores;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoLocalLocksTest extends DynamoLocksContract {

    @Override
    DynamoDbClient dynamo() {
        return DynamoLocal.client();
    }
}
