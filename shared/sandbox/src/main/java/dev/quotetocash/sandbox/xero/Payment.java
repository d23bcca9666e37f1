package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A payment of an invoice, in the invoice's currency. Never updated, only deleted.
record Payment(
        UUID id,
        UUID invoiceId,
        UUID accountId,
        LocalDate date,
        BigDecimal amount,
        BigDecimal bankAmount,
        BigDecimal rate,
        String reference,
        boolean reconciled,
        boolean deleted,
        Instant updatedAt) {

    Payment deletedAt(Instant now) {
        return new Payment(id, invoiceId, accountId, date, amount, bankAmount, rate, reference, reconciled, true, now);
    }
}
