package dev.quotetocash.engine;

import java.util.List;

/// What lies in the queues.
public interface Backlogs {

    List<Backlog> read();
}
