package dev.quotetocash.sync;

/// Who wins when both sides changed one field since they last agreed. `REVIEW` leaves both as they are for a
/// person.
public enum Policy {
    HUBSPOT,
    XERO,
    REVIEW
}
