package dev.quotetocash.engine;

/// What operators see of the engine's work. Never given personal data, secrets or amounts.
public interface Telemetry {

    enum Metric {
        INVOICES_LINKED,
        DEALS_UPDATED,
        PARKED,
        DEFERRED,
        LOOK_UPS,

        /// A vendor refuses the connection: nothing goes on before somebody connects again, or puts in good
        /// credentials.
        CONNECTION_REFUSED,

        /// Invoices beside a slot's own that only a person can decide about.
        SURPLUS
    }

    void count(Metric metric, int by);

    /// One line about one record, by its key or id: what happened, in words for an operator.
    void note(String about, String what);
}
