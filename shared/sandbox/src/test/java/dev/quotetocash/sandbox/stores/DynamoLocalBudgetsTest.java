package dev.quotetocash.sandbox.stores;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoLocalBudgetsTest extends DynamoBudgetsContract {

    @Override
    DynamoDbClient dynamo() {
        return DynamoLocal.client();
    }
}
