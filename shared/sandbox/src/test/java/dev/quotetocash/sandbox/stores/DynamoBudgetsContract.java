package dev.quotetocash.sandbox.stores;

import dev.quotetocash.aws.DynamoBudgets;
import dev.quotetocash.engine.Budgets;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

abstract class DynamoBudgetsContract extends BudgetsContract {

    private Budgets budgets;

    abstract DynamoDbClient dynamo();

    @BeforeEach
    void createTable() {
        budgets = new DynamoBudgets(dynamo(), DynamoTables.create(dynamo()).governor());
    }

    @Override
    Budgets budgets() {
        return budgets;
    }
}
