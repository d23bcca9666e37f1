package dev.quotetocash.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.sandbox.sim.WebhookSubscription.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// docs/reference/xero-api.md, 10.1.
class XeroDeliveryTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Endpoint endpoint = Endpoint.ofXero();
    private final WebhookQueue queue = endpoint.queue;

    @Test
    void asksANewEndpointForProofBeforeItSendsAnything() {
        var fresh = new Endpoint(WebhookPolicy.xero(true), 7);
        fresh.queue.sendTo(Endpoint.ADDRESS);
        fresh.tell(1);

        assertThat(fresh.queue.report(0).subscription().state()).isEqualTo(State.DISABLED);
        fresh.deliver();

        assertThat(fresh.received).containsExactly("", "", "", "", "1");
        assertThat(fresh.report().last())
                .extracting(Webhook::kind)
                .contains(Webhook.Kind.RIGHT_PROBE, Webhook.Kind.WRONG_PROBE);
        assertThat(fresh.report().subscription().state()).isEqualTo(State.ENABLED);
        assertThat(fresh.report().counts()).isEqualTo(new WebhookCounts(1, 1, 0, 0));
    }

    @Test
    void leavesAnEndpointOffThatBelievesAnySignature() {
        var gullible = new Endpoint(WebhookPolicy.xero(true), 7);
        gullible.believesAnything = true;
        gullible.queue.sendTo(Endpoint.ADDRESS);
        gullible.tell(1);
        gullible.pass(Duration.ofDays(2));

        assertThat(gullible.received).containsOnly("");
        assertThat(gullible.report().subscription()).isEqualTo(WebhookSubscription.disabled("the wrong-probe got 200"));
        assertThat(gullible.queue.isQuiet()).isTrue();
        gullible.believesAnything = false;
        gullible.queue.enable();
        gullible.deliver();
        assertThat(gullible.received).endsWith("1");
    }

    @Test
    void asksForProofAgainWhenTheAddressChanges() {
        queue.sendTo("https://other.test/");
        endpoint.tell(1);

        assertThat(state()).isEqualTo(State.DISABLED);
        endpoint.deliver();
        assertThat(endpoint.received).containsExactly("", "", "", "", "1");
    }

    @Test
    void probesOnceHoweverOftenItIsSwitchedOn() {
        queue.sendTo("https://other.test/");
        queue.enable();
        queue.enable();

        assertThat(endpoint.deliver()).isEqualTo(4);
        queue.enable();
        assertThat(endpoint.deliver()).isZero();
    }

    @Test
    void switchesAnEndpointOffThatFailsALaterProbe() {
        endpoint.believesAnything = true;
        queue.intentToReceive();
        endpoint.deliver();

        assertThat(state()).isEqualTo(State.DISABLED);
    }

    @Test
    void putsEventsThatWaitIntoOnePayloadOfTheirPipeline() {
        for (var number = 1; number <= 3; number++) endpoint.tell(number, "older");
        endpoint.tell(4, "newer");
        endpoint.tell(5, "older");
        endpoint.deliver();

        assertThat(endpoint.received).containsExactly("1,2,3", "4", "5");
    }

    @Test
    void putsAHundredEventsIntoAPayloadAtMostAndNoneBehindAGap() {
        for (var number = 1; number <= 101; number++) endpoint.tell(number);
        endpoint.tell(110);
        endpoint.deliver();

        assertThat(endpoint.received).hasSize(3);
        assertThat(endpoint.received.getFirst()).startsWith("1,2,").endsWith(",100");
        assertThat(endpoint.received).endsWith("101", "110");
    }

    @Test
    void triesAtOnceThenEveryQuarterOfAnHourForADayAndThenSwitchesOff() {
        endpoint.broken = true;
        endpoint.tell(1);
        endpoint.pass(Duration.ofHours(23));
        assertThat(state()).isEqualTo(State.ENABLED);
        endpoint.pass(Duration.ofHours(3));

        var start = Endpoint.START;
        assertThat(endpoint.attemptedAt)
                .hasSize(2 + 4 * 24)
                .startsWith(start, start, start.plus(QUARTER), start.plus(QUARTER.multipliedBy(2)))
                .endsWith(start.plus(Duration.ofHours(24)));
        assertThat(state()).isEqualTo(State.DISABLED);
        assertThat(endpoint.report().subscription().why())
                .contains("did not accept")
                .contains("503");
        assertThat(endpoint.report().pending()).isEqualTo(1);
        assertThat(queue.nextDue()).isEmpty();
    }

    @Test
    void replaysEverythingInOrderOnceTheEndpointHasProvedItselfAgain() {
        endpoint.broken = true;
        endpoint.tell(1);
        endpoint.pass(Duration.ofHours(25));
        endpoint.tell(2);
        endpoint.tell(3);
        endpoint.pass(Duration.ofDays(20));
        endpoint.broken = false;
        endpoint.forget();

        queue.enable();
        endpoint.deliver();

        assertThat(endpoint.received).containsExactly("", "", "", "", "1", "2,3");
        assertThat(state()).isEqualTo(State.ENABLED);
        assertThat(endpoint.report().counts().lost()).isZero();
    }

    @Test
    void hasADaysPatienceAgainAfterItWasSwitchedOn() {
        endpoint.broken = true;
        endpoint.tell(1);
        endpoint.pass(Duration.ofHours(25));
        endpoint.broken = false;
        queue.enable();
        for (var probe = 0; probe < 4; probe++) {
            var attempt = queue.begin().getFirst();
            queue.report(
                    attempt,
                    WebhookOutcome.answered(attempt.delivery().headers().containsKey("right") ? 200 : 401));
        }
        endpoint.broken = true;
        endpoint.pass(Duration.ofHours(23));

        assertThat(state()).isEqualTo(State.ENABLED);
    }

    @Test
    void keepsEventsForThirtyOneDays() {
        endpoint.broken = true;
        endpoint.tell(1);
        endpoint.pass(Duration.ofDays(10));
        endpoint.tell(2);
        endpoint.pass(Duration.ofDays(21).plusMinutes(1));
        endpoint.broken = false;
        endpoint.forget();

        queue.enable();
        endpoint.deliver();

        assertThat(endpoint.received).containsExactly("", "", "", "", "2");
        assertThat(endpoint.report().counts().lost()).isEqualTo(1);
    }

    @Test
    void sendsNothingElseWhileOneWebhookWaitsForItsRetry() {
        endpoint.broken = true;
        endpoint.tell(1);
        endpoint.deliver();
        endpoint.broken = false;
        endpoint.forget();
        endpoint.tell(2);
        endpoint.deliver();

        assertThat(endpoint.received).isEmpty();
        endpoint.pass(QUARTER);
        assertThat(endpoint.received).containsExactly("1", "2");
    }

    @Test
    void sendsTheRestMeanwhileWhenSwitchedSo() {
        var going = new Endpoint(WebhookPolicy.xero(false), 7);
        going.queue.sendTo(Endpoint.ADDRESS);
        going.deliver();
        going.broken = true;
        going.tell(1);
        going.deliver();
        going.broken = false;
        going.forget();
        going.tell(2);
        going.pass(QUARTER);

        assertThat(going.received).containsExactly("2", "1");
    }

    @Test
    void hasNoProbesWhereTheVendorHasNone() {
        assertThatThrownBy(() -> Endpoint.ofHubSpot().queue.intentToReceive()).hasMessageContaining("no probes");
    }

    @Test
    void comesQuickerWhereNobodyWaitsForADay() {
        var quick = new Endpoint(WebhookPolicy.xero(true).faster(900), 7);
        quick.queue.sendTo(Endpoint.ADDRESS);
        quick.deliver();
        quick.forget();
        quick.broken = true;
        quick.tell(1);
        quick.pass(Duration.ofSeconds(2));

        var start = Endpoint.START;
        assertThat(quick.attemptedAt).containsExactly(start, start, start.plusSeconds(1), start.plusSeconds(2));
        quick.pass(Duration.ofSeconds(95));
        assertThat(quick.report().subscription().state()).isEqualTo(State.DISABLED);
    }

    private State state() {
        return endpoint.report().subscription().state();
    }
}
