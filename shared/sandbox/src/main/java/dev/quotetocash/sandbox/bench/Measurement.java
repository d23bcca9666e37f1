package dev.quotetocash.sandbox.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Asks a subject the mix, one request after the other. Only the simulator's part is timed, not the writing of
/// the request. A request that fails ends it: a refusal is quickly answered.
final class Measurement {

    static final long SEED = 20261123;

    private final Subject subject;
    private final RandomGenerator random = new SplittableRandom(SEED);

    Measurement(Subject subject) {
        this.subject = subject;
    }

    Result run(Duration length) {
        var samples = new EnumMap<Kind, Samples>(Kind.class);
        for (var kind : Kind.values()) samples.put(kind, new Samples());
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            var kind = Kind.drawn(random);
            var request = subject.request(kind, random);
            var start = System.nanoTime();
            var reply = subject.handle(request);
            var taken = System.nanoTime() - start;
            Caller.checkSuccess(request, reply);
            samples.get(kind).add(taken);
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
