package dev.quotetocash.sandbox.stores;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoLocalLinksTest extends DynamoLinksContract {

    @Override
    DynamoDbClient dynamo() {
        return DynamoLocal.client();
    }
}
