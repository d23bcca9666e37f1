package dev.quotetocash.sync;

/// One line of provenance: which trigger made which rule change which field of which record, from what to what.
/// `versions` are the vendors' modified times of both sides when it was decided. Values of customers stand here,
/// never in a log.
public record JournalEntry(
        RecordRef record,
        String trigger,
        String rule,
        String field,
        Observed<String> before,
        Observed<String> after,
        String versions) {}
