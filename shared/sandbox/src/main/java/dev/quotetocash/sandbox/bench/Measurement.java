package dev.quotetocash.sandbox.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.EnumMap;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Asks a subject the mix, one request after the other. Only the simulator's part is timed, not the writing of
/// the request. A request that fails ends it: a refusal is quickly answered.
final class Measurement {

    static final long SEED = 20261123;

    private final Subject subject;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final RandomGenerator random = new SplittableRandom(SEED);

    Measurement(Subject subject) {
        this.subject = subject;
    }

    Result run(Duration length) {
        var samples = new EnumMap<Kind, Samples>(Kind.class);
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            var kind = Kind.drawn(random);
            var request = subject.request(kind, random);
            var cpuStart = threads.getCurrentThreadCpuTime();
            var start = System.nanoTime();
            var reply = subject.handle(request);
            var taken = System.nanoTime() - start;
            var cpu = threads.getCurrentThreadCpuTime() - cpuStart;
            Caller.checkSuccess(request, reply);
            samples.computeIfAbsent(kind, _ -> new Samples()).add(taken, cpu);
        }
        return result(samples);
    }

    private Result result(EnumMap<Kind, Samples> samples) {
        var all = new Samples();
        var kinds = new EnumMap<Kind, Timing>(Kind.class);
        samples.forEach((kind, some) -> {
            all.addAll(some);
            kinds.put(kind, some.timing());
        });
        return new Result(subject.name(), subject.recordsName(), subject.records(), all.timing(), kinds);
    }
}
