package dev.quotetocash.sandbox.memory;

import dev.quotetocash.engine.Locks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Locks in memory.
public final class MemoryLocks implements Locks {

    private record Held(String holder, Instant until) {}

    private final Map<String, Held> held = new LinkedHashMap<>();

    @Override
    public synchronized boolean acquire(String name, String holder, Instant now, Instant until) {
        var other = held.get(name);
        if (other != null && other.until().isAfter(now)) return false;
        held.put(name, new Held(holder, until));
        return true;
    }

    @Override
    public synchronized boolean isHeld(String name, Instant now) {
        var lock = held.get(name);
        return lock != null && lock.until().isAfter(now);
    }

    @Override
    public synchronized void release(String name, String holder) {
        held.computeIfPresent(name, (_, lock) -> lock.holder().equals(holder) ? null : lock);
    }
}
