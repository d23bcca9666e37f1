package dev.quotetocash.sandbox.xero;

import java.time.Instant;

/// A note in a record's history. `user` is who wrote it.
record Note(Instant at, String user, String details) {}
