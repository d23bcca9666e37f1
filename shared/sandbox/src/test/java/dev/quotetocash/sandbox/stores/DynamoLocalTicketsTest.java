package dev.quotetocash.sandbox.stores;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoLocalTicketsTest extends DynamoTicketsContract {

    @Override
    DynamoDbClient dynamo() {
        return DynamoLocal.client();
    }
}
