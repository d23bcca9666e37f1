package dev.quotetocash.engine;

import java.util.Optional;

/// Where the connection to one vendor is kept, for all functions: encrypted.
public interface Connections {

    /// As it is stored now; empty before anybody has connected.
    Optional<Connection> read();

    /// Stored durably when it returns.
    void write(Connection next);
}
