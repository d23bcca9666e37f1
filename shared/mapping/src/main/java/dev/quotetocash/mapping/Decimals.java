package dev.quotetocash.mapping;

import java.math.BigDecimal;
import java.util.Optional;

/// Numbers that people or programs typed into text properties.
final class Decimals {

    /// Longer texts are not amounts; the limit keeps `1E+999999999` from being expanded.
    private static final int LENGTH_MAX = 40;

    private static final int EXPONENT_MAX = 30;

    private Decimals() {}

    static Optional<BigDecimal> parse(String text) {
        if (text.isBlank() || text.length() > LENGTH_MAX) return Optional.empty();
        try {
            var number = new BigDecimal(text.strip());
            return Math.abs((long) number.scale()) > EXPONENT_MAX || number.precision() > LENGTH_MAX
                    ? Optional.empty()
                    : Optional.of(number);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /// Without trailing zeros and exponents, so that equal numbers read alike.
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
