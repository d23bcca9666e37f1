package dev.quotetocash.aws;

import dev.quotetocash.sync.JournalEntry;
import java.time.Instant;

/// A journal entry and when it was saved, by our clock.
public record Journaled(Instant at, JournalEntry entry) {}
