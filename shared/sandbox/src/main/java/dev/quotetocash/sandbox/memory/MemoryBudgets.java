package dev.quotetocash.sandbox.memory;

import dev.quotetocash.engine.Budgets;
import dev.quotetocash.sync.CallBudget;
import java.util.LinkedHashMap;
import java.util.Map;

/// Call budgets in memory.
public final class MemoryBudgets implements Budgets {

    private final Map<String, Stored> budgets = new LinkedHashMap<>();

    @Override
    public synchronized Stored read(String name) {
        return budgets.getOrDefault(name, new Stored(CallBudget.FRESH, 0));
    }

    @Override
    public synchronized boolean save(String name, CallBudget next, long version) {
        if (read(name).version() != version) return false;
        budgets.put(name, new Stored(next, version + 1));
        return true;
    }
}
