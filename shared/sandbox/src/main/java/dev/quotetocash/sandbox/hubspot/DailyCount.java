package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Counts calls of one day in the account's time zone.
final class DailyCount {

    private final ZoneId zone;
    private final int max;
    private Day day = Day.before();

    DailyCount(ZoneId zone, int max) {
        this.zone = zone;
        this.max = max;
    }

    record Day(LocalDate date, int used) {

        static Day before() {
            return new Day(LocalDate.EPOCH, 0);
        }
    }

    Day snapshot() {
        return day;
    }

    void restore(Day state) {
        day = state;
    }

    boolean isFull(Instant now) {
        return used(now) >= max;
    }

    void count(int calls, Instant now) {
        day = new Day(today(now), used(now) + calls);
    }

    int used(Instant now) {
        return day.date().equals(today(now)) ? day.used() : 0;
    }

    int remaining(Instant now) {
        return Math.max(0, max - used(now));
    }

    private LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
