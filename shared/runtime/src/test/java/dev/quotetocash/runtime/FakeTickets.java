package dev.quotetocash.runtime;

import dev.quotetocash.engine.Tickets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tickets that never end.
final class FakeTickets implements Tickets {

    private final Map<String, String> about = new HashMap<>();

    @Override
    public void issue(Purpose purpose, String hash, String what, Instant until) {
        about.put(purpose + hash, what);
    }

    @Override
    public Optional<String> find(Purpose purpose, String hash, Instant now) {
        return Optional.ofNullable(about.get(purpose + hash));
    }

    @Override
    public Optional<String> redeem(Purpose purpose, String hash, Instant now) {
        return Optional.ofNullable(about.remove(purpose + hash));
    }
}
