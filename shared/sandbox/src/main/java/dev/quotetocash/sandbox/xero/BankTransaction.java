package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Money received or spent at the bank without a document; what an over- or prepayment comes into being with,
/// which is then `creditId`.
record BankTransaction(
        UUID id,
        Type type,
        UUID contactId,
        UUID accountId,
        LocalDate date,
        String reference,
        String url,
        String currency,
        BigDecimal rate,
        Amounts.Kind kind,
        List<Line> lines,
        boolean reconciled,
        boolean deleted,
        Optional<UUID> creditId,
        Instant updatedAt) {

    /// `credit` is what it brings into being.
    enum Type {
        RECEIVE("RECEIVE", true, Optional.empty()),
        SPEND("SPEND", false, Optional.empty()),
        RECEIVE_OVERPAYMENT("RECEIVE-OVERPAYMENT", true, Optional.of(Credit.Type.RECEIVE_OVERPAYMENT)),
        SPEND_OVERPAYMENT("SPEND-OVERPAYMENT", false, Optional.of(Credit.Type.SPEND_OVERPAYMENT)),
        RECEIVE_PREPAYMENT("RECEIVE-PREPAYMENT", true, Optional.of(Credit.Type.RECEIVE_PREPAYMENT)),
        SPEND_PREPAYMENT("SPEND-PREPAYMENT", false, Optional.of(Credit.Type.SPEND_PREPAYMENT));

        private final String spelling;
        private final boolean receives;
        private final Optional<Credit.Type> credit;

        Type(String spelling, boolean receives, Optional<Credit.Type> credit) {
            this.spelling = spelling;
            this.receives = receives;
            this.credit = credit;
        }

        String spelling() {
            return spelling;
        }

        boolean receives() {
            return receives;
        }

        Optional<Credit.Type> credit() {
            return credit;
        }
    }

    BankTransaction {
        lines = List.copyOf(lines);
    }

    BankTransaction withContact(UUID other) {
        return new BankTransaction(
                id,
                type,
                other,
                accountId,
                date,
                reference,
                url,
                currency,
                rate,
                kind,
                lines,
                reconciled,
                deleted,
                creditId,
                updatedAt);
    }

    BankTransaction deletedAt(Instant now) {
        return new BankTransaction(
                id,
                type,
                contactId,
                accountId,
                date,
                reference,
                url,
                currency,
                rate,
                kind,
                lines,
                reconciled,
                true,
                creditId,
                now);
    }
}
