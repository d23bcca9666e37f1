package dev.quotetocash.sandbox.bench;

import java.util.Arrays;

/// How long requests took, in nanoseconds, and the processor's time for all of them.
final class Samples {

    private static final int ROOM_AT_FIRST = 1 << 12;

    private long[] nanos = new long[ROOM_AT_FIRST];
    private int count;
    private long cpuNanos;

    void add(long taken, long cpu) {
        add(taken);
        cpuNanos += cpu;
    }

    private void add(long taken) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
        nanos[count++] = taken;
    }

    void addAll(Samples others) {
        for (var at = 0; at < others.count; at++) add(others.nanos[at]);
        cpuNanos += others.cpuNanos;
    }

    /// An empty one is all zeros.
    Timing timing() {
        if (count == 0) return new Timing(0, 0, 0, 0, 0);
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        var total = Arrays.stream(sorted).sum();
        return new Timing(
                count,
                count * 1e9 / total,
                count * 1e9 / Math.max(1, cpuNanos),
                micros(sorted, 0.5),
                micros(sorted, 0.99));
    }

    /// The smallest that is no less than this share of all.
    private static double micros(long[] sorted, double share) {
        var rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e3;
    }
}
