package dev.quotetocash.sandbox.hubspot;

import java.util.random.RandomGenerator;

/// Random numbers whose whole state is one number, so that a dump can hold it (SplitMix64).
final class Dice implements RandomGenerator {

    private long state;

    Dice(long state) {
        this.state = state;
    }

    long state() {
        return state;
    }

    @Override
    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        var mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
