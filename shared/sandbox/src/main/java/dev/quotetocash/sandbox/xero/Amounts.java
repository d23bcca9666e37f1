package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/// The arithmetic of a document (reference section 6.1): tax per line, rounded to two decimals, then summed.
final class Amounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> MINORLESS = Set.of("JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "VUV");

    /// Whether line amounts contain their tax.
    enum Kind {
        EXCLUSIVE("Exclusive"),
        INCLUSIVE("Inclusive"),
        NOTAX("NoTax");

        private final String spelling;

        Kind(String spelling) {
            this.spelling = spelling;
        }

        String spelling() {
            return spelling;
        }
    }

    private Amounts() {}

    /// Decimals of amounts in a currency: two, also where it has no minor units (UNCONFIRMED, section 6.4), unless
    /// `minorlessIsWhole`.
    static int scale(String currency, XeroSwitches switches) {
        return switches.is(Unconfirmed.MINORLESS_IS_WHOLE) && MINORLESS.contains(currency) ? 0 : 2;
    }

    static BigDecimal lineAmount(
            BigDecimal quantity, BigDecimal unitAmount, BigDecimal rate, BigDecimal discount, int scale) {
        var full = quantity.multiply(unitAmount);
        var kept = full.multiply(HUNDRED.subtract(rate)).divide(HUNDRED, MathContext.UNLIMITED);
        return kept.subtract(discount).setScale(scale, RoundingMode.HALF_UP);
    }

    static BigDecimal tax(Kind kind, BigDecimal lineAmount, BigDecimal percent, RoundingMode rounding) {
        return tax(kind, lineAmount, percent, rounding, 2);
    }

    static BigDecimal tax(Kind kind, BigDecimal lineAmount, BigDecimal percent, RoundingMode rounding, int scale) {
        return switch (kind) {
            case EXCLUSIVE -> lineAmount.multiply(percent).divide(HUNDRED, scale, rounding);
            case INCLUSIVE -> lineAmount.multiply(percent).divide(HUNDRED.add(percent), scale, rounding);
            case NOTAX -> BigDecimal.ZERO.setScale(2);
        };
    }

    static BigDecimal totalTax(List<Line> lines) {
        var sum = BigDecimal.ZERO;
        for (var line : lines) sum = sum.add(line.taxAmount());
        return sum;
    }

    /// Without tax in every mode.
    static BigDecimal subTotal(Kind kind, List<Line> lines) {
        var sum = BigDecimal.ZERO;
        for (var line : lines) sum = sum.add(line.lineAmount());
        return kind == Kind.INCLUSIVE ? sum.subtract(totalTax(lines)) : sum;
    }
}
