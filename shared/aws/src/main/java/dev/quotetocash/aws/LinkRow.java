package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.list;
import static dev.quotetocash.aws.Attributes.map;
import static dev.quotetocash.aws.Attributes.number;
import static dev.quotetocash.aws.Attributes.text;

import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.RecordRef;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A link as a row that an operator can read in the console, and the keys of the table.
///
/// | Attribute | Holds |
/// | --- | --- |
/// | `pk` | `<portal>#<tenant>#<link key>` |
/// | `version` | how often it was saved |
/// | `identity`, `work`, `baseline` | maps, each with a `state` where there are several |
/// | `seen` | map of system to the version seen there |
/// | `duePartition`, `dueAt`, `cause` | only while work is open: the keys of the indexes `due` and `cause` |
///
/// A locator is a row with `pk` = `<portal>#<tenant>#at#<record>` and `link`, the link's key.
record LinkRow(Pair pair) {

    Map<String, AttributeValue> key(LinkKey key) {
        return Map.of("pk", text(pair.prefix() + key.value()));
    }

    LinkKey toKey(Map<String, AttributeValue> row) {
        return new LinkKey(text(row, "pk").substring(pair.prefix().length()));
    }

    Map<String, AttributeValue> locatorKey(RecordRef record) {
        return Map.of("pk", text(pair.prefix() + "at#" + record));
    }

    Map<String, AttributeValue> locator(RecordRef record, LinkKey link) {
        return Members.none()
                .with(locatorKey(record))
                .with("link", link.value())
                .row();
    }

    String duePartition() {
        return pair.prefix() + "due";
    }

    String cause(Cause cause) {
        return pair.prefix() + cause.value();
    }

    /// Rounded up to milliseconds: work is never due too early.
    static long dueAt(Instant at) {
        return at.plusNanos(999_999).toEpochMilli();
    }

    Map<String, AttributeValue> from(Link link) {
        var row = Members.none()
                .with(key(link.key()))
                .with("version", link.version())
                .with("identity", IdentityAttributes.from(link.identity()))
                .with("work", WorkAttributes.from(link.work()))
                .with("baseline", fromBaseline(link.baseline()))
                .with("seen", fromSeen(link.seen()));
        link.work()
                .dueAt()
                .ifPresent(at -> row.with("duePartition", duePartition()).with("dueAt", dueAt(at)));
        link.work().cause().ifPresent(cause -> row.with("cause", cause(cause)));
        return row.row();
    }

    Link toLink(Map<String, AttributeValue> row) {
        var key = toKey(row);
        try {
            return new Link(
                    key,
                    IdentityAttributes.toIdentity(map(row, "identity")),
                    WorkAttributes.toWork(map(row, "work")),
                    toBaseline(map(row, "baseline")),
                    toSeen(map(row, "seen")),
                    number(row, "version"));
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException("cannot read the stored link " + key.value(), unreadable);
        }
    }

    private static AttributeValue fromBaseline(Baseline baseline) {
        return Members.none()
                .with("mapping", baseline.mappingHash())
                .with("fields", ObservedAttributes.fromPairs(baseline.fields()))
                .with("lines", baseline.lines().stream().map(LinkRow::fromLine).toList())
                .map();
    }

    private static Baseline toBaseline(Map<String, AttributeValue> stored) {
        return new Baseline(
                text(stored, "mapping"),
                ObservedAttributes.toPairs(list(stored, "fields")),
                list(stored, "lines").stream().map(line -> toLine(line.m())).toList());
    }

    private static AttributeValue fromLine(Baseline.Line line) {
        return Members.none()
                .with("hubspotLine", line.hubspotLine())
                .with("xeroLine", line.xeroLine())
                .with("fields", ObservedAttributes.fromPairs(line.fields()))
                .map();
    }

    private static Baseline.Line toLine(Map<String, AttributeValue> stored) {
        return new Baseline.Line(
                text(stored, "hubspotLine"),
                text(stored, "xeroLine"),
                ObservedAttributes.toPairs(list(stored, "fields")));
    }

    private static AttributeValue fromSeen(Map<String, String> seen) {
        var members = Members.none();
        seen.forEach(members::with);
        return members.map();
    }

    private static Map<String, String> toSeen(Map<String, AttributeValue> stored) {
        var seen = new TreeMap<String, String>();
        stored.forEach((system, version) -> seen.put(system, version.s()));
        return seen;
    }
}
