package dev.quotetocash.wiring;

import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.Metrics;
import java.util.Map;

/// The engine's telemetry as log lines and metrics.
final class LogTelemetry implements Telemetry {

    private final JsonLog log;
    private final Metrics metrics;

    LogTelemetry(JsonLog log, Metrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    @Override
    public void count(Metric metric, int by) {
        metrics.count(
                switch (metric) {
                    case INVOICES_LINKED -> dev.quotetocash.runtime.Metric.INVOICES_LINKED;
                    case DEALS_UPDATED -> dev.quotetocash.runtime.Metric.DEALS_UPDATED;
                    case PARKED -> dev.quotetocash.runtime.Metric.PARKED;
                    case DEFERRED -> dev.quotetocash.runtime.Metric.DEFERRED;
                    case LOOK_UPS -> dev.quotetocash.runtime.Metric.LOOK_UPS;
                    case CONNECTION_REFUSED -> dev.quotetocash.runtime.Metric.CONNECTION_REFUSED;
                    case SURPLUS -> dev.quotetocash.runtime.Metric.SURPLUS;
                },
                by);
    }

    @Override
    public void note(String about, String what) {
        log.info(what, Map.of("about", about));
    }
}
