package dev.quotetocash.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XeroDatesTest {

    @ParameterizedTest
    @CsvSource({
        "/Date(1789378199100+0000)/, 2026-09-14T09:29:59.100Z",
        "/Date(1789378230894)/, 2026-09-14T09:30:30.894Z",
        "/Date(1789378199100+1300)/, 2026-09-14T09:29:59.100Z",
        "/Date(-86400000+0000)/, 1969-12-31T00:00:00Z",
        "2026-09-14T09:29:59Z, 2026-09-14T09:29:59Z",
        "2026-09-14T00:00:00, 2026-09-14T00:00:00Z"
    })
    void readsEverySpellingOfATime(String text, Instant at) {
        assertThat(XeroDates.instant(Json.object().put("at", text), "at")).isEqualTo(at);
    }

    @Test
    void takesTheUtcDateOfACalendarDate() {
        assertThat(XeroDates.date(Json.object().put("Date", "/Date(1789344000000+0000)/"), "Date"))
                .contains(LocalDate.parse("2026-09-14"));
        assertThat(XeroDates.date(parse("{\"Date\":\"\\/Date(1789344000000+0000)\\/\"}"), "Date"))
                .contains(LocalDate.parse("2026-09-14"));
        assertThat(XeroDates.date(Json.object().putNull("Date"), "Date")).isEmpty();
    }

    @Test
    void refusesWhatIsNoDate() {
        assertThatThrownBy(() -> XeroDates.instant(Json.object().put("at", "/Date(soon)/"), "at"))
                .isInstanceOf(UnreadableReply.class);
    }

    @Test
    void asksForWholeSecondsThatIncludeTheTime() {
        assertThat(XeroDates.modifiedSince(Instant.parse("2026-11-22T23:59:59.999Z")))
                .isEqualTo("2026-11-22T23:59:59");
    }

    private static JsonNode parse(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
