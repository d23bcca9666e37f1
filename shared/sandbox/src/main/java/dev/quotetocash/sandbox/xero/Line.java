package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A line of a document with its computed amounts. Empty texts and zero discounts are unset; a line with no
/// unit amount is a mere description.
record Line(
        UUID id,
        String itemCode,
        String description,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> unitAmount,
        String accountCode,
        String taxType,
        BigDecimal discountRate,
        BigDecimal discountAmount,
        BigDecimal lineAmount,
        BigDecimal taxAmount,
        List<Tracking> tracking) {

    /// An option of a tracking category, with the names that both had when it was chosen.
    record Tracking(UUID categoryId, UUID optionId, String name, String option) {}

    Line {
        tracking = List.copyOf(tracking);
    }

    boolean discounted() {
        return discountRate.signum() != 0 || discountAmount.signum() != 0;
    }

    /// The same money: what may not change once a payment was made.
    boolean samePrice(Line other) {
        return id.equals(other.id)
                && itemCode.equals(other.itemCode)
                && taxType.equals(other.taxType)
                && same(quantity, other.quantity)
                && same(unitAmount, other.unitAmount)
                && lineAmount.compareTo(other.lineAmount) == 0
                && taxAmount.compareTo(other.taxAmount) == 0;
    }

    static boolean samePrice(List<Line> some, List<Line> others) {
        if (some.size() != others.size()) return false;
        for (var i = 0; i < some.size(); i++) {
            if (!some.get(i).samePrice(others.get(i))) return false;
        }
        return true;
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.orElse(BigDecimal.ZERO).compareTo(other.orElse(BigDecimal.ZERO)) == 0;
    }
}
