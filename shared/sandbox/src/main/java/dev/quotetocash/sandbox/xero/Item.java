package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An item, tracked as inventory when it has a `stock`.
record Item(
        UUID id,
        String code,
        String name,
        String description,
        String purchaseDescription,
        Optional<Details> sales,
        Optional<Details> purchases,
        Optional<Stock> stock,
        Instant updatedAt) {

    /// Empty texts are unset.
    record Details(Optional<BigDecimal> unitPrice, String accountCode, String taxType) {}

    /// How many there are and what they cost in all, at average cost. A count below zero is a backorder.
    record Stock(String assetAccount, String costAccount, BigDecimal quantity, BigDecimal cost) {}

    Item withStock(Stock changed) {
        return new Item(
                id, code, name, description, purchaseDescription, sales, purchases, Optional.of(changed), updatedAt);
    }
}
