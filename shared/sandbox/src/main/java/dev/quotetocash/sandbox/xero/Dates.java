package dev.quotetocash.sandbox.xero;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Xero's spellings of dates (reference section 13.1).
final class Dates {

    private static final Pattern MICROSOFT = Pattern.compile("\\\\?/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)\\\\?/");

    private static final DateTimeFormatter TICKS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private static final List<Function<String, Instant>> MOMENTS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC),
            text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));

    private Dates() {}

    /// `/Date(1789344000000+0000)/`.
    static String moment(Instant at) {
        return "/Date(" + at.toEpochMilli() + "+0000)/";
    }

    /// `/Date(1789344000000)/`, as the envelope and Items have it.
    static String bareMoment(Instant at) {
        return "/Date(" + at.toEpochMilli() + ")/";
    }

    /// UTC midnight of a calendar date.
    static String date(LocalDate date) {
        return moment(date.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /// UTC midnight of a calendar date without the offset, as Quotes have it.
    static String bareDate(LocalDate date) {
        return bareMoment(date.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /// `2026-09-14T00:00:00`.
    static String dateString(LocalDate date) {
        return date + "T00:00:00";
    }

    /// `2026-09-14T09:29:59Z`: whole seconds, truncated.
    static String secondString(Instant at) {
        return DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.SECONDS));
    }

    /// ISO with seven fraction digits and no zone, as `/connections` has it.
    static String ticks(Instant at) {
        return TICKS.format(at.atOffset(ZoneOffset.UTC));
    }

    /// The calendar date of a request: `YYYY-MM-DD`, an ISO date-time or `/Date()/`. A time with an offset
    /// counts by its UTC date, which may be the day before.
    static Optional<LocalDate> parseDate(String text) {
        return parseMoment(text).map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /// Any documented form of a moment in the years 1 to 9999, UTC when no zone is given. Others could not even be
    /// written in all of these forms.
    static Optional<Instant> parseMoment(String text) {
        var microsoft = MICROSOFT.matcher(text);
        var moment = microsoft.matches()
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(microsoft.group(1))))
                : MOMENTS.stream().flatMap(form -> attempt(form, text).stream()).findFirst();
        return moment.filter(at -> !at.isBefore(FIRST) && at.isBefore(END));
    }

    private static Optional<Instant> attempt(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException notThisForm) {
            return Optional.empty();
        }
    }
}
