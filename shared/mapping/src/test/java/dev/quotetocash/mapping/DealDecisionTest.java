package dev.quotetocash.mapping;

import static dev.quotetocash.mapping.Deals.PORTAL;
import static dev.quotetocash.mapping.Deals.SETTINGS;
import static dev.quotetocash.mapping.Deals.WON_AT;
import static dev.quotetocash.mapping.Deals.won;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DealDecisionTest {

    private static final Instant NOW = WON_AT.plusSeconds(10);
    private static final Duration SETTLING = Duration.ofSeconds(90);
    private static final Instant ACTIVE = WON_AT.minusSeconds(3600);

    @Test
    void leavesAWonDealAloneForAWhile() {
        assertThat(decide(won(), new Work.Idle()))
                .isEqualTo(new DealDecision.Settle(NOW.plus(SETTLING), won().contentHash()));
    }

    @Test
    void waitsUntilTheDealHasSettled() {
        var settling = new Work.Settling(NOW.plusSeconds(1), won().contentHash());

        assertThat(decide(won(), settling)).isEqualTo(new DealDecision.Wait(NOW.plusSeconds(1)));
    }

    @Test
    void invoicesADealThatHasNotChangedSinceItWasWon() {
        assertThat(decide(won(), new Work.Settling(NOW, won().contentHash()))).isEqualTo(new DealDecision.Invoice());
    }

    @Test
    void settlesAgainWhenALineWasAdded() {
        var changed = Deals.wonWithLines("901", "902");

        assertThat(decide(changed, new Work.Settling(NOW, won().contentHash())))
                .isInstanceOf(DealDecision.Settle.class);
    }

    @Test
    void triesAParkedDealAgainWithoutSettlingWhenOnlyItsLinesWereCorrected() {
        var parked = new Work.Parked(Cause.MAPPING, "", NOW, new Work.Settling(NOW, won().contentHash()), 0);

        assertThat(decide(won(), parked)).isEqualTo(new DealDecision.Invoice());
    }

    @Test
    void dropsWhatWasOpenOnADealThatIsNotWonAnyMore() {
        var reopened = Deals.wonInStage("negotiation");

        assertThat(decide(reopened, new Work.Settling(NOW, "h"))).isEqualTo(new DealDecision.Withdraw());
        assertThat(decide(reopened, new Work.Idle())).isEqualTo(new DealDecision.Ignore());
    }

    @Test
    void ignoresDealsWonBeforeActivation() {
        assertThat(decide(won(), new Work.Idle(), Optional.of(WON_AT), "this-installation"))
                .isEqualTo(new DealDecision.Ignore());
    }

    @Test
    void pausesWithoutActivationAndLeavesAnotherInstallationsDealsAlone() {
        assertThat(decide(won(), new Work.Idle(), Optional.empty(), "this-installation"))
                .isEqualTo(new DealDecision.Pause(DealDecision.NOT_ACTIVATED));
        assertThat(decide(won(), new Work.Idle(), Optional.of(ACTIVE), "another"))
                .isEqualTo(new DealDecision.LeaveAlone(true));
    }

    @Test
    void looksAtTheInvoiceThatTheDealItselfNames() {
        var named = Deals.wonWithOwn(Fields.NONE.with(DealProperty.SLOTS, Observed.of("512/1/0=abc")));
        var copied = Deals.wonWithOwn(Fields.NONE.with(DealProperty.SLOTS, Observed.of("400/1/0=abc")));

        assertThat(decide(named, new Work.Idle())).isInstanceOf(DealDecision.Adopt.class);
        assertThat(decide(copied, new Work.Idle())).isInstanceOf(DealDecision.Settle.class);
    }

    @Test
    void coversOnlyTheChosenPipelines() {
        var settings = new MappingSettings(
                "200", "OUTPUT2", SETTINGS.taxTypes(), 30, InvoiceStatus.DRAFT, LineAmounts.EXCLUSIVE, Set.of("other"));

        var decision = DealDecision.of(
                won(),
                Slot.first(won().id()),
                new Work.Idle(),
                PORTAL,
                settings,
                Optional.of(ACTIVE),
                Optional.of("this-installation"),
                NOW,
                SETTLING);

        assertThat(decision).isEqualTo(new DealDecision.Ignore());
    }

    private static DealDecision decide(Deal deal, Work open) {
        return decide(deal, open, Optional.of(ACTIVE), "this-installation");
    }

    private static DealDecision decide(Deal deal, Work open, Optional<Instant> activatedAt, String installation) {
        return DealDecision.of(
                deal,
                Slot.first(deal.id()),
                open,
                PORTAL,
                SETTINGS,
                activatedAt,
                Optional.of(installation),
                NOW,
                SETTLING);
    }
}
