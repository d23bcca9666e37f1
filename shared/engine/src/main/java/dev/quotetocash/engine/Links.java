package dev.quotetocash.engine;

import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The links of one pair. Reads are strongly consistent, except [#due] and [#waitingFor], which may lag behind a
/// little.
public interface Links {

    Optional<Link> get(LinkKey key);

    /// Many links at once, in the order of the keys, each once; those that do not exist are left out.
    List<Link> getAll(List<LinkKey> keys);

    /// The link that a record's locator leads to.
    Optional<Link> at(RecordRef record);

    /// The links behind many records at once; records without a locator are left out.
    List<Link> atAll(List<RecordRef> records);

    /// Stores a new link with the locators of its identity's records, and appends to the journal: all or
    /// nothing. Stale if the link is there already, or a locator that leads to another link. The stored link
    /// has version 1.
    Saved create(Link link, List<JournalEntry> journal);

    /// Replaces the row only if nobody saved it since `link` was read, adds the locators of records that the
    /// stored identity did not have, and appends to the journal: all or nothing. `known` is the identity's
    /// records when `link` was read. A row that has vanished is Stale too.
    Saved save(Link link, List<RecordRef> known, List<JournalEntry> journal);

    /// Links with open work whose time has come, earliest first.
    List<LinkKey> due(Instant until, int limit);

    /// Links that wait for one cause.
    List<LinkKey> waitingFor(Cause cause, int limit);

    sealed interface Saved {
        record Stored(Link link) implements Saved {}

        record Stale() implements Saved {}
    }
}
