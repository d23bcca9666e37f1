package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-02T08:00:00.250Z", "2024-02-29T23:59:59.999Z", "0001-01-01T00:00:00.000Z"})
    void readWhatTheyHaveWritten(String text) {
        assertThat(Times.parse(text)).contains(Instant.parse(text));
        assertThat(Times.format(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-02",
                "2026-11-02T08:00:00Z",
                "2026-11-02T08:00:00.2500Z",
                "2026-11-02T08:00:00.250+",
                "2026-11-02 08:00:00.250Z",
                "2026-11-0xT08:00:00.250Z"
            })
    void leaveOtherShapesToOthers(String text) {
        assertThat(Times.parse(text)).isEmpty();
    }

    @Test
    void areTakenInAnyZoneAndAtNoImpossibleHour() {
        assertThat(PropertyValues.instant("2026-11-02T09:00:00.250+01:00"))
                .isEqualTo(PropertyValues.instant("2026-11-02T08:00:00.250Z"));
        assertThat(PropertyValues.instant("2026-11-31T08:00:00.250Z")).isEmpty();
        assertThat(PropertyValues.instant("2026-11-02T24:00:00.250Z")).isEmpty();
    }
}
