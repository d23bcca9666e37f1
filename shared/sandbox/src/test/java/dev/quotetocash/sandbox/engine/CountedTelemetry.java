package dev.quotetocash.sandbox.engine;

import dev.quotetocash.engine.Telemetry;
import java.util.List;

/// Remembers which metrics were counted, in order.
record CountedTelemetry(List<Telemetry.Metric> counted) implements Telemetry {

    @Override
    public void count(Metric metric, int by) {
        counted.add(metric);
    }

    @Override
    public void note(String about, String what) {}
}
