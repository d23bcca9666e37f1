package dev.quotetocash.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A queue with as many webhooks as a bulk change makes. A walk through all of them for each delivery takes
/// minutes; the time-outs are many times what it takes without.
class WebhookQueueTest {

    private static final int MANY = 20_000;

    @Test
    @Timeout(10)
    void deliversTwentyThousandWebhooksInTheirOrder() {
        var endpoint = Endpoint.ofHubSpot();
        tellMany(endpoint, 1);

        endpoint.deliver();

        assertThat(endpoint.received)
                .isEqualTo(IntStream.rangeClosed(1, MANY)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(endpoint.queue.report(0).counts()).isEqualTo(new WebhookCounts(MANY, MANY, 0, 0));
    }

    @Test
    @Timeout(10)
    void deliversAtOnceWhatIsNewWhileTwentyThousandWaitForTheirRetry() {
        var endpoint = Endpoint.ofHubSpot();
        endpoint.broken = true;
        tellMany(endpoint, 1);
        endpoint.deliver();
        endpoint.broken = false;
        endpoint.forget();

        for (var number = MANY + 1; number <= 2 * MANY; number++) {
            endpoint.tell(number);
            endpoint.deliver();
            assertThat(endpoint.queue.isQuiet()).isFalse();
        }

        assertThat(endpoint.received).hasSize(MANY).startsWith("20001").endsWith("40000");
        endpoint.pass(Duration.ofHours(3));
        assertThat(endpoint.report().counts()).isEqualTo(new WebhookCounts(2 * MANY, 2 * MANY, MANY, 0));
    }

    @Test
    @Timeout(10)
    void deliversTwentyThousandThatCannotBeJoined() {
        var endpoint = Endpoint.ofXero();
        tellMany(endpoint, 2);

        endpoint.deliver();

        assertThat(endpoint.received).hasSize(MANY).startsWith("2", "4").endsWith("40000");
    }

    @Test
    void showsTheLastOnesMadeOldestFirst() {
        var endpoint = Endpoint.ofHubSpot();
        for (var number = 1; number <= 30; number++) endpoint.tell(number);
        var begun = endpoint.queue.begin();
        endpoint.queue.report(begun.getLast(), WebhookOutcome.answered(200));

        assertThat(endpoint.queue.report(3).last()).extracting(Webhook::id).containsExactly(28L, 29L, 30L);
        assertThat(endpoint.report().last()).extracting(Webhook::id).isSorted().hasSize(30);
        assertThat(endpoint.queue.report(0).last()).isEmpty();
        assertThat(endpoint.queue.report(0).pending()).isEqualTo(29);
    }

    private static void tellMany(Endpoint endpoint, int step) {
        for (var number = 1; number <= MANY; number++) endpoint.tell(step * number);
    }
}
