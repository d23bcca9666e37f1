package dev.quotetocash.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sync.Creation.Step;
import dev.quotetocash.sync.Work.Intended;
import dev.quotetocash.sync.Work.Phase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CreationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration DELAY = Duration.ofMinutes(10);
    private static final Creation PROTOCOL = new Creation(DELAY);
    private static final Payload BODY = Payload.of("{}");

    private final Intended intent = PROTOCOL.first(BODY, NOW, NOW);

    @Test
    void leavesAnIntentToItsWriterWhileThatMayBeSending() {
        assertThat(PROTOCOL.next(intent, NOW.plusSeconds(59))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void looksForTheRecordOfAWriterThatNeverCameBack() {
        var step = PROTOCOL.next(intent, NOW.plusSeconds(60));

        assertThat(step).isInstanceOf(Step.LookUp.class);
    }

    @Test
    void sendsTheSameAttemptAgainWhenItWasCertainlyNotExecuted() {
        var refused = PROTOCOL.notExecuted(intent, NOW.plusSeconds(5), NOW);

        assertThat(PROTOCOL.next(refused, NOW.plusSeconds(4))).isInstanceOf(Step.Wait.class);
        assertThat(PROTOCOL.next(refused, NOW.plusSeconds(5))).isInstanceOfSatisfying(Step.Send.class, send -> {
            assertThat(send.intent().attempt()).isEqualTo(1);
            assertThat(send.intent().body()).isEqualTo(BODY);
        });
    }

    @Test
    void doesNotHoldAnEarlyEmptyLookUpAgainstTheRecord() {
        var unknown = PROTOCOL.unknown(intent, NOW);

        var after = PROTOCOL.afterEmptyLookUp(unknown, NOW.plusSeconds(30));

        assertThat(after.emptyLookUps()).isZero();
        assertThat(after.nextAt()).isEqualTo(NOW.plus(DELAY));
    }

    @Test
    void sendsANewAttemptOnlyAfterTwoLateEmptyLookUps() {
        var unknown = PROTOCOL.unknown(intent, NOW);

        var once = PROTOCOL.afterEmptyLookUp(unknown, NOW.plus(DELAY));
        assertThat(PROTOCOL.next(once, once.nextAt())).isInstanceOf(Step.LookUp.class);
        var twice = PROTOCOL.afterEmptyLookUp(once, once.nextAt());

        assertThat(PROTOCOL.next(twice, twice.nextAt())).isInstanceOfSatisfying(Step.Send.class, send -> {
            assertThat(send.intent().attempt()).isEqualTo(2);
            assertThat(send.intent().phase()).isInstanceOf(Phase.Sending.class);
        });
    }

    @Test
    void waitsTwiceAsLongForEachFurtherAttempt() {
        var third = new Intended(3, BODY, NOW, new Phase.Unknown(NOW), 0, NOW);

        assertThat(PROTOCOL.afterEmptyLookUp(third, NOW.plus(DELAY.multipliedBy(3)))
                        .emptyLookUps())
                .isZero();
        assertThat(PROTOCOL.afterEmptyLookUp(third, NOW.plus(DELAY.multipliedBy(4)))
                        .emptyLookUps())
                .isEqualTo(1);
    }

    @Test
    void waitsNoLongerThanSixteenTimesTheDelay() {
        var last = new Intended(Creation.ATTEMPTS_MAX, BODY, NOW, new Phase.Unknown(NOW), 0, NOW);

        assertThat(PROTOCOL.afterEmptyLookUp(last, NOW.plus(DELAY.multipliedBy(16)))
                        .emptyLookUps())
                .isEqualTo(1);
    }

    @Test
    void sendsNothingAfterARestoreBeforeItHasLooked() {
        var aboutToSend = new Intended(1, BODY, NOW, new Phase.Unknown(NOW), Creation.EMPTY_LOOK_UPS, NOW);
        var restoredAt = NOW.plusSeconds(5000);

        var known = PROTOCOL.afterRestore(aboutToSend, restoredAt);

        assertThat(PROTOCOL.next(aboutToSend, restoredAt)).isInstanceOf(Step.Send.class);
        assertThat(PROTOCOL.next(known, restoredAt)).isInstanceOf(Step.LookUp.class);
        assertThat(PROTOCOL.afterEmptyLookUp(known, restoredAt.plusSeconds(60)).emptyLookUps())
                .isZero();
    }

    @Test
    void believesOfARefusalOnlyWhatItWasToldSinceTheRestore() {
        var refused = PROTOCOL.refused(intent, NOW);

        assertThat(PROTOCOL.afterRestore(refused, NOW.plusSeconds(1)).phase())
                .isEqualTo(new Phase.Unknown(NOW.plusSeconds(1)));
        assertThat(PROTOCOL.afterRestore(refused, NOW)).isEqualTo(refused);
    }

    @Test
    void neverSendsWithoutEitherACertainRefusalOrTwoLateEmptyLookUps() {
        for (var seconds = 0L; seconds < 3600; seconds += 7) {
            var now = NOW.plusSeconds(seconds);
            for (var phase : new Phase[] {new Phase.Sending(NOW.plusSeconds(30)), new Phase.Unknown(NOW)}) {
                for (var empty = 0; empty < Creation.EMPTY_LOOK_UPS; empty++) {
                    var open = new Intended(1, BODY, NOW, phase, empty, NOW);
                    assertThat(PROTOCOL.next(open, now)).isNotInstanceOf(Step.Send.class);
                }
            }
        }
    }

    @Test
    void sendsNothingMoreAfterTheLastAttemptVanishedButStillLooks() {
        var vanished =
                new Intended(Creation.ATTEMPTS_MAX, BODY, NOW, new Phase.Unknown(NOW), Creation.EMPTY_LOOK_UPS, NOW);

        assertThat(PROTOCOL.exhausted(vanished)).isTrue();
        assertThat(PROTOCOL.next(vanished, NOW)).isInstanceOf(Step.LookUp.class);
    }

    @Test
    void doesNotCountRefusedRequestsAsAttempts() {
        var refused = PROTOCOL.refused(intent, NOW);

        var corrected = PROTOCOL.inPlaceOf(refused, Payload.of("{\"a\":1}"), NOW, NOW.plusSeconds(60));

        assertThat(refused.phase()).isEqualTo(new Phase.Refused(NOW));
        assertThat(corrected.attempt()).isEqualTo(1);
        assertThat(corrected.phase()).isEqualTo(new Phase.Sending(NOW.plusSeconds(90)));
    }
}
