package dev.quotetocash.sandbox.xero;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// What lies on an organisation's desk beside its ledger: groups, tracking, quotes, and what is attached to its
/// records. The maps are filled in place.
///
/// @param notes history notes by the record they belong to, oldest first
/// @param files attachments by the record they belong to
/// @param mails how many e-mails were sent, by day
/// @param lastNumbers the last number drawn, by prefix (`QU`)
record Desk(
        Map<UUID, ContactGroup> groups,
        Map<UUID, TrackingCategory> tracking,
        Map<UUID, Quote> quotes,
        Map<UUID, List<Note>> notes,
        Map<UUID, List<Attachment>> files,
        Map<LocalDate, Integer> mails,
        Map<String, Integer> lastNumbers) {

    static Desk empty() {
        return new Desk(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /// In tables whose changes can be taken back, three of which somebody follows.
    static Desk of(
            Journal journal,
            Desk plain,
            Follower<UUID, TrackingCategory> ofTracking,
            Follower<UUID, List<Attachment>> ofFiles,
            Follower<UUID, Quote> ofQuotes) {
        var quotes = new Table<UUID, Quote>(journal);
        quotes.followedBy(ofQuotes);
        quotes.putAll(plain.quotes);
        var tracking = table(journal, plain.tracking);
        var files = table(journal, plain.files);
        tracking.followedBy(ofTracking);
        files.followedBy(ofFiles);
        return new Desk(
                table(journal, plain.groups),
                tracking,
                quotes,
                table(journal, plain.notes),
                files,
                table(journal, plain.mails),
                table(journal, plain.lastNumbers));
    }

    private static <K, V> Table<K, V> table(Journal journal, Map<K, V> rows) {
        var table = new Table<K, V>(journal);
        table.putAll(rows);
        return table;
    }

    /// As it is now, and unchanged by what comes.
    Desk plain() {
        return new Desk(
                new LinkedHashMap<>(groups),
                new LinkedHashMap<>(tracking),
                new LinkedHashMap<>(quotes),
                new LinkedHashMap<>(notes),
                new LinkedHashMap<>(files),
                new LinkedHashMap<>(mails),
                new LinkedHashMap<>(lastNumbers));
    }

    Stream<ContactGroup> groupsOf(UUID contactId) {
        return groups.values().stream()
                .filter(ContactGroup::active)
                .filter(group -> group.contacts().contains(contactId));
    }

    boolean hasFiles(UUID recordId) {
        return !files.getOrDefault(recordId, List.of()).isEmpty();
    }

    int nextNumber(String prefix) {
        return lastNumbers.merge(prefix, 1, Integer::sum);
    }
}
