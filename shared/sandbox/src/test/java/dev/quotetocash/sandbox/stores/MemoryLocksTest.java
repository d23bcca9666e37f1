package dev.quotetocash.sandbox.stores;

import dev.quotetocash.engine.Locks;
import dev.quotetocash.sandbox.memory.MemoryLocks;

class MemoryLocksTest extends LocksContract {

    private final Locks locks = new MemoryLocks();

    @Override
    Locks locks() {
        return locks;
    }
}
