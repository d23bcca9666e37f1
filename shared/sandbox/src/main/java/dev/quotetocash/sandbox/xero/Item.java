package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An untracked item.
record Item(
        UUID id,
        String code,
        String name,
        String description,
        String purchaseDescription,
        Optional<Details> sales,
        Optional<Details> purchases,
        Instant updatedAt) {

    /// Empty texts are unset.
    record Details(Optional<BigDecimal> unitPrice, String accountCode, String taxType) {}
}
