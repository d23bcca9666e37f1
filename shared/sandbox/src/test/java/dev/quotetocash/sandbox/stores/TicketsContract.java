package dev.quotetocash.sandbox.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Tickets;
import dev.quotetocash.engine.Tickets.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every store of tickets promises (the Javadoc of [Tickets]).
abstract class TicketsContract {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant UNTIL = NOON.plusSeconds(60);
    private static final int AT_ONCE = 8;

    abstract Tickets tickets();

    @Test
    void knowsNoTicketAtFirst() {
        assertThat(tickets().find(Purpose.LINK, "h-1", NOON)).isEmpty();
        assertThat(tickets().redeem(Purpose.LINK, "h-1", NOON)).isEmpty();
    }

    @Test
    void findsATicketAsOftenAsItIsShown() {
        tickets().issue(Purpose.SESSION, "h-1", "about it", UNTIL);

        assertThat(tickets().find(Purpose.SESSION, "h-1", NOON)).contains("about it");
        assertThat(tickets().find(Purpose.SESSION, "h-1", NOON)).contains("about it");
    }

    @Test
    void redeemsATicketOnce() {
        tickets().issue(Purpose.STATE, "h-1", "about it", UNTIL);

        assertThat(tickets().redeem(Purpose.STATE, "h-1", NOON)).contains("about it");
        assertThat(tickets().redeem(Purpose.STATE, "h-1", NOON)).isEmpty();
        assertThat(tickets().find(Purpose.STATE, "h-1", NOON)).isEmpty();
    }

    @Test
    void keepsATicketThatIsAboutNothing() {
        tickets().issue(Purpose.LINK, "h-1", "", UNTIL);

        assertThat(tickets().find(Purpose.LINK, "h-1", NOON)).contains("");
        assertThat(tickets().redeem(Purpose.LINK, "h-1", NOON)).contains("");
    }

    @Test
    void forgetsATicketAtItsEnd() {
        tickets().issue(Purpose.LINK, "h-1", "", UNTIL);

        assertThat(tickets().find(Purpose.LINK, "h-1", UNTIL.minusMillis(1))).isPresent();
        assertThat(tickets().find(Purpose.LINK, "h-1", UNTIL)).isEmpty();
        assertThat(tickets().redeem(Purpose.LINK, "h-1", UNTIL)).isEmpty();
    }

    @Test
    void keepsPurposesApart() {
        tickets().issue(Purpose.LINK, "h-1", "", UNTIL);

        assertThat(tickets().find(Purpose.SESSION, "h-1", NOON)).isEmpty();
        assertThat(tickets().redeem(Purpose.STATE, "h-1", NOON)).isEmpty();
        assertThat(tickets().redeem(Purpose.LINK, "h-1", NOON)).isPresent();
    }

    @Test
    void givesATicketToOneOfManyWhoRedeemItAtTheSameTime() throws Exception {
        tickets().issue(Purpose.LINK, "h-1", "", UNTIL);
        var all = new ArrayList<Callable<Optional<String>>>();
        for (var one = 0; one < AT_ONCE; one++) all.add(() -> tickets().redeem(Purpose.LINK, "h-1", NOON));

        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var lucky = 0;
            for (var answer : threads.invokeAll(all)) if (answer.get().isPresent()) lucky++;

            assertThat(lucky).isEqualTo(1);
        }
    }
}
