package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.engine.Notice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeJsonTest {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void writesWhatIsDocumented() {
        var notice = new Notice(Notice.Kind.DEAL, List.of("77", "78"), "webhook:hubspot", TEN, 2);

        assertThat(NoticeJson.format(notice))
                .isEqualTo("{\"v\":1,\"kind\":\"deal\",\"ids\":[\"77\",\"78\"],\"trigger\":\"webhook:hubspot\","
                        + "\"firstQueuedAt\":\"2026-11-23T10:00:00Z\",\"deferrals\":2}");
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Notice.Kind kind) {
        var notice = new Notice(kind, List.of("company#1", "ü\""), "", TEN.plusNanos(1), 7);

        assertThat(NoticeJson.parse(NoticeJson.format(notice))).isEqualTo(notice);
    }

    @Test
    void ignoresMembersOfLaterVersionsOfItself() {
        var text = "{\"v\":1,\"new\":[],\"kind\":\"link\",\"ids\":[\"slot#1#1#0\"],\"trigger\":\"due\","
                + "\"firstQueuedAt\":\"2026-11-23T10:00:00Z\",\"deferrals\":0}";

        assertThat(NoticeJson.parse(text))
                .isEqualTo(new Notice(Notice.Kind.LINK, List.of("slot#1#1#0"), "due", TEN, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "[]",
                "{}",
                "{\"v\":2,\"kind\":\"deal\",\"ids\":[\"1\"],\"firstQueuedAt\":\"2026-11-23T10:00:00Z\"}",
                "{\"v\":1,\"kind\":\"secret\",\"ids\":[\"1\"],\"firstQueuedAt\":\"2026-11-23T10:00:00Z\"}",
                "{\"v\":1,\"kind\":\"deal\",\"ids\":[],\"firstQueuedAt\":\"2026-11-23T10:00:00Z\"}",
                "{\"v\":1,\"kind\":\"deal\",\"ids\":[\"1\"],\"firstQueuedAt\":\"secret\"}"
            })
    void refusesWhatIsNoNoticeAndQuotesNothing(String text) {
        assertThatThrownBy(() -> NoticeJson.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
