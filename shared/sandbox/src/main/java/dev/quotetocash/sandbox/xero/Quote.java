package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A sales quote. Empty texts are unset.
record Quote(UUID id, Head head, Status status, List<Line> lines, Instant updatedAt) {

    enum Status {
        DRAFT,
        SENT,
        DECLINED,
        ACCEPTED,
        INVOICED,
        DELETED
    }

    /// What a person types at the top of the form.
    record Head(
            String number,
            UUID contactId,
            LocalDate date,
            Optional<LocalDate> expiry,
            String reference,
            String title,
            String summary,
            String terms,
            String currency,
            BigDecimal rate,
            Amounts.Kind kind,
            UUID brandingThemeId) {

        Head withContact(UUID other) {
            return new Head(
                    number,
                    other,
                    date,
                    expiry,
                    reference,
                    title,
                    summary,
                    terms,
                    currency,
                    rate,
                    kind,
                    brandingThemeId);
        }

        Head withNumber(String other) {
            return new Head(
                    other,
                    contactId,
                    date,
                    expiry,
                    reference,
                    title,
                    summary,
                    terms,
                    currency,
                    rate,
                    kind,
                    brandingThemeId);
        }
    }

    Quote withContact(UUID other) {
        return new Quote(id, head.withContact(other), status, lines, updatedAt);
    }

    Quote {
        lines = List.copyOf(lines);
    }

    BigDecimal subTotal() {
        return Amounts.subTotal(head.kind(), lines);
    }

    BigDecimal totalTax() {
        return Amounts.totalTax(lines);
    }

    BigDecimal total() {
        return subTotal().add(totalTax());
    }

    /// What the lines' discounts take off their full amounts.
    BigDecimal totalDiscount() {
        return lines.stream().map(Quote::discount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal discount(Line line) {
        if (!line.discounted()) return BigDecimal.ZERO;
        var full = line.quantity()
                .orElse(BigDecimal.ZERO)
                .multiply(line.unitAmount().orElse(BigDecimal.ZERO));
        return full.setScale(line.lineAmount().scale(), RoundingMode.HALF_UP).subtract(line.lineAmount());
    }
}
