package dev.quotetocash.sync;

import static dev.quotetocash.sync.SmallStates.FIELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// The laws of the merge, each over every small situation and every rule.
class SyncPlanLawsTest {

    @Test
    void plansNothingForThePlannedState() {
        everywhere((situation, rule) -> {
            var plan = plan(situation, rule);

            var again = plan(applied(situation, plan, plan.effects()), rule);

            assertThat(again.effects()).as("%s under %s", situation, rule).isEmpty();
        });
    }

    @Test
    void plansNothingWhileBothSidesAreAsAgreed() {
        everywhere((situation, rule) -> {
            var agreed = situation.baseline().get(FIELD);
            if (!agreed.hubspot().observed()) return;
            var quiet = SmallStates.of(agreed, agreed.hubspot(), agreed.xero());

            assertThat(plan(quiet, rule).effects()).isEmpty();
            assertThat(plan(quiet, rule).conflicts()).isEmpty();
        });
    }

    @Test
    void carriesAOneSidedChangeToTheOtherSide() {
        for (var situation : SmallStates.withoutActing()) {
            var agreed = situation.baseline().get(FIELD);
            var xero = situation.xero().get(FIELD);
            var changedInXero = xero.observed() && agreed.xero().observed() && !xero.equals(agreed.xero());
            if (!changedInXero || !situation.hubspot().get(FIELD).equals(agreed.hubspot())) continue;

            var after = applied(situation, rule(Direction.BOTH, Policy.REVIEW));

            assertThat(after.hubspot().get(FIELD)).isEqualTo(xero.map(SmallStates.CASES::toHubSpot));
        }
    }

    @Test
    void swapsThePlanWhenSidesAndPoliciesAreSwapped() {
        everywhere((situation, rule) -> {
            var plan = plan(situation, rule);

            var mirrored = plan(SmallStates.swapped(situation), SmallStates.swapped(rule));

            assertThat(mirrored.hubspotWrites())
                    .as("%s under %s", situation, rule)
                    .isEqualTo(plan.xeroWrites());
            assertThat(mirrored.xeroWrites()).isEqualTo(plan.hubspotWrites());
            assertThat(mirrored.next().get(FIELD))
                    .isEqualTo(plan.next().get(FIELD).swapped());
        });
    }

    @Test
    void blanksAFieldOnlyWhereASideWasBlank() {
        everywhere((situation, rule) -> {
            var blank = Observed.<String>blank();
            for (var effect : plan(situation, rule).effects()) {
                if (!effect.after().equals(blank)) continue;
                var cleared = situation.hubspot().get(FIELD).equals(blank)
                        || situation.xero().get(FIELD).equals(blank)
                        || situation.baseline().get(FIELD).hubspot().equals(blank);
                assertThat(cleared).as("%s under %s", situation, rule).isTrue();
            }
        });
    }

    @Test
    void writesNoSideThatWasNotObservedAndTakesNothingFromIt() {
        everywhere((situation, rule) -> {
            var plan = plan(situation, rule);

            if (!situation.hubspot().get(FIELD).observed()) {
                assertThat(plan.hubspotWrites().isEmpty()).isTrue();
            }
            if (!situation.xero().get(FIELD).observed()) {
                assertThat(plan.xeroWrites().isEmpty()).isTrue();
            }
        });
    }

    @Test
    void endsInTheSameStateWhenACrashLeavesAnEffectUndoneOrUnrecorded() {
        for (var situation : SmallStates.withoutActing()) {
            for (var rule : SmallStates.rules()) {
                var plan = plan(situation, rule);
                if (plan.isEmpty()) continue;
                var complete = applied(situation, plan, plan.effects());
                var acting = new Work.Acting(plan.hubspotWrites(), plan.xeroWrites(), java.time.Instant.EPOCH);
                for (var done : List.of(List.<Effect>of(), plan.effects())) {
                    var written = applied(situation, plan, done);
                    var crashed = new Situation(situation.baseline(), acting, written.hubspot(), written.xero());

                    var recovered = applied(crashed, rule);

                    assertThat(recovered.hubspot())
                            .as("%s under %s", crashed, rule)
                            .isEqualTo(complete.hubspot());
                    assertThat(recovered.xero())
                            .as("%s under %s", crashed, rule)
                            .isEqualTo(complete.xero());
                }
            }
        }
    }

    @Test
    void touchesOnlyMappedFields() {
        everywhere((situation, _) ->
                assertThat(SyncPlan.of(situation, List.of(), "m").effects()).isEmpty());
    }

    private static void everywhere(BiConsumer<Situation, FieldRule> law) {
        for (var situation : SmallStates.all()) {
            for (var rule : SmallStates.rules()) law.accept(situation, rule);
        }
    }

    private static SyncPlan plan(Situation situation, FieldRule rule) {
        return SyncPlan.of(situation, List.of(rule), "m");
    }

    private static FieldRule rule(Direction direction, Policy policy) {
        return new FieldRule(FIELD, direction, policy, SmallStates.CASES);
    }

    private static Situation applied(Situation situation, FieldRule rule) {
        var plan = plan(situation, rule);
        return applied(situation, plan, plan.effects());
    }

    /// What both sides show after `effects`, with the plan's baseline saved and nothing open.
    private static Situation applied(Situation situation, SyncPlan plan, List<Effect> effects) {
        var hubspot = situation.hubspot();
        var xero = situation.xero();
        for (var effect : effects) {
            switch (effect) {
                case Effect.WriteHubSpot write -> hubspot = hubspot.with(write.field(), write.after());
                case Effect.WriteXero write -> xero = xero.with(write.field(), write.after());
            }
        }
        return new Situation(plan.next(), Work.Acting.NOTHING, hubspot, xero);
    }
}
