package dev.quotetocash.sandbox.prove;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Virtual time. What happens at one moment happens alone: each task has a thread of its own, and one baton goes
/// from the clockwork to a task and back when the task pauses. Among what is due at the same moment, chance picks.
/// Time passes only from one moment to the next. A run that does not come to its end fails.
final class Clockwork implements InstantSource {

    /// A usual run has a tenth of that.
    private static final int MOMENTS_MAX = 1_000_000;

    private final PriorityQueue<Moment> moments = new PriorityQueue<>();
    private final Set<Task> open = new LinkedHashSet<>();
    private final Chance chance;
    private Instant now;
    private long sequence;
    private int passed;
    private Optional<Task> running = Optional.empty();

    Clockwork(Instant start, Chance chance) {
        this.now = start;
        this.chance = chance;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Does something at a time, in the clockwork's own thread: it must not pause.
    void at(Instant time, Runnable action) {
        moments.add(new Moment(time.isBefore(now) ? now : time, chance.below(Integer.MAX_VALUE), sequence++, action));
    }

    /// A task that starts at once. It ends with its body, or when it dies.
    Task start(String name, Runnable body) {
        var task = new Task(name, body);
        open.add(task);
        at(now, () -> resume(task));
        return task;
    }

    /// The task that holds the baton.
    Optional<Task> running() {
        return running;
    }

    /// Hands the baton back, for a while.
    void pause(Duration duration) {
        var task = running.orElseThrow(() -> new IllegalStateException("only a task can pause"));
        at(now.plus(duration), () -> resume(task));
        task.yield();
    }

    /// Lets time pass until `end`.
    void runUntil(Instant end) {
        while (!moments.isEmpty() && !moments.peek().time().isAfter(end)) {
            if (++passed > MOMENTS_MAX) throw new IllegalStateException("it is busy, and gets nowhere");
            var next = moments.remove();
            now = next.time();
            next.action().run();
        }
        now = end;
    }

    /// Ends every task where it stands, so that no thread is left behind.
    void stop() {
        moments.clear();
        for (var task : List.copyOf(open)) {
            task.die("the end of the run");
            resume(task);
        }
    }

    private void resume(Task task) {
        if (!open.contains(task)) return;
        running = Optional.of(task);
        task.go();
        running = Optional.empty();
        if (task.ended()) {
            open.remove(task);
            task.failure().ifPresent(failure -> {
                throw new IllegalStateException(task.name() + " failed: " + failure, failure);
            });
            task.endings.forEach(Runnable::run);
        }
    }

    private record Moment(Instant time, int tie, long sequence, Runnable action) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            var byTime = time.compareTo(other.time);
            if (byTime != 0) return byTime;
            var byTie = Integer.compare(tie, other.tie);
            return byTie != 0 ? byTie : Long.compare(sequence, other.sequence);
        }
    }

    /// One thread of the virtual world: an invocation, or a person at work.
    static final class Task {

        private final String name;
        private final Thread thread;
        private final List<Runnable> endings = new ArrayList<>();
        private volatile boolean ours;
        private volatile boolean finished;
        private volatile Optional<Thread> waiting = Optional.empty();
        private volatile Optional<Throwable> failure = Optional.empty();
        private Optional<String> death = Optional.empty();
        private Optional<Instant> deadline = Optional.empty();

        private Task(String name, Runnable body) {
            this.name = name;
            this.thread = Thread.ofVirtual().name(name).unstarted(() -> {
                try {
                    body.run();
                } catch (Killed killed) {
                    death = Optional.of(String.valueOf(killed.getMessage()));
                } catch (Throwable unexpected) {
                    failure = Optional.of(unexpected);
                } finally {
                    finished = true;
                    ours = false;
                    LockSupport.unpark(waiting.orElseThrow());
                }
            });
        }

        String name() {
            return name;
        }

        boolean ended() {
            return finished;
        }

        /// True if it did not come to its end.
        boolean died() {
            return death.isPresent();
        }

        Optional<Instant> deadline() {
            return deadline;
        }

        /// When the runtime stops it.
        void endsAt(Instant time) {
            deadline = Optional.of(time);
        }

        /// Called once it has ended or died.
        void whenEnded(Runnable action) {
            endings.add(action);
        }

        /// From its next step on it is dead.
        void die(String why) {
            death = Optional.of(why);
        }

        private Optional<Throwable> failure() {
            return failure;
        }

        private void go() {
            waiting = Optional.of(Thread.currentThread());
            ours = true;
            if (thread.getState() == Thread.State.NEW) thread.start();
            else LockSupport.unpark(thread);
            while (ours) LockSupport.park(this);
        }

        private void yield() {
            var clockwork = waiting.orElseThrow();
            ours = false;
            LockSupport.unpark(clockwork);
            while (!ours) LockSupport.park(this);
            death.ifPresent(why -> {
                throw new Killed(why);
            });
        }
    }
}
