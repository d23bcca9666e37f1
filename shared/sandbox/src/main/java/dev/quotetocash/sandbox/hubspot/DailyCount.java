package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Counts calls of one day in the account's time zone.
final class DailyCount {

    private final ZoneId zone;
    private final int max;
    private LocalDate day = LocalDate.EPOCH;
    private int used;

    DailyCount(ZoneId zone, int max) {
        this.zone = zone;
        this.max = max;
    }

    record Day(LocalDate date, int used) {}

    Day snapshot() {
        return new Day(day, used);
    }

    void restore(Day state) {
        day = state.date();
        used = state.used();
    }

    boolean isFull(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        if (!today.equals(day)) used = 0;
        day = today;
        return used >= max;
    }

    void count() {
        used++;
    }

    int used() {
        return used;
    }

    int remaining() {
        return Math.max(0, max - used);
    }
}
