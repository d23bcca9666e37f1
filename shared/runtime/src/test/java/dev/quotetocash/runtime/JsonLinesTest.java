package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What [JsonLog] and [Metrics] print.
class JsonLinesTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));
    private final JsonLog log = new JsonLog(out, clock, "invoice-sync");
    private final Metrics metrics = new Metrics(out, clock);

    @Test
    void logsOneLineOfJson() {
        log.info("Two\nlines", Map.of("count", 7));

        assertThat(printed())
                .isEqualTo("{\"time\":\"2026-11-23T10:00:00Z\",\"level\":\"INFO\",\"function\":\"invoice-sync\","
                        + "\"message\":\"Two\\nlines\",\"count\":7}\n");
    }

    @Test
    void logsFieldsOfAnyType() {
        log.warn("Waiting", Map.of("until", clock.instant()));
        log.warn("Parked", Map.of("links", List.of("slot#77#1#0")));
        log.warn("Asked", Map.of("late", Duration.ofSeconds(90)));

        assertThat(printed())
                .contains("\"until\":\"2026-11-23T10:00:00Z\"}")
                .contains("\"links\":[\"slot#77#1#0\"]}")
                .contains("\"late\":\"PT1M30S\"}");
    }

    @Test
    void logsWhatWasThrownWithoutItsWords() {
        var cause = new IllegalArgumentException("ada@example.com");

        log.error("It failed", Map.of("link", "slot#77#1#0"), new IllegalStateException("Ada Lovelace", cause));

        assertThat(printed())
                .contains("\"level\":\"ERROR\"", "\"link\":\"slot#77#1#0\"")
                .contains("[\"java.lang.IllegalStateException\",\"java.lang.IllegalArgumentException\"]")
                .contains("\"at\":[\"runtime.JsonLinesTest:")
                .doesNotContain("Ada", "ada@");
    }

    @Test
    void countsInEmbeddedMetricFormat() {
        metrics.count(Metric.WEBHOOK_REJECTED, 3);

        assertThat(printed())
                .isEqualTo("{\"_aws\":{\"Timestamp\":1795428000000,\"CloudWatchMetrics\":[{"
                        + "\"Namespace\":\"QuoteToCash\","
                        + "\"Dimensions\":[[]],\"Metrics\":[{\"Name\":\"WebhookRejected\",\"Unit\":\"Count\"}]}]},"
                        + "\"WebhookRejected\":3}\n");
    }

    @Test
    void measuresWithDimensions() {
        metrics.seconds(Metric.SWEEP_AGE, Duration.ofMillis(61_500), Map.of("Sweep", "xero-invoices"));

        assertThat(printed())
                .contains("\"Dimensions\":[[\"Sweep\"]]", "{\"Name\":\"SweepAgeSeconds\",\"Unit\":\"Seconds\"}")
                .contains("\"Sweep\":\"xero-invoices\"", "\"SweepAgeSeconds\":61.5");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
