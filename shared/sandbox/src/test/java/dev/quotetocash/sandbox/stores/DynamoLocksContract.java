package dev.quotetocash.sandbox.stores;

import dev.quotetocash.aws.DynamoLocks;
import dev.quotetocash.engine.Locks;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

abstract class DynamoLocksContract extends LocksContract {

    private Locks locks;

    abstract DynamoDbClient dynamo();

    @BeforeEach
    void createTable() {
        locks = new DynamoLocks(dynamo(), DynamoTables.create(dynamo()).governor());
    }

    @Override
    Locks locks() {
        return locks;
    }
}
