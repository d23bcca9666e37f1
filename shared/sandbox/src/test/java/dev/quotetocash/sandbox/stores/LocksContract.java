package dev.quotetocash.sandbox.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Locks;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every store of locks promises (the Javadoc of [Locks]).
abstract class LocksContract {

    private static final String NAME = "xero#e629a03c-7ffe-4913-bd94-ff2fdb36a702#refresh";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(45);

    abstract Locks locks();

    @Test
    void isHeldByOneAtATime() {
        assertThat(locks().acquire(NAME, "one", NOON, LATER)).isTrue();

        assertThat(locks().acquire(NAME, "other", NOON.plusSeconds(44), LATER.plusSeconds(45)))
                .isFalse();
    }

    @Test
    void tellsWhetherItIsHeld() {
        assertThat(locks().isHeld(NAME, NOON)).isFalse();
        locks().acquire(NAME, "one", NOON, LATER);
        assertThat(locks().isHeld(NAME, NOON)).isTrue();
        assertThat(locks().isHeld(NAME, LATER)).isFalse();
        locks().release(NAME, "one");
        assertThat(locks().isHeld(NAME, NOON)).isFalse();
    }

    @Test
    void endsByItself() {
        locks().acquire(NAME, "one", NOON, LATER);

        assertThat(locks().acquire(NAME, "other", LATER, LATER.plusSeconds(45))).isTrue();
    }

    @Test
    void isFreeOnceItIsGivenBack() {
        locks().acquire(NAME, "one", NOON, LATER);

        locks().release(NAME, "one");

        assertThat(locks().acquire(NAME, "other", NOON.plusSeconds(1), LATER)).isTrue();
    }

    @Test
    void isNotTakenFromWhoeverTookItOver() {
        locks().acquire(NAME, "one", NOON, LATER);
        locks().acquire(NAME, "other", LATER, LATER.plusSeconds(45));

        locks().release(NAME, "one");

        assertThat(locks().acquire(NAME, "third", LATER.plusSeconds(1), LATER.plusSeconds(60)))
                .isFalse();
    }

    @Test
    void holdsEachNameByItself() {
        locks().acquire(NAME, "one", NOON, LATER);

        assertThat(locks().acquire("hubspot#62515#refresh", "other", NOON, LATER))
                .isTrue();
    }

    @Test
    void givingBackWhatNobodyHoldsDoesNothing() {
        locks().release(NAME, "one");

        assertThat(locks().acquire(NAME, "other", NOON, LATER)).isTrue();
    }
}
