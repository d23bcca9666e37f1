package dev.quotetocash.sandbox.xero;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What lies on an organisation's desk beside its ledger: groups, tracking, quotes, and what is attached to its
/// records. The maps are filled in place; a copy shares nothing with its original.
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
        Map<String, Integer> lastNumbers,
        Map<Lock, LocalDate> locks) {

    /// Which dates documents are refused up to.
    enum Lock {
        PERIOD,
        YEAR
    }

    Desk {
        groups = new LinkedHashMap<>(groups);
        tracking = new LinkedHashMap<>(tracking);
        quotes = new LinkedHashMap<>(quotes);
        notes = new LinkedHashMap<>(notes);
        files = new LinkedHashMap<>(files);
        mails = new LinkedHashMap<>(mails);
        lastNumbers = new LinkedHashMap<>(lastNumbers);
        locks = new LinkedHashMap<>(locks);
    }

    static Desk empty() {
        return new Desk(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    Desk copy() {
        return new Desk(groups, tracking, quotes, notes, files, mails, lastNumbers, locks);
    }

    Stream<ContactGroup> groupsOf(UUID contactId) {
        return groups.values().stream()
                .filter(ContactGroup::active)
                .filter(group -> group.contacts().contains(contactId));
    }

    boolean hasFiles(UUID recordId) {
        return !files.getOrDefault(recordId, List.of()).isEmpty();
    }

    Optional<LocalDate> lock(Lock kind) {
        return Optional.ofNullable(locks.get(kind));
    }

    /// The later of the two.
    Optional<LocalDate> lockedUntil() {
        return locks.values().stream().max(LocalDate::compareTo);
    }

    int nextNumber(String prefix) {
        return lastNumbers.merge(prefix, 1, Integer::sum);
    }
}
