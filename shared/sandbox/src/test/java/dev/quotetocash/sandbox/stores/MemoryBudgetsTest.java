package dev.quotetocash.sandbox.stores;

import dev.quotetocash.engine.Budgets;
import dev.quotetocash.sandbox.memory.MemoryBudgets;

class MemoryBudgetsTest extends BudgetsContract {

    private final Budgets budgets = new MemoryBudgets();

    @Override
    Budgets budgets() {
        return budgets;
    }
}
