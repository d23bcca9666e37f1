package dev.quotetocash.sandbox.hubspot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks a written value against its property's type and brings it into the form in which it is read back
/// (section 6).
final class PropertyValues {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int YEAR_MAX = 9999;
    private static final int NOTE_MAX = 65_536;
    private static final long DAY_MS = 86_400_000;

    private PropertyValues() {}

    sealed interface Checked {
        record Valid(String value) implements Checked {}

        record Invalid(FieldError error) implements Checked {}
    }

    /// The empty string clears whatever the type is.
    static Checked check(PropertyDefinition property, String raw) {
        if (raw.isEmpty()) return new Checked.Valid("");
        return switch (property.type()) {
            case "number" -> of(property, number(raw), raw, "INVALID_INTEGER", "number");
            case "bool" -> of(property, bool(raw), raw, "INVALID_BOOLEAN", "boolean");
            case "date" -> of(property, date(raw), raw, "INVALID_DATE", "date at midnight UTC");
            case "datetime" -> of(property, datetime(raw), raw, "INVALID_DATE", "date and time");
            case "enumeration" -> enumeration(property, raw);
            default -> text(property, raw);
        };
    }

    private static Checked of(
            PropertyDefinition property, Optional<String> value, String raw, String code, String what) {
        return value.<Checked>map(Checked.Valid::new)
                .orElseGet(() -> invalid(property, code, raw + " was not a valid " + what + "."));
    }

    private static Checked invalid(PropertyDefinition property, String code, String message) {
        return new Checked.Invalid(new FieldError(property.name(), code, message));
    }

    private static Checked text(PropertyDefinition property, String raw) {
        if (property.name().equals("hs_note_body") && raw.length() > NOTE_MAX)
            return invalid(property, "INVALID_LENGTH", "A note has at most " + NOTE_MAX + " characters");
        if (!property.name().equals("email")) return new Checked.Valid(raw);
        return EMAIL.matcher(raw).matches()
                ? new Checked.Valid(raw.toLowerCase(Locale.ROOT))
                : invalid(property, "INVALID_EMAIL", "Email address " + raw + " is invalid");
    }

    private static Checked enumeration(PropertyDefinition property, String raw) {
        if (property.externalOptions()) return new Checked.Valid(raw);
        var allowed = property.options().stream().map(PropertyOption::value).toList();
        var chosen = property.fieldType().equals("checkbox") ? Arrays.asList(raw.split(";")) : Arrays.asList(raw);
        var unknown = chosen.stream()
                .filter(value -> !value.isEmpty() && !allowed.contains(value))
                .findFirst();
        return unknown.map(value ->
                        invalid(property, "INVALID_OPTION", value + " was not one of the allowed options: " + allowed))
                .orElseGet(() -> new Checked.Valid(raw));
    }

    /// Kept as written: HubSpot does not change the number of decimals.
    private static Optional<String> number(String raw) {
        return NUMBER.matcher(raw).matches() ? Optional.of(raw) : Optional.empty();
    }

    private static Optional<String> bool(String raw) {
        var lower = raw.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false") ? Optional.of(lower) : Optional.empty();
    }

    private static Optional<String> date(String raw) {
        try {
            if (!WHOLE.matcher(raw).matches())
                return Optional.of(LocalDate.parse(raw))
                        .filter(day -> isStorable(day.getYear()))
                        .map(LocalDate::toString);
            if (Long.parseLong(raw) % DAY_MS != 0) return Optional.empty();
            return instant(raw)
                    .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate().toString());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<String> datetime(String raw) {
        return instant(raw).map(Times::format);
    }

    /// ISO 8601 with a zone, a plain date (midnight UTC) or epoch milliseconds.
    static Optional<Instant> instant(String raw) {
        try {
            return Optional.of(parsed(raw))
                    .filter(at -> isStorable(at.atOffset(ZoneOffset.UTC).getYear()));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Instant parsed(String raw) {
        var own = Times.parse(raw);
        if (own.isPresent()) return own.get();
        if (WHOLE.matcher(raw).matches()) return Instant.ofEpochMilli(Long.parseLong(raw));
        return raw.length() == 10
                ? LocalDate.parse(raw).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(raw));
    }

    /// Years with four digits: what the formats above can write.
    private static boolean isStorable(int year) {
        return year >= 1 && year <= YEAR_MAX;
    }
}
