package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Several payments made as one transaction of the bank. Never updated, only deleted. `sells` tells payments
/// received (RECBATCH) from payments made (PAYBATCH).
record BatchPayment(
        UUID id,
        UUID accountId,
        LocalDate date,
        String reference,
        String details,
        String narrative,
        boolean sells,
        List<UUID> paymentIds,
        BigDecimal total,
        boolean deleted,
        Instant updatedAt) {

    BatchPayment {
        paymentIds = List.copyOf(paymentIds);
    }

    BatchPayment deletedAt(Instant now) {
        return new BatchPayment(
                id, accountId, date, reference, details, narrative, sells, paymentIds, total, true, now);
    }
}
