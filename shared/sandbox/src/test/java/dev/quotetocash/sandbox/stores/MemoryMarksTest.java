package dev.quotetocash.sandbox.stores;

import dev.quotetocash.engine.Marks;
import dev.quotetocash.sandbox.memory.MemoryMarks;

class MemoryMarksTest extends MarksContract {

    private final MemoryMarks marks = new MemoryMarks();

    @Override
    Marks marks() {
        return marks;
    }
}
