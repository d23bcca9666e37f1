package dev.quotetocash.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreTypesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void neverMovesAMarkBack() {
        var mark = new HighWaterMark(NOON);

        assertThat(mark.advancedTo(NOON.minusSeconds(60), NOON.plusSeconds(3600)))
                .isEqualTo(mark);
    }

    @Test
    void keepsAMarkFiveMinutesBehindTheVendorsAnswer() {
        var mark = new HighWaterMark(NOON).advancedTo(NOON.plusSeconds(590), NOON.plusSeconds(600));

        assertThat(mark.at()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void readsASlotBackFromItsKey() {
        var slot = new Slot(new HubSpotDealId("512"), 2, 1);

        assertThat(slot.key().value()).isEqualTo("slot#512#2#1");
        assertThat(slot.key().slot()).contains(slot);
        assertThat(slot.marker(new PortalId("33"))).isEqualTo("33/512/2/1");
        assertThat(LinkKey.customer("u").slot()).isEmpty();
    }

    @Test
    void readsASlotBackFromItsMarkerAndNothingElse() {
        var portal = new PortalId("33");
        var slot = new Slot(new HubSpotDealId("512"), 2, 1);

        assertThat(Slot.marked(portal, slot.marker(portal))).contains(slot);
        for (var other :
                List.of("34/512/2/1", "33/512/2", "33/512/0/0", "33/512/01/0", "33/512/1/0/1", "33/x/1/0", "")) {
            assertThat(Slot.marked(portal, other)).as(other).isEmpty();
        }
    }

    @Test
    void refusesIdsThatWouldBreakKeysAndEvidence() {
        assertThatThrownBy(() -> new HubSpotDealId("5#1")).hasMessageContaining("deal id");
        assertThatThrownBy(() -> new HubSpotDealId("5/1")).hasMessageContaining("deal id");
        assertThatThrownBy(() -> new XeroInvoiceId(" ")).hasMessageContaining("Xero invoice id");
    }

    @Test
    void parksWhatWasOpenAndNotTheParkingBefore() {
        var settling = new Work.Settling(NOON, "h");
        var once = Work.Parked.after(settling, Cause.MAPPING, "first", Duration.ofHours(1), NOON);

        var twice = Work.Parked.after(once, Cause.PERSON, "second", Duration.ofHours(1), NOON);

        assertThat(twice.was()).isEqualTo(settling);
        assertThat(twice.recheckAt()).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void triesWhatStaysParkedForTheSameReasonEverMoreRarely() {
        Work work = new Work.Idle();
        var hours = new ArrayList<Long>();
        for (var i = 0; i < 8; i++) {
            var parked = Work.Parked.after(work, Cause.PERSON, "why", Duration.ofHours(1), NOON);
            hours.add(Duration.between(NOON, parked.recheckAt()).toHours());
            work = parked;
        }

        assertThat(hours).containsExactly(1L, 2L, 4L, 8L, 16L, 24L, 24L, 24L);
    }

    @Test
    void skipsARecordOnlyUnderTheMappingItWasSettledWith() {
        var link = Link.unsaved(
                        Slot.first(new HubSpotDealId("1")).key(), new Identity.Unlinked(List.of()), new Work.Idle())
                .with(Baseline.NONE.under("m1"))
                .withSeen("xero", "v1");

        assertThat(link.hasSettled("xero", "v1", "m1")).isTrue();
        assertThat(link.hasSettled("xero", "v2", "m1")).isFalse();
        assertThat(link.hasSettled("xero", "v1", "m2")).isFalse();
        assertThat(link.with(new Work.Settling(NOON, "h")).hasSettled("xero", "v1", "m1"))
                .isFalse();
    }

    @Test
    void saysWhetherXeroStillShowsItsHalf() {
        var baseline = Baseline.NONE.under("m").with("a", new Agreed<>(Observed.of("h"), Observed.of("x")));

        assertThat(baseline.agreesWithXero("m", Fields.NONE.with("a", Observed.of("x"))))
                .isTrue();
        assertThat(baseline.agreesWithXero("m", Fields.NONE.with("a", Observed.of("h"))))
                .isFalse();
        assertThat(baseline.agreesWithXero("n", Fields.NONE.with("a", Observed.of("x"))))
                .isFalse();
    }
}
