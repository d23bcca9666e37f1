package dev.quotetocash.sync;

import java.time.Duration;

/// What a vendor allows, as documented: `perWindow` calls in any `window`, `atOnce` under way at a time, `perDay`
/// calls a day (0: no such limit). A vendor that tells more or less in its answers is believed. `lease` is how
/// long a call may be under way at most: whoever has not reported by then is dead.
public record CallLimits(int perWindow, Duration window, int atOnce, int perDay, Duration lease) {

    public CallLimits {
        if (perWindow < 1 || atOnce < 1 || perDay < 0) throw new IllegalArgumentException("limits that allow no call");
    }

    /// The pace at which waiting calls may go on.
    Duration pace() {
        return window.dividedBy(perWindow);
    }
}
