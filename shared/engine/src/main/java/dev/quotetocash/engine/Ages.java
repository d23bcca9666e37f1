package dev.quotetocash.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as an operator reads them at a glance.
final class Ages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Ages() {}

    /// `40 min`: in the unit in which it is a small number. Nothing is negative.
    static String between(Instant from, Instant to) {
        var age = Duration.between(from, to);
        if (age.compareTo(Duration.ofMinutes(2)) < 0) return Math.max(0, age.toSeconds()) + " s";
        if (age.compareTo(Duration.ofHours(2)) < 0) return age.toMinutes() + " min";
        if (age.compareTo(Duration.ofDays(2)) < 0) return age.toHours() + " h";
        return age.toDays() + " days";
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
