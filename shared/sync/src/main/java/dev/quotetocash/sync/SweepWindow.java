package dev.quotetocash.sync;

import java.time.Instant;

/// Where a sweep stands that reads everything modified in a closed window, by id: from `from` on, before `to`,
/// behind `afterId`. Both times are the vendor's. A record that changes while the window is read leaves it, and
/// is found in the next one.
public record SweepWindow(Instant from, Instant to, String afterId) {

    public SweepWindow {
        if (to.isBefore(from)) throw new IllegalArgumentException("a window that ends before it begins");
    }

    public SweepWindow behind(String id) {
        return new SweepWindow(from, to, id);
    }
}
