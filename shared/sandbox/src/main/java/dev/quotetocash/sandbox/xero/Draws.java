package dev.quotetocash.sandbox.xero;

import java.util.Random;
import java.util.UUID;

/// Everything random, drawn in order from one seed.
final class Draws {

    private static final int ENTROPY_LENGTH = 20;

    private final Random random;

    Draws(long seed) {
        random = new Random(seed);
    }

    /// A version 4 GUID.
    UUID guid() {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /// Twenty capitals, as in a webhook.
    String entropy() {
        var letters = new StringBuilder(ENTROPY_LENGTH);
        for (var i = 0; i < ENTROPY_LENGTH; i++) letters.append((char) ('A' + random.nextInt(26)));
        return letters.toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
