package dev.quotetocash.sandbox.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Budgets;
import dev.quotetocash.sync.CallBudget;
import dev.quotetocash.sync.CallBudget.Block;
import dev.quotetocash.sync.CallBudget.Day;
import dev.quotetocash.sync.CallBudget.Permit;
import dev.quotetocash.sync.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of call budgets promises (the Javadoc of [Budgets]).
abstract class BudgetsContract {

    private static final String NAME = "xero#e629a03c-7ffe-4913-bd94-ff2fdb36a702";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.125Z");

    private static final CallBudget FULL = new CallBudget(
            List.of(NOON, NOON.plusMillis(1), NOON.plusMillis(1)),
            Map.of("a", new Permit(Lane.INVOICE, NOON.plusSeconds(40)), "b", new Permit(Lane.SWEEP, NOON)),
            new Day(NOON.minusSeconds(60), Optional.of(344), 999, Map.of(Lane.CHANGE, 12, Lane.SWEEP, 144)),
            Optional.of(new Block(NOON.plusSeconds(30_000), true, 7)),
            190);

    abstract Budgets budgets();

    @Test
    void isFreshAtFirst() {
        assertThat(budgets().read(NAME)).isEqualTo(new Budgets.Stored(CallBudget.FRESH, 0));
    }

    @Test
    void givesBackWhatWasSaved() {
        assertThat(budgets().save(NAME, FULL, 0)).isTrue();

        assertThat(budgets().read(NAME)).isEqualTo(new Budgets.Stored(FULL, 1));
    }

    @Test
    void forgetsWhatIsOver() {
        budgets().save(NAME, FULL, 0);

        assertThat(budgets().save(NAME, CallBudget.FRESH, 1)).isTrue();
        assertThat(budgets().read(NAME)).isEqualTo(new Budgets.Stored(CallBudget.FRESH, 2));
    }

    @Test
    void refusesWhoeverHasNotReadWhatIsStored() {
        budgets().save(NAME, FULL, 0);

        assertThat(budgets().save(NAME, CallBudget.FRESH, 0)).isFalse();
        assertThat(budgets().save(NAME, CallBudget.FRESH, 2)).isFalse();
        assertThat(budgets().read(NAME)).isEqualTo(new Budgets.Stored(FULL, 1));
    }

    @Test
    void keepsOneBudgetForEachName() {
        budgets().save(NAME, FULL, 0);

        assertThat(budgets().read("hubspot#62515").version()).isZero();
    }
}
