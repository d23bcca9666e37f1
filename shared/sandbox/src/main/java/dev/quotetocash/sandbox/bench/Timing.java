package dev.quotetocash.sandbox.bench;

/// What was measured of some requests: how many, how many a second of the simulator's own time, and how long
/// half of them and 99 of 100 took at most, in microseconds.
record Timing(int requests, double perSecond, double medianMicros, double p99Micros) {}
