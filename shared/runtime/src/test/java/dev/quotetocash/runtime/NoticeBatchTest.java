package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.quotetocash.engine.Notice;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeBatchTest {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<Notice> seen = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "invoice-sync-deal.json, DEAL, 1246965, webhook:hubspot",
        "invoice-sync-link.json, LINK, slot#1246965#1#0, due",
        "payment-sync.json, XERO_INVOICE, 44aa0707-f718-4f1c-8d53-f2da9ca59533, webhook:xero",
        "payment-sync-surplus.json, SURPLUS, slot#1246965#1#0=44aa0707-f718-4f1c-8d53-f2da9ca59533, sweep"
    })
    void readsTheSampleEvents(String file, Notice.Kind kind, String id, String trigger) {
        var response = batch(Events.read(file, SQSEvent.class)).complete(seen::add);

        assertThat(seen).containsExactly(new Notice(kind, List.of(id), trigger, TEN, 0));
        assertThat(response.getBatchItemFailures()).isEmpty();
    }

    @Test
    void givesBackOnlyTheMessageThatFailed() {
        var event = event(message("a", notice("1")), message("b", notice("2")), message("c", notice("3")));

        var response = batch(event).complete(notice -> {
            if (notice.ids().contains("2")) throw new IllegalStateException("Ada Lovelace");
            seen.add(notice);
        });

        assertThat(failures(response)).containsExactly("b");
        assertThat(seen).extracting(notice -> notice.ids().getFirst()).containsExactly("1", "3");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("\"messageId\":\"b\"", "java.lang.IllegalStateException")
                .doesNotContain("Lovelace");
    }

    @Test
    void doesWhatWasGatheredAfterTheLastMessage() {
        var event = event(message("a", notice("1")), message("b", notice("2")));
        var seenAtTheEnd = new ArrayList<Notice>();

        var response = batch(event).complete(seen::add, () -> seenAtTheEnd.addAll(seen));

        assertThat(failures(response)).isEmpty();
        assertThat(seenAtTheEnd).hasSize(2);
    }

    @Test
    void givesEveryMessageBackWhenTheEndFails() {
        var event = event(message("a", notice("1")), message("b", notice("2")));

        var response = batch(event).complete(seen::add, () -> {
            throw new IllegalStateException("Ada Lovelace");
        });

        assertThat(failures(response)).containsExactly("a", "b");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("java.lang.IllegalStateException")
                .doesNotContain("Lovelace");
    }

    @Test
    void givesBackAMessageThatItCannotRead() {
        var event = event(message("a", "{"), message("b", "{\"v\":2}"), message("c", notice("3")), message("d", ""));

        var response = batch(event).complete(seen::add);

        assertThat(failures(response)).containsExactly("a", "b", "d");
        assertThat(seen).hasSize(1);
    }

    @Test
    void doesNothingForAnEmptyEvent() {
        assertThat(batch(new SQSEvent()).complete(seen::add).getBatchItemFailures())
                .isEmpty();
    }

    private NoticeBatch batch(SQSEvent event) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return NoticeBatch.of(event, new JsonLog(out, InstantSource.fixed(TEN), "invoice-sync"));
    }

    private static SQSEvent event(SQSEvent.SQSMessage... messages) {
        var event = new SQSEvent();
        event.setRecords(Arrays.asList(messages));
        return event;
    }

    private static SQSEvent.SQSMessage message(String id, String body) {
        var message = new SQSEvent.SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }

    private static String notice(String id) {
        return NoticeJson.format(new Notice(Notice.Kind.DEAL, List.of(id), "test", TEN, 0));
    }

    private static List<String> failures(SQSBatchResponse response) {
        return response.getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }
}
