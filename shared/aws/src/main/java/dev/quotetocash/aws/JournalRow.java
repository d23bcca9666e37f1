package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.list;
import static dev.quotetocash.aws.Attributes.text;
import static dev.quotetocash.aws.Attributes.time;

import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The journal as rows: `pk` = `<portal>#<tenant>#<record>`, `sk` = `<ISO time>#<link version>.<number>`, so
/// that a record's rows sort by time. What one save changed in one record under one trigger shares a row, its
/// `changes` a list of `{rule, field, before, after}`: a transaction has room for 100 rows, and an invoice may
/// have more changes than that.
///
/// Every row expires after the retention, at `expiresAt` (epoch seconds, removed by DynamoDB a few days late at
/// most).
record JournalRow(Pair pair, Duration retention) {

    /// A row of so many changes stays far below 400 KB with the longest texts that either vendor has.
    static final int CHANGES_MAX = 40;

    private record Group(RecordRef record, String trigger, String versions) {}

    String partition(RecordRef record) {
        return pair.prefix() + record;
    }

    /// The rows of a save of `link`, which carries its next version, in the order of the entries.
    List<Map<String, AttributeValue>> from(Link link, Instant at, List<JournalEntry> entries) {
        var groups = new LinkedHashMap<Group, List<AttributeValue>>();
        for (var entry : entries) {
            groups.computeIfAbsent(new Group(entry.record(), entry.trigger(), entry.versions()), _ -> new ArrayList<>())
                    .add(fromChange(entry));
        }
        var rows = new ArrayList<Map<String, AttributeValue>>();
        groups.forEach((group, changes) -> {
            for (var start = 0; start < changes.size(); start += CHANGES_MAX) {
                var end = Math.min(start + CHANGES_MAX, changes.size());
                rows.add(row(group, at, link.version(), rows.size(), changes.subList(start, end)));
            }
        });
        return rows;
    }

    static List<Journaled> toEntries(Map<String, AttributeValue> row) {
        var record = RecordRef.parse(text(row, "record"));
        var at = time(row, "at");
        return list(row, "changes").stream()
                .map(AttributeValue::m)
                .map(change -> new Journaled(
                        at,
                        new JournalEntry(
                                record,
                                text(row, "trigger"),
                                text(change, "rule"),
                                text(change, "field"),
                                ObservedAttributes.get(change, "before"),
                                ObservedAttributes.get(change, "after"),
                                text(row, "versions"))))
                .toList();
    }

    private Map<String, AttributeValue> row(
            Group group, Instant at, long version, int number, List<AttributeValue> changes) {
        return Members.none()
                .with("pk", partition(group.record()))
                .with("sk", String.format(Locale.ROOT, "%s#%06d.%03d", time(at).s(), version, number))
                .with("record", group.record().toString())
                .with("at", at)
                .with("trigger", group.trigger())
                .with("versions", group.versions())
                .with("changes", List.copyOf(changes))
                .with("expiresAt", at.plus(retention).getEpochSecond())
                .row();
    }

    private static AttributeValue fromChange(JournalEntry entry) {
        return Members.none()
                .with("rule", entry.rule())
                .with("field", entry.field())
                .with(ObservedAttributes.from("before", entry.before()))
                .with(ObservedAttributes.from("after", entry.after()))
                .map();
    }
}
