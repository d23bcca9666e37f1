package dev.quotetocash.sandbox.stores;

import dev.quotetocash.engine.Links;
import dev.quotetocash.sandbox.memory.MemoryLinks;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.RecordRef;
import java.util.List;

class MemoryLinksTest extends LinksContract {

    private final MemoryLinks links = new MemoryLinks();

    @Override
    Links links() {
        return links;
    }

    @Override
    List<JournalEntry> journal(RecordRef record) {
        return links.journal(record);
    }
}
