package dev.quotetocash.sandbox.stores;

import dev.quotetocash.engine.Tickets;
import dev.quotetocash.sandbox.memory.MemoryTickets;

class MemoryTicketsTest extends TicketsContract {

    private final MemoryTickets tickets = new MemoryTickets();

    @Override
    Tickets tickets() {
        return tickets;
    }
}
