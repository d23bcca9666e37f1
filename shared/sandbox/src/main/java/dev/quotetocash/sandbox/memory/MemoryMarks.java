package dev.quotetocash.sandbox.memory;

import dev.quotetocash.engine.Marks;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.SweepWindow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Marks in memory.
public final class MemoryMarks implements Marks {

    private final Map<String, HighWaterMark> marks = new LinkedHashMap<>();
    private final Map<String, SweepWindow> windows = new LinkedHashMap<>();
    private final Map<String, Instant> completed = new LinkedHashMap<>();
    private Optional<Instant> activatedAt = Optional.empty();
    private Optional<Instant> restoredAt = Optional.empty();
    private Optional<String> installation = Optional.empty();

    /// The marks of sweeps are put back to where they were in `earlier`.
    public synchronized void putBack(Map<String, HighWaterMark> earlier) {
        marks.clear();
        marks.putAll(earlier);
        windows.clear();
    }

    public synchronized Map<String, HighWaterMark> all() {
        return new LinkedHashMap<>(marks);
    }

    @Override
    public synchronized Optional<HighWaterMark> mark(String sweep) {
        return Optional.ofNullable(marks.get(sweep));
    }

    @Override
    public synchronized void advance(String sweep, HighWaterMark mark) {
        marks.merge(sweep, mark, (stored, next) -> next.at().isAfter(stored.at()) ? next : stored);
    }

    @Override
    public synchronized Optional<SweepWindow> window(String sweep) {
        return Optional.ofNullable(windows.get(sweep));
    }

    @Override
    public synchronized void pause(String sweep, SweepWindow window) {
        windows.put(sweep, window);
    }

    @Override
    public synchronized void closeWindow(String sweep) {
        windows.remove(sweep);
    }

    @Override
    public synchronized void completed(String sweep, Instant at) {
        completed.merge(sweep, at, (stored, next) -> next.isAfter(stored) ? next : stored);
    }

    @Override
    public synchronized Optional<Instant> lastCompleted(String sweep) {
        return Optional.ofNullable(completed.get(sweep));
    }

    @Override
    public synchronized Optional<Instant> activatedAt() {
        return activatedAt;
    }

    @Override
    public synchronized Instant activate(Instant at) {
        var stored = activatedAt.orElse(at);
        activatedAt = Optional.of(stored);
        return stored;
    }

    @Override
    public synchronized Optional<Instant> restoredAt() {
        return restoredAt;
    }

    @Override
    public synchronized void restored(Instant at) {
        restoredAt = restoredAt.filter(at::isBefore).or(() -> Optional.of(at));
    }

    @Override
    public synchronized Optional<String> installation() {
        return installation;
    }

    @Override
    public synchronized String install(String id) {
        var stored = installation.orElse(id);
        installation = Optional.of(stored);
        return stored;
    }
}
