package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/// HubSpot's way to write a time: UTC, always with milliseconds.
final class Times {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private static final String SHAPE = "0000-00-00T00:00:00.000Z";

    private Times() {}

    static String format(Instant instant) {
        return FORMAT.format(instant);
    }

    /// Reads what [#format] has written, and nothing else: searches compare such times by the thousand.
    static Optional<Instant> parse(String text) {
        if (text.length() != SHAPE.length()) return Optional.empty();
        for (var at = 0; at < SHAPE.length(); at++) {
            var wanted = SHAPE.charAt(at);
            var found = text.charAt(at);
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) return Optional.empty();
        }
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        var time = LocalTime.of(
                number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), number(text, 20, 23) * 1_000_000);
        return Optional.of(day.atTime(time).toInstant(ZoneOffset.UTC));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
