package dev.quotetocash.mapping;

import dev.quotetocash.sync.Cause;

/// Why a record cannot cross, in one sentence for the person who can mend it, and what that waits for.
public record Unmappable(Cause cause, String reason) {}
