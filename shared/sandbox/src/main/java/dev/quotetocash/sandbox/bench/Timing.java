package dev.quotetocash.sandbox.bench;

/// What was measured of some requests: how many, how many a second of the time inside the simulator, how many a
/// second of the processor's time that its thread got (the same, unless other programs or the collector of
/// garbage take turns), and how long half of them and 99 of 100 took at most, in microseconds.
record Timing(int requests, double perSecond, double perCpuSecond, double medianMicros, double p99Micros) {}
