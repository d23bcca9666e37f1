package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.sync.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What waits for a vendor's day to begin.
class BacklogTest {

    private static final int DEALS = 60;
    private static final Duration BETWEEN = Duration.ofMinutes(9);

    private final Ground ground = Ground.plain(1);
    private final List<Deals.Known> won = new ArrayList<>();

    @AfterEach
    void stop() {
        ground.stop();
    }

    /// All were won while Xero's day was used up, nine hours long.
    @Test
    void isInvoicedOldestFirstAndAtThePaceOfTheLimitsOnceItHasBegun() {
        ground.open();
        useUpXerosDay();
        var nextDay = ground.stack.xeroBudget().block().orElseThrow().until();
        var begun = ground.clockwork.instant();
        for (var deal = 0; deal < DEALS; deal++) {
            ground.clockwork.at(begun.plus(BETWEEN.multipliedBy(deal)), this::win);
        }
        ground.clockwork.runUntil(begun.plus(BETWEEN.multipliedBy(DEALS)));
        assertThat(ground.clockwork.instant()).isBefore(nextDay);
        assertThat(made()).isEmpty();

        ground.clockwork.runUntil(nextDay.plus(Duration.ofMinutes(10)));

        assertThat(made()).hasSize(DEALS).isSorted();
        assertThat(ground.observer.violations()).isEmpty();
    }

    /// When the invoices of the deals were made, in the order in which the deals were won.
    private List<Instant> made() {
        return won.stream()
                .flatMap(deal -> ground.observer.madeAt(deal.id()).stream())
                .toList();
    }

    /// As fast as the governor lets it, until Xero says that the day is over.
    private void useUpXerosDay() {
        press(ground.clockwork.instant());
        ground.clockwork.runUntil(ground.clockwork.instant().plus(Duration.ofMinutes(30)));
        assertThat(ground.stack.xeroBudget().block()).isPresent();
    }

    private void press(Instant from) {
        ground.clockwork.at(
                from,
                () -> ground.stack.work("load", ports -> {
                    var reply = ports.xero().sweepInvoices(Instant.EPOCH, 1, Lane.INVOICE);
                    var wait = reply instanceof Reply.Failed<?>(RemoteFailure.RateLimited(Duration after))
                            ? after
                            : Duration.ZERO;
                    if (wait.compareTo(Duration.ofHours(1)) < 0)
                        press(ground.clockwork.instant().plus(wait));
                }));
    }

    private void win() {
        ground.clockwork.start("person", () -> won.add(ground.reps.makeAndWin()));
    }
}
