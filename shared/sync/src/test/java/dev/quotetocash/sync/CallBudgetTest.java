package dev.quotetocash.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sync.CallBudget.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CallBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final CallLimits LIMITS = new CallLimits(60, MINUTE, 5, 1_000, LEASE);

    /// A call under way, at most until `end`.
    private record Call(String id, Instant sent, Instant end) {}

    private CallBudget budget = CallBudget.FRESH;
    private Instant now = NOON;
    private int ids;

    /// Whatever is asked at whatever time, by whatever lane, whoever dies, and however long a call takes to reach
    /// the vendor or its answer to come back: no minute and no moment of the vendor's ever holds more calls than
    /// it allows.
    @Test
    void neverAllowsMoreThanTheVendorDoes() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var limits = new CallLimits(1 + random.nextInt(8), MINUTE, 1 + random.nextInt(4), 50, LEASE);
            budget = CallBudget.FRESH;
            now = NOON;
            var open = new ArrayList<Call>();
            var arrived = new ArrayList<Instant>();
            for (var step = 0; step < 300; step++) {
                now = now.plusMillis(random.nextInt(20_000));
                open.removeIf(call -> {
                    if (call.end().isAfter(now)) return false;
                    return arrived.add(between(call.sent(), call.end(), random));
                });
                if (random.nextBoolean() && !open.isEmpty()) {
                    var call = open.removeFirst();
                    arrived.add(between(call.sent(), now, random));
                    budget = budget.reported(limits, call.id(), CallReport.NOTHING, now);
                } else if (ask(limits, Lane.values()[random.nextInt(4)])) {
                    open.add(new Call("call " + ids, now, now.plus(LEASE)));
                }
                assertThat(open.size()).as("seed %s: under way", seed).isLessThanOrEqualTo(limits.atOnce());
            }
            for (var last : arrived) {
                assertThat(arrived.stream()
                                .filter(call ->
                                        !call.isAfter(last) && call.plus(MINUTE).isAfter(last)))
                        .as("seed %s: in the minute until %s", seed, last)
                        .hasSizeLessThanOrEqualTo(limits.perWindow());
            }
        }
    }

    /// A refused call that comes back at the time it was given is admitted, if nobody else came in between.
    @ParameterizedTest
    @EnumSource(Lane.class)
    void namesTheTimeAtWhichAWindowHasRoomAgain(Lane lane) {
        while (ask(LIMITS, lane)) {
            done(CallReport.NOTHING);
            now = now.plusMillis(10);
        }
        now = refused(lane);
        assertThat(ask(LIMITS, lane)).isTrue();
    }

    @Test
    void keepsRoomInTheWindowAndUnderWayForTheLanesAbove() {
        assertThat(admittedInAMinute(Lane.FIRST_LOAD)).isEqualTo(24);
        assertThat(admittedInAMinute(Lane.SWEEP)).isEqualTo(12);
        assertThat(admittedInAMinute(Lane.CHANGE)).isEqualTo(12);
        assertThat(admittedInAMinute(Lane.INVOICE)).isEqualTo(12);
        now = now.plus(MINUTE);
        var atOnce = new ArrayList<Lane>();
        for (var lane : List.of(Lane.FIRST_LOAD, Lane.SWEEP, Lane.CHANGE, Lane.INVOICE)) {
            while (ask(LIMITS, lane)) atOnce.add(lane);
        }
        assertThat(atOnce).containsExactly(Lane.FIRST_LOAD, Lane.FIRST_LOAD, Lane.SWEEP, Lane.CHANGE, Lane.INVOICE);
    }

    @Test
    void givesEachLaneItsShareOfTheDayAndInvoicesAllThatIsLeft() {
        assertThat(admittedInADay(Lane.FIRST_LOAD)).isEqualTo(40);
        assertThat(admittedInADay(Lane.SWEEP)).isEqualTo(160);
        assertThat(admittedInADay(Lane.CHANGE)).isEqualTo(200);
        assertThat(budget.leftOfDay(LIMITS, Lane.INVOICE)).contains(600);
    }

    @Test
    void letsTheLowerLanesGiveWayFirstWhenOthersHaveUsedTheDayUp() {
        for (var step : Map.of(
                        200,
                        List.of(Lane.FIRST_LOAD),
                        100,
                        List.of(Lane.FIRST_LOAD, Lane.SWEEP),
                        50,
                        List.of(Lane.FIRST_LOAD, Lane.SWEEP, Lane.CHANGE))
                .entrySet()) {
            budget = CallBudget.FRESH;
            now = NOON;
            assertThat(ask(LIMITS, Lane.INVOICE)).isTrue();
            done(left(step.getKey()));
            for (var lane : Lane.values()) {
                assertThat(ask(LIMITS, lane))
                        .as("%s with %s left", lane, step.getKey())
                        .isEqualTo(!step.getValue().contains(lane));
                if (!step.getValue().contains(lane)) done(CallReport.NOTHING);
                now = now.plus(MINUTE);
            }
        }
    }

    @Test
    void takesAPermitBackFromTheDead() {
        while (ask(LIMITS, Lane.INVOICE)) now = now.plusMillis(1);

        now = NOON.plus(LEASE);
        assertThat(ask(LIMITS, Lane.INVOICE)).isTrue();
    }

    @Test
    void believesTheVendorThatAWindowIsUsedUpByOthers() {
        ask(LIMITS, Lane.INVOICE);
        done(new CallReport(Optional.empty(), Optional.of(0), Optional.empty(), Optional.empty()));

        assertThat(refused(Lane.INVOICE)).isEqualTo(NOON.plus(MINUTE));
    }

    @Test
    void believesTheVendorThatMoreIsAllowed() {
        ask(LIMITS, Lane.INVOICE);
        done(new CallReport(Optional.of(190), Optional.of(189), Optional.of(4_990), Optional.empty()));

        assertThat(admittedInAMinute(Lane.INVOICE)).isEqualTo(189);
        assertThat(budget.leftOfDay(LIMITS, Lane.CHANGE)).contains(998);
    }

    @Test
    void waitsAsLongAsTheVendorSaysAndThenOneAfterTheOther() {
        ask(LIMITS, Lane.INVOICE);
        done(CallReport.NOTHING.with(new CallReport.Refusal(Duration.ofHours(9), true)));

        var nine = NOON.plus(Duration.ofHours(9));
        assertThat(List.of(refused(Lane.INVOICE), refused(Lane.INVOICE), refused(Lane.SWEEP)))
                .containsExactly(nine, nine.plusSeconds(1), nine.plusSeconds(2));
        now = nine;
        assertThat(ask(LIMITS, Lane.INVOICE)).isTrue();
    }

    /// The shorter of two waits does not end the longer one.
    @Test
    void keepsTheLongerOfTwoWaits() {
        ask(LIMITS, Lane.INVOICE);
        done(CallReport.NOTHING.with(new CallReport.Refusal(Duration.ofHours(9), true)));
        budget =
                budget.reported(LIMITS, "another", CallReport.NOTHING.with(new CallReport.Refusal(MINUTE, false)), now);

        assertThat(refused(Lane.INVOICE)).isEqualTo(NOON.plus(Duration.ofHours(9)));
    }

    @Test
    void seesThatANewDayHasBegun() {
        assertThat(admittedInADay(Lane.SWEEP)).isEqualTo(160);
        ask(LIMITS, Lane.INVOICE);
        done(left(999));

        assertThat(budget.leftOfDay(LIMITS, Lane.SWEEP)).contains(160);
    }

    /// Nobody calls, so the vendor tells nothing: a day never lasts longer than one.
    @Test
    void beginsANewDayByItselfAfterADay() {
        admittedInADay(Lane.SWEEP);
        now = NOON.plus(Duration.ofHours(24));

        assertThat(ask(LIMITS, Lane.SWEEP)).isTrue();
    }

    /// At one of the ends as often as anywhere between them.
    private static Instant between(Instant start, Instant end, Random random) {
        var length = Duration.between(start, end).toMillis();
        return switch (random.nextInt(3)) {
            case 0 -> start;
            case 1 -> end;
            default -> start.plusMillis(random.nextLong(length + 1));
        };
    }

    private boolean ask(CallLimits limits, Lane lane) {
        var decision = budget.admit(limits, lane, "call " + (ids + 1), now);
        budget = decision.budget();
        if (!(decision instanceof Decision.Admitted)) return false;
        ids++;
        return true;
    }

    private Instant refused(Lane lane) {
        var decision = budget.admit(LIMITS, lane, "refused", now);
        budget = decision.budget();
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).until();
    }

    private void done(CallReport report) {
        budget = budget.reported(LIMITS, "call " + ids, report, now);
    }

    private int admittedInAMinute(Lane lane) {
        var count = 0;
        while (ask(LIMITS, lane)) {
            count++;
            done(CallReport.NOTHING);
        }
        return count;
    }

    private int admittedInADay(Lane lane) {
        var count = 0;
        while (now.isBefore(NOON.plus(Duration.ofHours(5)))) {
            if (ask(LIMITS, lane)) count++;
            done(CallReport.NOTHING);
            now = now.plusSeconds(20);
        }
        now = NOON;
        return count;
    }

    private static CallReport left(int ofDay) {
        return new CallReport(Optional.empty(), Optional.empty(), Optional.of(ofDay), Optional.empty());
    }
}
