package dev.quotetocash.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// docs/reference/hubspot-api.md, 9.1.
class HubSpotDeliveryTest {

    private final Endpoint endpoint = Endpoint.ofHubSpot();
    private final WebhookQueue queue = endpoint.queue;

    @Test
    void triesTenTimesMoreOverADayAndThenLosesTheWebhook() {
        endpoint.broken = true;
        endpoint.tell(1);

        endpoint.pass(Duration.ofHours(24));

        assertThat(endpoint.attemptedAt).hasSize(11);
        assertThat(pauses(endpoint.attemptedAt))
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMinutes(72), Duration.ofMinutes(144)));
        assertThat(new HashSet<>(pauses(endpoint.attemptedAt))).hasSizeGreaterThan(5);
        assertThat(endpoint.report().counts()).isEqualTo(new WebhookCounts(1, 0, 11, 1));
        assertThat(queue.nextDue()).isEmpty();
    }

    @Test
    void countsTheAttemptsAndSignsEachWithItsOwnTime() {
        endpoint.tell(1);
        var first = queue.begin().getFirst();
        queue.report(first, WebhookOutcome.timedOut());
        endpoint.clock.advance(Duration.ofHours(3));
        endpoint.pass(Duration.ZERO);

        assertThat(first.delivery().headers()).containsEntry("attempt", "0");
        var attempts = endpoint.report().last().getFirst().attempts();
        assertThat(attempts).extracting(attempt -> attempt.outcome().toString()).containsExactly("timed out", "200");
        assertThat(endpoint.report().counts()).isEqualTo(new WebhookCounts(1, 1, 1, 0));
    }

    @Test
    void tellsTheFormWhichAttemptItIs() {
        endpoint.tell(1);
        queue.report(queue.begin().getFirst(), WebhookOutcome.answered(404));
        endpoint.clock.advance(Duration.ofHours(3));

        var second = queue.begin().getFirst();

        assertThat(second.delivery().headers()).containsEntry("attempt", "1").containsEntry("right", "");
    }

    /// Whoever receives a webhook has not moved his own clock.
    @Test
    void signsWithTheTimeOutside() {
        endpoint.clock.advance(Duration.ofHours(3));
        endpoint.tell(1);

        assertThat(queue.begin().getFirst().delivery().headers()).containsEntry("at", Endpoint.START.toString());
    }

    @Test
    void keepsTenRequestsUnderWayAtMost() {
        for (var number = 1; number <= 12; number++) endpoint.tell(number);

        var begun = queue.begin();

        assertThat(begun).hasSize(10);
        assertThat(queue.begin()).isEmpty();
        assertThat(queue.isQuiet()).isFalse();
        queue.report(begun.get(4), WebhookOutcome.answered(200));
        assertThat(queue.begin()).hasSize(1);
    }

    @Test
    void refusesToHaveFewerThanSixRequestsUnderWay() {
        assertThatThrownBy(() -> WebhookPolicy.hubspot(5)).hasMessageContaining("must exceed 5");
    }

    @Test
    void keepsGoingWhileOneWebhookFails() {
        endpoint.broken = true;
        endpoint.tell(1);
        endpoint.deliver();
        endpoint.broken = false;
        endpoint.tell(2);
        endpoint.deliver();

        assertThat(endpoint.received).containsExactly("1", "2");
        assertThat(endpoint.report().pending()).isEqualTo(1);
    }

    @Test
    void sendsNothingWithoutAnAddress() {
        queue.sendTo("");
        endpoint.tell(1);
        queue.sendTo(Endpoint.ADDRESS);
        endpoint.pass(Duration.ofDays(1));

        assertThat(endpoint.received).isEmpty();
        assertThatThrownBy(() -> queue.sendTo("bridge.test")).hasMessageContaining("http://");
    }

    @Test
    void losesWhatTheNetworkLosesAndNobodyNotices() {
        queue.lose(true);
        endpoint.tell(1);
        queue.lose(false);
        endpoint.tell(2);
        endpoint.pass(Duration.ofDays(1));

        assertThat(endpoint.received).containsExactly("2");
        assertThat(endpoint.report().counts()).isEqualTo(new WebhookCounts(2, 1, 0, 1));
    }

    @Test
    void sendsWebhooksAgainEvenLostOnesShuffled() {
        queue.lose(true);
        for (var number = 1; number <= 9; number++) endpoint.tell(number);
        queue.lose(false);

        assertThat(queue.sendAgain(3, 2)).isEqualTo(6);
        endpoint.deliver();
        assertThat(endpoint.received).containsExactlyInAnyOrder("7", "8", "9", "7", "8", "9");
        endpoint.forget();
        assertThat(queue.sendAgain(Integer.MAX_VALUE, 1)).isEqualTo(9);
        endpoint.deliver();
        assertThat(endpoint.received).hasSize(9).isNotEqualTo(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    @Test
    void sendsOneWebhookAgain() {
        endpoint.tell(1);
        endpoint.tell(2);
        endpoint.deliver();
        endpoint.forget();

        queue.sendAgainOne(2, 3);
        endpoint.deliver();

        assertThat(endpoint.received).containsExactly("2", "2", "2");
        assertThatThrownBy(() -> queue.sendAgainOne(77, 1)).hasMessage("there is no webhook 77");
    }

    @Test
    void duplicatesReordersAndLosesByChanceAndTheSameForTheSameSeed() {
        var one = mischief(7);
        var other = mischief(8);

        assertThat(one).isEqualTo(mischief(7)).isNotEqualTo(other);
        assertThat(new HashSet<>(one)).hasSizeLessThan(200).hasSizeGreaterThan(150);
        assertThat(one).hasSizeGreaterThan(new HashSet<>(one).size());
        assertThat(one.stream().distinct().toList())
                .isNotEqualTo(one.stream().distinct().sorted().toList());
    }

    @Test
    void refusesChancesBeyondAThousand() {
        assertThatThrownBy(() -> new WebhookChances(0, 1001, 0)).hasMessageContaining("from 0 to 1000");
    }

    private static List<Integer> mischief(long seed) {
        var endpoint = new Endpoint(WebhookPolicy.hubspot(10), seed);
        endpoint.queue.sendTo(Endpoint.ADDRESS);
        endpoint.queue.chances(new WebhookChances(100, 100, 100));
        for (var number = 1; number <= 200; number++) endpoint.tell(number);
        endpoint.pass(Duration.ofMinutes(1));
        return endpoint.received.stream().map(Integer::valueOf).toList();
    }

    private static List<Duration> pauses(List<Instant> times) {
        return java.util.stream.IntStream.range(1, times.size())
                .mapToObj(at -> Duration.between(times.get(at - 1), times.get(at)))
                .toList();
    }
}
