package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A payment of an invoice, or one that pays a [Credit] back, in the document's currency. Never updated, only
/// deleted. `bankAmount` is in the currency of the bank account.
record Payment(
        UUID id,
        UUID documentId,
        UUID accountId,
        LocalDate date,
        BigDecimal amount,
        BigDecimal bankAmount,
        BigDecimal rate,
        String reference,
        boolean reconciled,
        Optional<UUID> batchId,
        boolean deleted,
        Instant updatedAt) {

    Payment inBatch(UUID batch) {
        return new Payment(
                id,
                documentId,
                accountId,
                date,
                amount,
                bankAmount,
                rate,
                reference,
                reconciled,
                Optional.of(batch),
                deleted,
                updatedAt);
    }

    Payment deletedAt(Instant now) {
        return new Payment(
                id, documentId, accountId, date, amount, bankAmount, rate, reference, reconciled, batchId, true, now);
    }
}
