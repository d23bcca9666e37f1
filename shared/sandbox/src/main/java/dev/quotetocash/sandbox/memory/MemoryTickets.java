package dev.quotetocash.sandbox.memory;

import dev.quotetocash.engine.Tickets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tickets in memory.
public final class MemoryTickets implements Tickets {

    private record Key(Purpose purpose, String hash) {}

    private record Ticket(String about, Instant until) {}

    private final Map<Key, Ticket> tickets = new LinkedHashMap<>();

    @Override
    public synchronized void issue(Purpose purpose, String hash, String about, Instant until) {
        tickets.put(new Key(purpose, hash), new Ticket(about, until));
    }

    @Override
    public synchronized Optional<String> find(Purpose purpose, String hash, Instant now) {
        return Optional.ofNullable(tickets.get(new Key(purpose, hash)))
                .filter(ticket -> now.isBefore(ticket.until()))
                .map(Ticket::about);
    }

    @Override
    public synchronized Optional<String> redeem(Purpose purpose, String hash, Instant now) {
        var found = find(purpose, hash, now);
        tickets.remove(new Key(purpose, hash));
        return found;
    }
}
