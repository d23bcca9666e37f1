package dev.quotetocash.sandbox.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.engine.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryNoticesTest {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final MemoryNotices notices = new MemoryNotices(() -> now);

    @Test
    void givesEachMessageOnce() {
        notices.enqueue(List.of(notice("1"), notice("2")), Duration.ZERO);

        assertThat(notices.take(now)).containsExactly(notice("1"), notice("2"));
        assertThat(notices.take(now)).isEmpty();
    }

    @Test
    void hidesAMessageUntilItsDelayIsOver() {
        notices.enqueue(List.of(notice("1")), Duration.ofSeconds(10));
        notices.enqueue(List.of(notice("2")), Duration.ofSeconds(5));

        assertThat(notices.nextVisibleAt()).contains(now.plusSeconds(5));
        assertThat(notices.take(now.plusMillis(4_999))).isEmpty();
        assertThat(notices.take(now.plusSeconds(5))).containsExactly(notice("2"));
        assertThat(notices.messages()).containsExactly(new MemoryNotices.Message(notice("1"), now.plusSeconds(10), 0));
    }

    @Test
    void keepsEqualNoticesApart() {
        notices.enqueue(List.of(notice("1"), notice("1")), Duration.ZERO);
        now = now.plusSeconds(1);
        notices.enqueue(List.of(notice("1")), Duration.ZERO);

        assertThat(notices.take(now.minusSeconds(1))).hasSize(2);
        assertThat(notices.take(now)).hasSize(1);
    }

    @Test
    void refusesADelayThatNoQueueKnows() {
        assertThatThrownBy(() -> notices.enqueue(List.of(notice("1")), Duration.ofMinutes(16)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Notice notice(String id) {
        return new Notice(Notice.Kind.DEAL, List.of(id), "test", Instant.EPOCH, 0);
    }
}
