package dev.quotetocash.sandbox.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.aws.DynamoTickets;
import dev.quotetocash.engine.Tickets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

abstract class DynamoTicketsContract extends TicketsContract {

    private String table;
    private Tickets tickets;

    abstract DynamoDbClient dynamo();

    /// The governor's table has the keys of the marks'.
    @BeforeEach
    void createTable() {
        table = DynamoTables.create(dynamo()).marks();
        tickets = new DynamoTickets(dynamo(), DynamoTables.PAIR, table);
    }

    @Override
    Tickets tickets() {
        return tickets;
    }

    @Test
    void letsDynamoDropWhatIsOver() {
        var now = Instant.parse("2026-11-23T12:00:00Z");
        tickets.issue(Tickets.Purpose.LINK, "h-1", "", now.plusSeconds(60));
        tickets.issue(Tickets.Purpose.LINK, "h-2", "", now.plusSeconds(60));
        tickets.redeem(Tickets.Purpose.LINK, "h-2", now);

        assertThat(dynamo().scan(scan -> scan.tableName(table)).items())
                .hasSize(2)
                .allSatisfy(row -> assertThat(
                                Long.parseLong(row.get("expiresAt").n()))
                        .isBetween(
                                now.getEpochSecond(), now.plusSeconds(100_000).getEpochSecond()));
    }
}
