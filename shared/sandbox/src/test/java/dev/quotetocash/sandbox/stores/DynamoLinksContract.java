package dev.quotetocash.sandbox.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.aws.DynamoJournal;
import dev.quotetocash.aws.DynamoLinks;
import dev.quotetocash.aws.Journaled;
import dev.quotetocash.engine.Links;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.RecordRef;
import dev.quotetocash.sync.Work;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The contract, and what only a table can show.
abstract class DynamoLinksContract extends LinksContract {

    private static final Duration RETENTION = Duration.ofDays(400);
    private static final Pair DEMO = new Pair(new PortalId("1"), DynamoTables.PAIR.tenant());

    private DynamoTables tables;
    private Links links;

    abstract DynamoDbClient dynamo();

    @BeforeEach
    void createTables() {
        tables = DynamoTables.create(dynamo());
        links = links(DynamoTables.PAIR);
    }

    @Override
    Links links() {
        return links;
    }

    @Override
    List<JournalEntry> journal(RecordRef record) {
        return new DynamoJournal(dynamo(), DynamoTables.PAIR, tables.journal())
                .of(record).stream().map(Journaled::entry).toList();
    }

    @Test
    void keepsPairsApart() {
        var deal = new HubSpotDealId("77").ref();
        create(unlinked("77", deal).with(settling(NOON)));

        var demo = links(DEMO);

        assertThat(demo.get(slot("77"))).isEmpty();
        assertThat(demo.at(deal)).isEmpty();
        assertThat(demo.due(NOON, 10)).isEmpty();
        assertThat(demo.waitingFor(Cause.TIME, 10)).isEmpty();
        assertThat(demo.create(unlinked("77", deal), java.util.List.of())).isInstanceOf(Links.Saved.Stored.class);
    }

    @Test
    void writesRowsThatAPersonCanRead() {
        create(unlinked("77", new HubSpotDealId("77").ref()).with(settling(NOON)));

        var row = row("slot#77#1#0");
        assertThat(row.get("version").n()).isEqualTo("1");
        assertThat(row.get("dueAt").n()).isEqualTo(Long.toString(NOON.toEpochMilli()));
        assertThat(row.get("cause").s()).isEqualTo(DynamoTables.PAIR.prefix() + "time");
        assertThat(row.get("work").m())
                .containsEntry("state", AttributeValue.fromS("Settling"))
                .containsEntry("hash", AttributeValue.fromS("hash"))
                .containsEntry("until", AttributeValue.fromS("2026-11-23T12:00:00.000000000Z"));
        assertThat(row.get("identity").m())
                .containsEntry("records", AttributeValue.fromL(List.of(AttributeValue.fromS("hubspot#deal#77"))));
        assertThat(row("at#hubspot#deal#77")).containsEntry("link", AttributeValue.fromS("slot#77#1#0"));
    }

    @Test
    void leavesFinishedWorkOutOfTheIndexes() {
        create(unlinked("77"));

        assertThat(row("slot#77#1#0")).doesNotContainKeys("duePartition", "dueAt", "cause");
    }

    @Test
    void givesEveryJournalRowItsEnd() {
        var created = create(unlinked("77"));
        var deal = new HubSpotDealId("77").ref();
        links().save(
                        created,
                        List.of(),
                        List.of(new JournalEntry(deal, "", "", "amount", Observed.of("1"), Observed.of("2"), "")));

        var rows = dynamo().scan(scan -> scan.tableName(tables.journal())).items();

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get("pk").s()).isEqualTo(DynamoTables.PAIR.prefix() + "hubspot#deal#77");
        assertThat(rows.getFirst().get("sk").s()).isEqualTo("2026-11-23T12:00:00.000000000Z#000002.000");
        assertThat(rows.getFirst().get("expiresAt").n())
                .isEqualTo(Long.toString(NOON.plus(RETENTION).getEpochSecond()));
    }

    @Test
    void refusesABodyThatFillsARow() {
        var noise = new byte[400 * 1024];
        new Random(1).nextBytes(noise);
        var intent = new Work.Intended(1, new Payload(noise), NOON, new Work.Phase.NotExecuted(NOON), 0, NOON);

        assertThatThrownBy(() -> links().create(unlinked("77").with(intent), java.util.List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gzipped");
        assertThat(links().get(slot("77"))).isEmpty();
    }

    private Links links(Pair pair) {
        return new DynamoLinks(dynamo(), pair, tables.links(), tables.journal(), InstantSource.fixed(NOON), RETENTION);
    }

    private Map<String, AttributeValue> row(String key) {
        var pk = AttributeValue.fromS(DynamoTables.PAIR.prefix() + key);
        return dynamo().getItem(get -> get.tableName(tables.links()).key(Map.of("pk", pk)))
                .item();
    }
}
