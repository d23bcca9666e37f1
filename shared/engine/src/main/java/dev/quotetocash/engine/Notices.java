package dev.quotetocash.engine;

import java.time.Duration;
import java.util.List;

/// The way into the queues.
public interface Notices {

    /// The longest delay that a queue can give a message.
    Duration DELAY_MAX = Duration.ofMinutes(15);

    /// Queued durably when it returns; an exception means that none of them counts as queued. At most
    /// [#DELAY_MAX].
    void enqueue(List<Notice> notices, Duration delay);
}
