package dev.quotetocash.sandbox.memory;

import dev.quotetocash.engine.Connection;
import dev.quotetocash.engine.Connections;
import java.util.Optional;

/// A connection in memory.
public final class MemoryConnections implements Connections {

    private Optional<Connection> connection = Optional.empty();

    @Override
    public synchronized Optional<Connection> read() {
        return connection;
    }

    @Override
    public synchronized void write(Connection next) {
        connection = Optional.of(next);
    }
}
