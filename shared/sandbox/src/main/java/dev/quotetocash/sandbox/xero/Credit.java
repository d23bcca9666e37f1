package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A credit note, overpayment or prepayment: what can be allocated to invoices and paid back. `applied` is what
/// was allocated, `refunded` what was paid back. Over- and prepayments are born AUTHORISED.
record Credit(
        UUID id,
        Head head,
        Invoice.Status status,
        List<Line> lines,
        BigDecimal applied,
        BigDecimal refunded,
        Optional<LocalDate> fullyPaidOn,
        Instant updatedAt) {

    enum Family {
        CREDITNOTE("CreditNote", Event.Category.CREDITNOTE),
        OVERPAYMENT("Overpayment", Event.Category.OVERPAYMENT),
        PREPAYMENT("Prepayment", Event.Category.PREPAYMENT);

        private final String singular;
        private final Event.Category category;

        Family(String singular, Event.Category category) {
            this.singular = singular;
            this.category = category;
        }

        /// The member that holds one of them.
        String singular() {
            return singular;
        }

        /// The resource, and the member that holds several.
        String plural() {
            return singular + "s";
        }

        String idName() {
            return singular + "ID";
        }

        Event.Category category() {
            return category;
        }
    }

    /// `payable` is the type under which a payment shows its document, and begins the payment's own type.
    enum Type {
        ACCRECCREDIT(Family.CREDITNOTE, true, "ACCRECCREDIT", "ARCREDITPAYMENT"),
        ACCPAYCREDIT(Family.CREDITNOTE, false, "ACCPAYCREDIT", "APCREDITPAYMENT"),
        RECEIVE_OVERPAYMENT(Family.OVERPAYMENT, true, "AROVERPAYMENT", "AROVERPAYMENTPAYMENT"),
        SPEND_OVERPAYMENT(Family.OVERPAYMENT, false, "APOVERPAYMENT", "APOVERPAYMENTPAYMENT"),
        RECEIVE_PREPAYMENT(Family.PREPAYMENT, true, "ARPREPAYMENT", "ARPREPAYMENTPAYMENT"),
        SPEND_PREPAYMENT(Family.PREPAYMENT, false, "APPREPAYMENT", "APPREPAYMENTPAYMENT");

        private final Family family;
        private final boolean sells;
        private final String payable;
        private final String paymentType;

        Type(Family family, boolean sells, String payable, String paymentType) {
            this.family = family;
            this.sells = sells;
            this.payable = payable;
            this.paymentType = paymentType;
        }

        Family family() {
            return family;
        }

        /// Of sales, not of purchases.
        boolean sells() {
            return sells;
        }

        String payable() {
            return payable;
        }

        String paymentType() {
            return paymentType;
        }

        String spelling() {
            return name().replace('_', '-');
        }
    }

    /// Empty texts are unset.
    record Head(
            Type type,
            String number,
            UUID contactId,
            LocalDate date,
            String reference,
            String currency,
            BigDecimal rate,
            Amounts.Kind kind,
            UUID brandingThemeId,
            boolean sentToContact) {

        Head withNumber(String other) {
            return new Head(
                    type, other, contactId, date, reference, currency, rate, kind, brandingThemeId, sentToContact);
        }

        Head withContact(UUID other) {
            return new Head(type, number, other, date, reference, currency, rate, kind, brandingThemeId, sentToContact);
        }
    }

    Credit {
        lines = List.copyOf(lines);
    }

    /// One to which nothing has happened yet.
    static Credit fresh(UUID id, Head head, Invoice.Status status, List<Line> lines, Instant now) {
        return new Credit(id, head, status, lines, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), now);
    }

    Family family() {
        return head.type().family();
    }

    boolean is(Family other) {
        return family() == other;
    }

    BigDecimal total() {
        return Amounts.subTotal(head.kind(), lines).add(Amounts.totalTax(lines));
    }

    BigDecimal remaining() {
        return total().subtract(applied).subtract(refunded);
    }

    boolean hasMoney() {
        return applied.signum() != 0 || refunded.signum() != 0;
    }

    boolean dead() {
        return status == Invoice.Status.VOIDED || status == Invoice.Status.DELETED;
    }

    Credit withHead(Head changed) {
        return new Credit(id, changed, status, lines, applied, refunded, fullyPaidOn, updatedAt);
    }

    Credit ended(Invoice.Status end, Instant now) {
        return new Credit(id, head, end, lines, applied, refunded, fullyPaidOn, now);
    }

    /// With what was allocated and paid back in all, which makes it PAID or AUTHORISED again. `last` is the date
    /// of the last of these and counts when nothing remains.
    Credit used(BigDecimal allocated, BigDecimal paidBack, LocalDate last, Instant now) {
        var nothingLeft = total().subtract(allocated).subtract(paidBack).signum() == 0;
        return new Credit(
                id,
                head,
                nothingLeft ? Invoice.Status.PAID : Invoice.Status.AUTHORISED,
                lines,
                allocated,
                paidBack,
                nothingLeft ? Optional.of(last) : Optional.empty(),
                now);
    }
}
