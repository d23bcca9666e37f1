package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtualQueueTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Clockwork clockwork = new Clockwork(NOON, Chance.of(1, "test"));
    private final List<List<VirtualQueue.Message>> batches = new ArrayList<>();
    private final List<Consumer<List<Long>>> endings = new ArrayList<>();
    private VirtualQueue queue;

    @BeforeEach
    void make() {
        var events = new Events(new Trace(clockwork, false), 0);
        queue = new VirtualQueue(clockwork, Chance.of(1, "queue"), events, new Coverage(), "deals", (batch, ended) -> {
            batches.add(batch);
            endings.add(ended);
        });
    }

    @Test
    void showsAMessageAfterItsDelay() {
        queue.send(notice("1"), Duration.ofMinutes(2));

        clockwork.runUntil(NOON.plusSeconds(119));
        assertThat(batches).isEmpty();

        clockwork.runUntil(NOON.plusSeconds(121));
        assertThat(batches).hasSize(1);
    }

    @Test
    void runsTwoInvocationsOfTenAtATime() {
        for (var id = 0; id < 35; id++) queue.send(notice("" + id), Duration.ZERO);

        clockwork.runUntil(NOON.plusSeconds(1));
        assertThat(batches).hasSize(2).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(10));

        done(0);
        clockwork.runUntil(NOON.plusSeconds(2));
        assertThat(batches).hasSize(3);
    }

    @Test
    void bringsBackWhatWasNotDoneAndGivesItUpAfterFiveTimes() {
        queue.send(notice("1"), Duration.ZERO);

        for (var time = 1; time <= 5; time++) {
            clockwork.runUntil(clockwork.instant().plusSeconds(1));
            assertThat(batches).hasSize(time);
            endings.getLast().accept(List.of());
            clockwork.runUntil(clockwork.instant().plusSeconds(730));
        }
        clockwork.runUntil(clockwork.instant().plusSeconds(1));

        assertThat(batches).hasSize(5);
        assertThat(queue.deadLetters()).extracting(Notice::ids).containsExactly(List.of("1"));
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void forgetsWhatIsDone() {
        queue.send(notice("1"), Duration.ZERO);
        clockwork.runUntil(NOON.plusSeconds(1));

        done(0);
        clockwork.runUntil(NOON.plusSeconds(2000));

        assertThat(batches).hasSize(1);
        assertThat(queue.messages()).isEmpty();
    }

    private void done(int batch) {
        endings.get(batch)
                .accept(batches.get(batch).stream()
                        .map(VirtualQueue.Message::id)
                        .toList());
    }

    private static Notice notice(String deal) {
        return new Notice(Notice.Kind.DEAL, List.of(deal), "test", NOON, 0);
    }
}
