package dev.quotetocash.sandbox.hubspot;

/// The whole state of the simulator: the account, and how far its apps have used up their limits.
record Dump(Snapshot account, RateLimits.State limits) {}
