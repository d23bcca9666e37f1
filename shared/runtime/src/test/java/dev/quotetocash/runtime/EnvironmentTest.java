package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    private final Environment environment =
            Environment.of(Map.of("TABLE_LINKS", " links ", "EMPTY", " ", "SETTLE_SECONDS", "90", "WORD", "s3cret"));

    @Test
    void readsWhatIsSet() {
        assertThat(environment.required("TABLE_LINKS")).isEqualTo("links");
        assertThat(environment.optional("TABLE_LINKS", "others")).isEqualTo("links");
        assertThat(environment.integer("SETTLE_SECONDS")).isEqualTo(90);
        assertThat(environment.seconds("SETTLE_SECONDS")).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void takesBlankForNotSet() {
        assertThat(environment.optional("EMPTY")).isEmpty();
        assertThat(environment.optional("EMPTY", "fallback")).isEqualTo("fallback");
        assertThat(environment.integer("EMPTY", 7)).isEqualTo(7);
        assertThat(environment.seconds("EMPTY", Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void namesTheVariableAndNeverItsValue() {
        assertThatThrownBy(() -> environment.required("EMPTY")).hasMessage("EMPTY is not set");
        assertThatThrownBy(() -> environment.integer("WORD")).hasMessage("WORD is not a whole number");
        assertThatThrownBy(() -> environment.seconds("WORD", Duration.ZERO)).hasMessageNotContaining("s3cret");
        assertThat(environment.toString()).contains("WORD").doesNotContain("s3cret");
    }

    @Test
    void refusesNegativeSeconds() {
        var negative = Environment.of(Map.of("SETTLE_SECONDS", "-1"));

        assertThatThrownBy(() -> negative.seconds("SETTLE_SECONDS")).hasMessageContaining("SETTLE_SECONDS");
    }

    @Test
    void takesOneOfTwoWords() {
        var environment = Environment.of(Map.of("XERO_CONNECTION", "oauth", "HUBSPOT_CONNECTION", "magic"));

        assertThat(environment.oneOf("XERO_CONNECTION", "custom", "oauth")).isEqualTo("oauth");
        assertThatThrownBy(() -> environment.oneOf("HUBSPOT_CONNECTION", "static", "oauth"))
                .hasMessage("HUBSPOT_CONNECTION is neither static nor oauth");
    }
}
