package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Locks;
import dev.quotetocash.sandbox.memory.MemoryLocks;
import java.time.Instant;

/// The locks of one stack. `held` are the locks themselves; `onTheirWay` is how functions reach them.
record StackLocks(Locks held, Locks onTheirWay) {

    /// `missed` is told when a function finds a lock in other hands.
    static StackLocks of(Passage passage, Runnable missed) {
        var held = new MemoryLocks();
        var told = new Told(held, missed);
        return new StackLocks(
                held, passage.around(Locks.class, told, _ -> Operation.CONNECTION, StackPorts::unanswered));
    }

    private record Told(Locks real, Runnable missed) implements Locks {
        @Override
        public boolean acquire(String name, String holder, Instant now, Instant until) {
            var acquired = real.acquire(name, holder, now, until);
            if (!acquired) missed.run();
            return acquired;
        }

        @Override
        public boolean isHeld(String name, Instant now) {
            return real.isHeld(name, now);
        }

        @Override
        public void release(String name, String holder) {
            real.release(name, holder);
        }
    }
}
