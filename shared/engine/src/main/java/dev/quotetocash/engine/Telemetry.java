package dev.quotetocash.engine;

import dev.quotetocash.sync.LinkKey;

/// What operators see of the engine's work. Never given personal data, secrets or amounts.
public interface Telemetry {

    enum Metric {
        INVOICES_CREATED,
        DEALS_UPDATED,
        PARKED,
        DEFERRED,
        LOOK_UPS
    }

    void count(Metric metric, int by);

    /// One line about one link: what happened, in words for an operator.
    void note(LinkKey link, String what);
}
