package dev.quotetocash.sandbox.hubspot;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// A property's value in the form in which search compares it (section 4): enumerations exactly, other text
/// without regard to case, times and numbers by value.
record IndexKey(BigDecimal number, String text) implements Comparable<IndexKey> {

    private static final Comparator<IndexKey> ORDER =
            Comparator.comparing(IndexKey::number).thenComparing(IndexKey::text);

    /// Empty when the value is none of the property's type: it was set when the property had another.
    static Optional<IndexKey> of(PropertyDefinition property, String value) {
        return switch (property.type()) {
            case "number" -> decimal(value);
            case "date", "datetime" -> PropertyValues.instant(value).map(at -> ofNumber(at.toEpochMilli()));
            case "enumeration", "bool" -> Optional.of(ofText(value));
            default -> Optional.of(ofText(value.toLowerCase(Locale.ROOT)));
        };
    }

    @Override
    public int compareTo(IndexKey other) {
        return ORDER.compare(this, other);
    }

    private static Optional<IndexKey> decimal(String value) {
        try {
            return Optional.of(new IndexKey(new BigDecimal(value), ""));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static IndexKey ofNumber(long value) {
        return new IndexKey(BigDecimal.valueOf(value), "");
    }

    private static IndexKey ofText(String value) {
        return new IndexKey(BigDecimal.ZERO, value);
    }
}
