package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Xero's spellings of time: docs/reference/xero-api.md, 13.1.
final class XeroDates {

    /// Milliseconds since 1970, possibly negative. The offset says nothing: the milliseconds are UTC with and
    /// without it.
    private static final Pattern MS_DATE = Pattern.compile("\\\\?/Date\\((-?\\d{1,15})(?:[+-]\\d{4})?\\)\\\\?/");

    /// `If-Modified-Since` in whole seconds, UTC, without a zone.
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private XeroDates() {}

    static Instant instant(JsonNode node, String member) {
        return optionalInstant(node, member).orElseThrow(() -> new UnreadableReply("no " + member));
    }

    static Optional<Instant> optionalInstant(JsonNode node, String member) {
        return Json.optional(node, member).map(text -> instant(text, member));
    }

    /// A calendar date is UTC midnight: the UTC date is the date, whatever zone the organisation is in.
    static Optional<LocalDate> date(JsonNode node, String member) {
        return optionalInstant(node, member)
                .map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    static String modifiedSince(Instant since) {
        return SECONDS.format(since);
    }

    /// Some answers have ISO times, in UTC with and without `Z`.
    private static Instant instant(String text, String member) {
        var ms = MS_DATE.matcher(text);
        if (ms.matches()) return Instant.ofEpochMilli(Long.parseLong(ms.group(1)));
        if (text.startsWith("/") || text.startsWith("\\")) throw new UnreadableReply("no date " + member);
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
