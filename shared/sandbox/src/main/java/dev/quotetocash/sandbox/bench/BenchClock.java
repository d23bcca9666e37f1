package dev.quotetocash.sandbox.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The simulators' time moves with the requests and not with the machine, so that every run asks the same.
final class BenchClock implements InstantSource {

    static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
