package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    @Test
    void makesOneNoticePerKind() {
        var envelope = new Envelope(
                Map.of(Notice.Kind.DEAL, List.of("1", "2"), Notice.Kind.LINE_ITEM, List.of("3")), 0, Optional.empty());

        assertThat(envelope.notices("webhook:hubspot", Instant.EPOCH))
                .containsExactlyInAnyOrder(
                        new Notice(Notice.Kind.DEAL, List.of("1", "2"), "webhook:hubspot", Instant.EPOCH, 0),
                        new Notice(Notice.Kind.LINE_ITEM, List.of("3"), "webhook:hubspot", Instant.EPOCH, 0));
    }

    @Test
    void splitsWhatOneNoticeCannotCarry() {
        var ids = IntStream.range(0, 250).mapToObj(Integer::toString).toList();
        var envelope = new Envelope(Map.of(Notice.Kind.DEAL, ids), 0, Optional.empty());

        var notices = envelope.notices("webhook:hubspot", Instant.EPOCH);

        assertThat(notices).extracting(notice -> notice.ids().size()).containsExactly(100, 100, 50);
        assertThat(notices.stream().flatMap(notice -> notice.ids().stream())).containsExactlyElementsOf(ids);
    }
}
