package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An invoice (ACCREC) or a bill (ACCPAY). `rounding` is a part of its total, `credited` what was allocated to it;
/// `createdBy` is the client id it was created with.
record Invoice(
        UUID id,
        Head head,
        Status status,
        List<Line> lines,
        BigDecimal rounding,
        BigDecimal paid,
        BigDecimal credited,
        Optional<LocalDate> fullyPaidOn,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    enum Type {
        ACCREC,
        ACCPAY
    }

    enum Status {
        DRAFT,
        SUBMITTED,
        AUTHORISED,
        PAID,
        VOIDED,
        DELETED
    }

    /// What a person types at the top of the form. Empty texts are unset.
    record Head(
            Type type,
            String number,
            UUID contactId,
            LocalDate date,
            LocalDate dueDate,
            String reference,
            String url,
            String currency,
            BigDecimal rate,
            Amounts.Kind kind,
            UUID brandingThemeId,
            boolean sentToContact) {

        Head withNumber(String other) {
            return new Head(
                    type,
                    other,
                    contactId,
                    date,
                    dueDate,
                    reference,
                    url,
                    currency,
                    rate,
                    kind,
                    brandingThemeId,
                    sentToContact);
        }

        Head sent() {
            return new Head(
                    type,
                    number,
                    contactId,
                    date,
                    dueDate,
                    reference,
                    url,
                    currency,
                    rate,
                    kind,
                    brandingThemeId,
                    true);
        }

        Head withContact(UUID other) {
            return new Head(
                    type,
                    number,
                    other,
                    date,
                    dueDate,
                    reference,
                    url,
                    currency,
                    rate,
                    kind,
                    brandingThemeId,
                    sentToContact);
        }
    }

    Invoice {
        lines = List.copyOf(lines);
    }

    BigDecimal subTotal() {
        return Amounts.subTotal(head.kind(), lines);
    }

    BigDecimal totalTax() {
        return Amounts.totalTax(lines);
    }

    BigDecimal total() {
        return subTotal().add(totalTax()).add(rounding);
    }

    /// A voided invoice keeps it equal to its total (observed).
    BigDecimal due() {
        return total().subtract(paid).subtract(credited);
    }

    boolean hasMoney() {
        return paid.signum() != 0 || credited.signum() != 0;
    }

    boolean receivable() {
        return head.type() == Type.ACCREC;
    }

    boolean dead() {
        return status == Status.VOIDED || status == Status.DELETED;
    }

    Invoice withHead(Head changed) {
        return new Invoice(
                id, changed, status, lines, rounding, paid, credited, fullyPaidOn, createdBy, createdAt, updatedAt);
    }

    Invoice touched(Instant now) {
        return ended(status, now);
    }

    Invoice ended(Status end, Instant now) {
        return new Invoice(id, head, end, lines, rounding, paid, credited, fullyPaidOn, createdBy, createdAt, now);
    }

    /// With what was paid and credited in all, which makes it PAID or AUTHORISED again. `last` is the date of the
    /// last of these and counts when nothing is left due.
    Invoice settled(BigDecimal paidInAll, BigDecimal creditedInAll, LocalDate last, Instant now) {
        var nothingDue = total().subtract(paidInAll).subtract(creditedInAll).signum() == 0;
        return new Invoice(
                id,
                head,
                nothingDue ? Status.PAID : Status.AUTHORISED,
                lines,
                rounding,
                paidInAll,
                creditedInAll,
                nothingDue ? Optional.of(last) : Optional.empty(),
                createdBy,
                createdAt,
                now);
    }
}
