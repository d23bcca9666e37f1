package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// HubSpot's way to write a time: UTC, always with milliseconds.
final class Times {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private Times() {}

    static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
