package dev.quotetocash.sync;

import java.time.Duration;
import java.time.Instant;

/// Up to where a sweep has safely queued everything, in the vendor's time. It never goes back.
public record HighWaterMark(Instant at) {

    /// Records younger than this when the vendor answered may still appear behind the mark.
    public static final Duration TRAIL = Duration.ofMinutes(5);

    /// After everything up to `lastModified` was queued, by an answer that the vendor gave at `repliedAt`.
    public HighWaterMark advancedTo(Instant lastModified, Instant repliedAt) {
        var safe = repliedAt.minus(TRAIL);
        var next = lastModified.isBefore(safe) ? lastModified : safe;
        return next.isAfter(at) ? new HighWaterMark(next) : this;
    }
}
