package dev.quotetocash.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.aws.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Over HTTP and in real time; only what happens at once is waited for.
class WebhookSenderTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final SimClock clock = new SimClock(InstantSource.system());
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);

    @Test
    void postsWhatIsDueWithItsHeaders() {
        var queue = queue(WebhookPolicy.hubspot(10));
        try (var server = new SimServer(this::receive, 0);
                var _ = new WebhookSender(queue)) {
            queue.sendTo(server.address() + "/hooks?a=b");
            for (var number = 1; number <= 15; number++) tell(queue, number);

            Eventually.holds(SOON, () -> assertThat(queue.isQuiet()).isTrue());

            assertThat(received).hasSize(15).contains("POST /hooks?a=b signed 7", "POST /hooks?a=b signed 15");
            assertThat(queue.report(0).counts()).isEqualTo(new WebhookCounts(15, 15, 0, 0));
        }
    }

    @Test
    void triesAgainOnceTheClockWasAdvanced() {
        var queue = queue(WebhookPolicy.hubspot(10));
        status.set(503);
        try (var server = new SimServer(this::receive, 0);
                var _ = new WebhookSender(queue)) {
            queue.sendTo(server.address());
            tell(queue, 1);
            Eventually.holds(
                    SOON, () -> assertThat(queue.report(0).counts().failed()).isEqualTo(1));
            status.set(200);

            clock.advance(Duration.ofHours(3));

            Eventually.holds(SOON, () -> assertThat(queue.isQuiet()).isTrue());
            assertThat(queue.report(1).last().getFirst().attempts())
                    .extracting(attempt -> attempt.outcome().toString())
                    .containsExactly("503", "200");
        }
    }

    @Test
    void reportsAnAddressWhereNobodyListens() {
        var server = new SimServer(this::receive, 0);
        var address = server.address();
        server.close();
        var queue = queue(WebhookPolicy.hubspot(10));
        try (var _ = new WebhookSender(queue)) {
            queue.sendTo(address);
            tell(queue, 1);

            Eventually.holds(
                    SOON, () -> assertThat(queue.report(0).counts().failed()).isEqualTo(1));

            assertThat(queue.report(1).last().getFirst().attempts().getFirst().outcome())
                    .isEqualTo(WebhookOutcome.refused());
        }
    }

    @Test
    void breaksTheConnectionWhereASimulatorSaysSo() {
        var queue = queue(WebhookPolicy.hubspot(10));
        Simulator closing = _ -> {
            throw new ClosedConnection("POST /");
        };
        try (var server = new SimServer(closing, 0);
                var _ = new WebhookSender(queue)) {
            queue.sendTo(server.address());
            tell(queue, 1);

            Eventually.holds(
                    SOON, () -> assertThat(queue.report(0).counts().failed()).isEqualTo(1));

            assertThat(queue.report(1).last().getFirst().attempts().getFirst().outcome())
                    .isEqualTo(WebhookOutcome.refused());
        }
    }

    @Test
    void givesUpAnAnswerThatComesAfterTheTimeOut() {
        var hasty = new WebhookPolicy(
                1,
                false,
                6,
                false,
                Duration.ofMillis(200),
                WebhookPolicy.hubspot(10).retries(),
                java.util.Optional.empty());
        var queue = queue(hasty);
        try (var server = new SimServer(_ -> SimResponse.empty(200).after(Duration.ofSeconds(30)), 0);
                var _ = new WebhookSender(queue)) {
            queue.sendTo(server.address());
            tell(queue, 1);

            Eventually.holds(
                    SOON, () -> assertThat(queue.report(0).counts().failed()).isEqualTo(1));

            assertThat(queue.report(1).last().getFirst().attempts().getFirst().outcome())
                    .isEqualTo(WebhookOutcome.timedOut());
        }
    }

    private WebhookQueue queue(WebhookPolicy policy) {
        return new WebhookQueue(
                policy,
                request -> new WebhookDelivery(
                        request.url(),
                        Map.of("signature", "signed"),
                        request.events().getFirst().json().getBytes(StandardCharsets.UTF_8)),
                clock,
                7);
    }

    private static void tell(WebhookQueue queue, int number) {
        queue.tell(List.of(new WebhookEvent(number, "", Integer.toString(number))));
    }

    private SimResponse receive(SimRequest request) {
        received.add(
                request.method() + " " + request.path() + (request.rawQuery().isEmpty() ? "" : "?") + request.rawQuery()
                        + " " + request.header("signature").orElse("") + " " + request.text());
        return SimResponse.empty(status.get());
    }

    @Test
    void goesOnAfterARequestThatCannotBeMade() {
        var queue = new WebhookQueue(
                WebhookPolicy.hubspot(10),
                request -> new WebhookDelivery(request.url(), Map.of("Host", "not to be set"), new byte[0]),
                clock,
                7);
        try (var _ = new WebhookSender(queue)) {
            queue.sendTo("http://localhost:1/hooks");
            tell(queue, 1);
            Eventually.holds(
                    SOON, () -> assertThat(queue.report(0).counts().failed()).isEqualTo(1));

            tell(queue, 2);

            Eventually.holds(
                    SOON, () -> assertThat(queue.report(0).counts().failed()).isEqualTo(2));
            assertThat(queue.report(1).last().getFirst().attempts().getFirst().outcome())
                    .isEqualTo(WebhookOutcome.refused());
        }
    }
}
