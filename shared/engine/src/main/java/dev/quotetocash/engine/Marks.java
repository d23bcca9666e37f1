package dev.quotetocash.engine;

import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.SweepWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where sweeps stand, and what the stack as a whole remembers.
public interface Marks {

    /// A vendor's clock and ours, where a time of the one is compared with a time of the other.
    Duration CLOCKS_APART = Duration.ofMinutes(5);

    /// `sweep` names entity and system: `invoice#xero`.
    Optional<HighWaterMark> mark(String sweep);

    /// Saved only if greater than what is stored.
    void advance(String sweep, HighWaterMark mark);

    /// The window that a sweep has begun and not finished.
    Optional<SweepWindow> window(String sweep);

    /// Remembers how far a sweep has come in its window.
    void pause(String sweep, SweepWindow window);

    /// The window of a sweep has been read to its end.
    void closeWindow(String sweep);

    /// A sweep has read everything there was; `at` is our clock, for the alarm on sweeps that stopped. Never
    /// moves back.
    void completed(String sweep, Instant at);

    /// When a sweep last completed, by our clock.
    Optional<Instant> lastCompleted(String sweep);

    /// Nothing won at or before it is invoiced by itself. In HubSpot's time.
    Optional<Instant> activatedAt();

    /// Written once. The answer is what is stored afterwards, which is an earlier call's time if there was one.
    Instant activate(Instant at);

    /// When tables were last put back to an earlier point, by our clock. What was sent before may be unknown here.
    Optional<Instant> restoredAt();

    /// Never moves back.
    void restored(Instant at);

    /// This stack's own id, made at set-up.
    Optional<String> installation();

    /// Written once. The answer is what is stored afterwards.
    String install(String id);
}
