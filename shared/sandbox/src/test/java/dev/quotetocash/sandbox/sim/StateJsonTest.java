package dev.quotetocash.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StateJsonTest {

    private enum Kind {
        SMALL,
        LARGE
    }

    private record Part(String name, Optional<LocalDate> day, BigDecimal amount) {}

    private record Whole(
            Kind kind, Instant at, Duration lag, Map<UUID, Part> parts, List<Optional<BigDecimal>> rates, long next) {}

    private static final Whole WHOLE = new Whole(
            Kind.LARGE,
            Instant.parse("2026-11-23T09:00:00.123Z"),
            Duration.ofSeconds(5),
            new LinkedHashMap<>(Map.of(
                    UUID.fromString("7a1d6f0e-3c58-4b7e-9a55-2f6c8d10b3e4"),
                    new Part("é \"quoted\"", Optional.of(LocalDate.of(2026, 11, 23)), new BigDecimal("12.3400")))),
            new ArrayList<>(List.of(Optional.of(new BigDecimal("1000")), Optional.empty())),
            Long.MAX_VALUE);

    @Test
    void readsWhatItWrote() {
        assertThat(StateJson.read(StateJson.write(WHOLE), Whole.class)).isEqualTo(WHOLE);
    }

    @Test
    void namesTheMemberThatIsWrong() {
        var json = StateJson.write(WHOLE).replace("LARGE", "HUGE");

        assertThatThrownBy(() -> StateJson.read(json, Whole.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a dump of this simulator, at kind: HUGE");
    }

    @Test
    void namesThePlaceInsideAList() {
        var json = StateJson.write(WHOLE).replace("2026-11-23\"", "yesterday\"");

        assertThatThrownBy(() -> StateJson.read(json, Whole.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parts.7a1d6f0e-3c58-4b7e-9a55-2f6c8d10b3e4.day");
    }
}
