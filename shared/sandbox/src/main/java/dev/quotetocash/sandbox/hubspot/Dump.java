package dev.quotetocash.sandbox.hubspot;

/// The whole state of the simulator: the account, what stands before it (grants, limits, disruptions), and the
/// number of the next webhook event.
record Dump(Snapshot account, Gate.State gate, long nextEventId) {}
