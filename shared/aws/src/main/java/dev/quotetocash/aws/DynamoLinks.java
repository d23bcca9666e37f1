package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.number;
import static dev.quotetocash.aws.Attributes.text;

import dev.quotetocash.engine.Links;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Links and their journal in DynamoDB. The rows are described at [LinkRow] and [JournalRow].
public final class DynamoLinks implements Links {

    private static final int BATCH_MAX = 100;

    /// How often a batch is asked for what it left out (it ends at 16 MB, or when it is throttled).
    private static final int BATCH_ROUNDS_MAX = 10;

    /// A page of a query ends at 1 MB.
    private static final int PAGES_MAX = 100;

    private final DynamoDbClient dynamo;
    private final Transactions transactions;
    private final LinkRow rows;
    private final JournalRow journalRows;
    private final String links;
    private final String journal;
    private final InstantSource clock;

    /// `clock` dates the journal, whose rows expire after `journalRetention`.
    public DynamoLinks(
            DynamoDbClient dynamo,
            Pair pair,
            String links,
            String journal,
            InstantSource clock,
            Duration journalRetention) {
        this.dynamo = dynamo;
        this.transactions = new Transactions(dynamo);
        this.rows = new LinkRow(pair);
        this.journalRows = new JournalRow(pair, journalRetention);
        this.links = links;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Optional<Link> get(LinkKey key) {
        return row(rows.key(key)).map(rows::toLink);
    }

    @Override
    public List<Link> getAll(List<LinkKey> keys) {
        return batch(keys.stream().map(rows::key).toList()).stream()
                .map(rows::toLink)
                .toList();
    }

    @Override
    public Optional<Link> at(RecordRef record) {
        return row(rows.locatorKey(record)).flatMap(locator -> get(new LinkKey(text(locator, "link"))));
    }

    @Override
    public List<Link> atAll(List<RecordRef> records) {
        var locators = batch(records.stream().map(rows::locatorKey).toList());
        return getAll(locators.stream()
                .map(locator -> new LinkKey(text(locator, "link")))
                .toList());
    }

    @Override
    public Saved create(Link link, List<JournalEntry> entries) {
        var first = link.withVersion(1);
        var row = Put.builder().tableName(links).item(rows.from(first)).conditionExpression("attribute_not_exists(pk)");
        return write(first, row, new LinkedHashSet<>(link.identity().records()), entries);
    }

    @Override
    public Saved save(Link link, List<RecordRef> known, List<JournalEntry> entries) {
        var next = link.withVersion(link.version() + 1);
        var row = Put.builder()
                .tableName(links)
                .item(rows.from(next))
                .conditionExpression("version = :read")
                .expressionAttributeValues(Map.of(":read", number(link.version())));
        var added = new LinkedHashSet<>(link.identity().records());
        known.forEach(added::remove);
        return write(next, row, added, entries);
    }

    private Saved write(Link next, Put.Builder row, Set<RecordRef> located, List<JournalEntry> entries) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(put(row));
        for (var record : located) {
            // A record that left this link and comes back, or whose row was lost, finds its own locator.
            writes.add(put(Put.builder()
                    .tableName(links)
                    .item(rows.locator(record, next.key()))
                    .conditionExpression("attribute_not_exists(pk) OR link = :own")
                    .expressionAttributeValues(Map.of(":own", text(next.key().value())))));
        }
        for (var line : journalRows.from(next, clock.instant(), entries)) {
            writes.add(
                    put(Put.builder().tableName(journal).item(line).conditionExpression("attribute_not_exists(pk)")));
        }
        return saved(next, writes);
    }

    @Override
    public List<LinkKey> due(Instant until, int limit) {
        return keys(
                QueryRequest.builder()
                        .indexName("due")
                        .keyConditionExpression("duePartition = :due AND dueAt <= :until")
                        .expressionAttributeValues(
                                Map.of(":due", text(rows.duePartition()), ":until", number(until.toEpochMilli()))),
                limit);
    }

    @Override
    public List<LinkKey> waitingFor(Cause cause, int limit) {
        return keys(
                QueryRequest.builder()
                        .indexName("cause")
                        .keyConditionExpression("cause = :cause")
                        .expressionAttributeValues(Map.of(":cause", text(rows.cause(cause)))),
                limit);
    }

    private Optional<Map<String, AttributeValue>> row(Map<String, AttributeValue> key) {
        var reply = dynamo.getItem(get -> get.tableName(links).key(key).consistentRead(true));
        return reply.hasItem() ? Optional.of(reply.item()) : Optional.empty();
    }

    /// The rows that exist, in the order of the keys, each once.
    private List<Map<String, AttributeValue>> batch(List<Map<String, AttributeValue>> keys) {
        var wanted = List.copyOf(new LinkedHashSet<>(keys));
        var found = new LinkedHashMap<String, Map<String, AttributeValue>>();
        for (var start = 0; start < wanted.size(); start += BATCH_MAX) {
            var chunk = wanted.subList(start, Math.min(start + BATCH_MAX, wanted.size()));
            for (var row : chunk(chunk)) found.put(text(row, "pk"), row);
        }
        return wanted.stream()
                .map(key -> found.get(text(key, "pk")))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Map<String, AttributeValue>> chunk(List<Map<String, AttributeValue>> keys) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        var open = keys;
        for (var round = 0; round < BATCH_ROUNDS_MAX; round++) {
            var asked =
                    KeysAndAttributes.builder().keys(open).consistentRead(true).build();
            var reply = dynamo.batchGetItem(get -> get.requestItems(Map.of(links, asked)));
            found.addAll(reply.responses().getOrDefault(links, List.of()));
            var left = reply.unprocessedKeys().get(links);
            if (left == null || left.keys().isEmpty()) return found;
            open = left.keys();
        }
        throw new IllegalStateException(open.size() + " links were not read in " + BATCH_ROUNDS_MAX + " rounds");
    }

    private List<LinkKey> keys(QueryRequest.Builder query, int limit) {
        var found = new ArrayList<LinkKey>();
        for (var page = 0; page < PAGES_MAX && found.size() < limit; page++) {
            var reply = dynamo.query(query.tableName(links)
                    .projectionExpression("pk")
                    .limit(limit - found.size())
                    .build());
            reply.items().forEach(row -> found.add(rows.toKey(row)));
            if (!reply.hasLastEvaluatedKey()) break;
            query.exclusiveStartKey(reply.lastEvaluatedKey());
        }
        return found;
    }

    private Saved saved(Link link, List<TransactWriteItem> writes) {
        var written = transactions.written("saving link " + link.key().value(), writes);
        return written ? new Saved.Stored(link) : new Saved.Stale();
    }

    private static TransactWriteItem put(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }
}
