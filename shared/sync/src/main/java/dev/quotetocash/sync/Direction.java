package dev.quotetocash.sync;

/// Which way a field flows. One-way means that the source is applied again when the other side drifts from it.
public enum Direction {
    BOTH,
    TO_XERO,
    TO_HUBSPOT
}
