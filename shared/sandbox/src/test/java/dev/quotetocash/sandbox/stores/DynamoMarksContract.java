package dev.quotetocash.sandbox.stores;

import dev.quotetocash.aws.DynamoMarks;
import dev.quotetocash.engine.Marks;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

abstract class DynamoMarksContract extends MarksContract {

    private Marks marks;

    abstract DynamoDbClient dynamo();

    @BeforeEach
    void createTable() {
        marks = new DynamoMarks(
                dynamo(), DynamoTables.PAIR, DynamoTables.create(dynamo()).marks());
    }

    @Override
    Marks marks() {
        return marks;
    }
}
