package dev.quotetocash.sandbox.xero;

import java.time.LocalDate;

/// When a bill falls due by default.
public record PaymentTerm(int day, Kind kind) {

    public enum Kind {
        DAYSAFTERBILLDATE,
        DAYSAFTERBILLMONTH,
        OFCURRENTMONTH,
        OFFOLLOWINGMONTH
    }

    LocalDate dueFor(LocalDate date) {
        return switch (kind) {
            case DAYSAFTERBILLDATE -> date.plusDays(day);
            case DAYSAFTERBILLMONTH -> date.withDayOfMonth(date.lengthOfMonth()).plusDays(day);
            case OFCURRENTMONTH -> dayOf(date);
            case OFFOLLOWINGMONTH -> dayOf(date.withDayOfMonth(1).plusMonths(1));
        };
    }

    private LocalDate dayOf(LocalDate month) {
        return month.withDayOfMonth(Math.clamp(day, 1, month.lengthOfMonth()));
    }
}
