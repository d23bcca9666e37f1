package dev.quotetocash.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncPlanTest {

    private static final FieldRule PHONE = new FieldRule("phone", Direction.BOTH, Policy.REVIEW, Translation.SAME);
    private static final FieldRule EMAIL = new FieldRule("email", Direction.BOTH, Policy.XERO, Translation.SAME);
    private static final Baseline AGREED =
            new Baseline("m", Map.of("phone", both("+44 20 1"), "email", both("ap@old.example")), List.of());

    @Test
    void keepsBothEditsWhenTheSidesChangedDifferentFields() {
        var hubspot = fields("+44 20 2", "ap@old.example");
        var xero = fields("+44 20 1", "ap@new.example");

        var plan = plan(Work.Acting.NOTHING, hubspot, xero);

        assertThat(plan.effects())
                .containsExactly(
                        new Effect.WriteXero("phone", Observed.of("+44 20 1"), Observed.of("+44 20 2")),
                        new Effect.WriteHubSpot("email", Observed.of("ap@old.example"), Observed.of("ap@new.example")));
        assertThat(plan.conflicts()).isEmpty();
    }

    @Test
    void namesTheLoserOfAConflict() {
        var plan = plan(Work.Acting.NOTHING, fields("+44 20 1", "rep@x.example"), fields("+44 20 1", "ap@y.example"));

        assertThat(plan.conflicts())
                .containsExactly(
                        new Conflict("email", Observed.of("rep@x.example"), Observed.of("ap@y.example"), Policy.XERO));
        assertThat(plan.hubspotWrites().get("email")).isEqualTo(Observed.of("ap@y.example"));
    }

    @Test
    void leavesBothSidesAloneUnderReview() {
        var plan = plan(Work.Acting.NOTHING, fields("1", "ap@old.example"), fields("2", "ap@old.example"));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.conflicts()).hasSize(1);
        assertThat(plan.next().get("phone")).isEqualTo(AGREED.get("phone"));
    }

    @Test
    void agreesWithoutAWriteWhenBothSidesChangedToTheSame() {
        var plan = plan(Work.Acting.NOTHING, fields("7", "ap@old.example"), fields("7", "ap@old.example"));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.next().get("phone")).isEqualTo(both("7"));
    }

    @Test
    void takesBackItsOwnInterruptedWriteWhenTheReasonForItHasGone() {
        var acting = new Work.Acting(Fields.NONE, Fields.NONE.with("phone", Observed.of("9")), Instant.EPOCH);

        var plan = plan(acting, fields("+44 20 1", "ap@old.example"), fields("9", "ap@old.example"));

        assertThat(plan.xeroWrites().get("phone")).isEqualTo(Observed.of("+44 20 1"));
    }

    @Test
    void doesNotTakeAPropertyThatWasLeftOutForACleared() {
        var hubspot = Fields.NONE.with("email", Observed.of("ap@old.example"));

        var plan = plan(Work.Acting.NOTHING, hubspot, fields("+44 20 1", "ap@old.example"));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.next().get("phone")).isEqualTo(AGREED.get("phone"));
    }

    @Test
    void neverBringsACutTextBackAsAnEdit() {
        var cut = new Translation() {
            @Override
            public String toXero(String hubspot) {
                return hubspot.substring(0, Math.min(5, hubspot.length()));
            }

            @Override
            public String toHubSpot(String xero) {
                return xero;
            }
        };
        var rule = new FieldRule("name", Direction.BOTH, Policy.REVIEW, cut);
        var first = SyncPlan.of(
                new Situation(
                        new Baseline("m", Map.of("name", new Agreed<>(Observed.of("x"), Observed.of("x"))), List.of()),
                        Work.Acting.NOTHING,
                        Fields.NONE.with("name", Observed.of("Acme Limited")),
                        Fields.NONE.with("name", Observed.of("x"))),
                List.of(rule),
                "m");

        var second = SyncPlan.of(
                new Situation(
                        first.next(),
                        Work.Acting.NOTHING,
                        Fields.NONE.with("name", Observed.of("Acme Limited")),
                        first.xeroWrites()),
                List.of(rule),
                "m");

        assertThat(first.xeroWrites().get("name")).isEqualTo(Observed.of("Acme "));
        assertThat(second.isEmpty()).isTrue();
    }

    @Test
    void restoresAOneWayFieldThatDrifted() {
        var rule = FieldRule.toHubSpot("xero_total");
        var situation = new Situation(
                new Baseline("m", Map.of("xero_total", both("120")), List.of()),
                Work.Acting.NOTHING,
                Fields.NONE.with("xero_total", Observed.of("1")),
                Fields.NONE.with("xero_total", Observed.of("120")));

        var plan = SyncPlan.of(situation, List.of(rule), "m");

        assertThat(plan.effects())
                .containsExactly(new Effect.WriteHubSpot("xero_total", Observed.of("1"), Observed.of("120")));
    }

    private static SyncPlan plan(Work.Acting acting, Fields hubspot, Fields xero) {
        return SyncPlan.of(new Situation(AGREED, acting, hubspot, xero), List.of(PHONE, EMAIL), "m");
    }

    private static Fields fields(String phone, String email) {
        return Fields.NONE.with("phone", Observed.of(phone)).with("email", Observed.of(email));
    }

    private static Agreed<String, String> both(String value) {
        return new Agreed<>(Observed.of(value), Observed.of(value));
    }
}
