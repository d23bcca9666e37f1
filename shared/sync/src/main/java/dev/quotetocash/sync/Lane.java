package dev.quotetocash.sync;

/// What a vendor call is for: when the vendor's quota gets scarce, the lanes keep their order.
public enum Lane {
    INVOICE,
    CHANGE,
    SWEEP,
    FIRST_LOAD
}
