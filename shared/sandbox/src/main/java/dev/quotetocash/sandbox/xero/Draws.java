package dev.quotetocash.sandbox.xero;

import java.util.UUID;

/// Everything random, drawn in order from one seed. The generator is that of [java.util.SplittableRandom], whose
/// whole state is one number.
final class Draws {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int ENTROPY_LENGTH = 20;

    private long state;

    Draws(long seed) {
        state = seed;
    }

    /// A generator with this seed goes on as this one does.
    long state() {
        return state;
    }

    void restore(long earlier) {
        state = earlier;
    }

    /// A version 4 GUID.
    UUID guid() {
        var high = (next() & ~0xF000L) | 0x4000L;
        var low = (next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /// Twenty capitals, as in a webhook.
    String entropy() {
        var letters = new StringBuilder(ENTROPY_LENGTH);
        for (var i = 0; i < ENTROPY_LENGTH; i++) letters.append((char) ('A' + below(26)));
        return letters.toString();
    }

    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    private long next() {
        state += STEP;
        var mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
