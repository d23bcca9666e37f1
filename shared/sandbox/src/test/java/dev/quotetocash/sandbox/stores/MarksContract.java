package dev.quotetocash.sandbox.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Marks;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.SweepWindow;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every store of marks promises (the Javadoc of [Marks]).
abstract class MarksContract {

    private static final String SWEEP = "invoice#xero";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    abstract Marks marks();

    @Test
    void knowsNothingAtFirst() {
        assertThat(marks().mark(SWEEP)).isEmpty();
        assertThat(marks().lastCompleted(SWEEP)).isEmpty();
        assertThat(marks().activatedAt()).isEmpty();
        assertThat(marks().installation()).isEmpty();
    }

    @Test
    void givesBackAMarkAndWhenItsSweepCompleted() {
        marks().advance(SWEEP, mark(NOON.plusNanos(123_456_789)));
        marks().completed(SWEEP, NOON.plusSeconds(5));

        assertThat(marks().mark(SWEEP)).contains(mark(NOON.plusNanos(123_456_789)));
        assertThat(marks().lastCompleted(SWEEP)).contains(NOON.plusSeconds(5));
    }

    @Test
    void movesAMarkForward() {
        marks().advance(SWEEP, mark(NOON));
        marks().completed(SWEEP, NOON);

        marks().advance(SWEEP, mark(NOON.plusMillis(500)));
        marks().completed(SWEEP, NOON.plusSeconds(1));

        assertThat(marks().mark(SWEEP)).contains(mark(NOON.plusMillis(500)));
    }

    @Test
    void neverMovesAMarkBackThoughTheSweepCompleted() {
        marks().advance(SWEEP, mark(NOON.plusMillis(500)));
        marks().completed(SWEEP, NOON);

        marks().advance(SWEEP, mark(NOON));
        marks().completed(SWEEP, NOON.plusSeconds(9));

        assertThat(marks().mark(SWEEP)).contains(mark(NOON.plusMillis(500)));
        assertThat(marks().lastCompleted(SWEEP)).contains(NOON.plusSeconds(9));
    }

    @Test
    void neverMovesTheCompletionBackThoughTheMarkMoves() {
        marks().advance(SWEEP, mark(NOON));
        marks().completed(SWEEP, NOON.plusSeconds(9));

        marks().advance(SWEEP, mark(NOON.plusSeconds(1)));
        marks().completed(SWEEP, NOON);

        assertThat(marks().mark(SWEEP)).contains(mark(NOON.plusSeconds(1)));
        assertThat(marks().lastCompleted(SWEEP)).contains(NOON.plusSeconds(9));
    }

    @Test
    void remembersTheOpenWindowOfASweepUntilItIsClosed() {
        var window = new SweepWindow(NOON.minusSeconds(60), NOON, "0");
        marks().advance(SWEEP, mark(NOON));
        marks().pause(SWEEP, window);

        marks().pause(SWEEP, window.behind("30000000007"));

        assertThat(marks().window(SWEEP)).contains(window.behind("30000000007"));
        assertThat(marks().window("deal#hubspot")).isEmpty();
        assertThat(marks().mark(SWEEP)).contains(mark(NOON));

        marks().closeWindow(SWEEP);

        assertThat(marks().window(SWEEP)).isEmpty();
        assertThat(marks().mark(SWEEP)).contains(mark(NOON));
    }

    @Test
    void closesAWindowThatWasNeverOpened() {
        marks().closeWindow(SWEEP);

        assertThat(marks().window(SWEEP)).isEmpty();
        assertThat(marks().mark(SWEEP)).isEmpty();
    }

    @Test
    void keepsSweepsApart() {
        marks().advance(SWEEP, mark(NOON));
        marks().completed(SWEEP, NOON);

        assertThat(marks().mark("deal#hubspot")).isEmpty();
        assertThat(marks().lastCompleted("deal#hubspot")).isEmpty();
    }

    @Test
    void remembersTheLatestRestore() {
        assertThat(marks().restoredAt()).isEmpty();

        marks().restored(NOON);
        marks().restored(NOON.minusSeconds(60));

        assertThat(marks().restoredAt()).contains(NOON);

        marks().restored(NOON.plusSeconds(60));

        assertThat(marks().restoredAt()).contains(NOON.plusSeconds(60));
    }

    @Test
    void activatesOnce() {
        assertThat(marks().activate(NOON)).isEqualTo(NOON);
        assertThat(marks().activate(NOON.plusSeconds(60))).isEqualTo(NOON);
        assertThat(marks().activate(NOON.minusSeconds(60))).isEqualTo(NOON);

        assertThat(marks().activatedAt()).contains(NOON);
    }

    @Test
    void installsOnce() {
        assertThat(marks().install("first")).isEqualTo("first");
        assertThat(marks().install("second")).isEqualTo("first");

        assertThat(marks().installation()).contains("first");
    }

    private static HighWaterMark mark(Instant at) {
        return new HighWaterMark(at);
    }
}
