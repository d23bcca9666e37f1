package dev.quotetocash.sandbox.xero;

import java.time.Instant;
import java.util.UUID;

/// A ledger account. `role` is its system account (`DEBTORS`), empty for ordinary ones, which alone can be used
/// on lines unless they are bank accounts.
record Account(
        UUID id,
        String code,
        String name,
        String type,
        Side side,
        String taxType,
        boolean takesPayments,
        String role,
        String description,
        String bankAccountNumber,
        String currency,
        Status status,
        Instant updatedAt) {

    enum Side {
        ASSET,
        EQUITY,
        EXPENSE,
        LIABILITY,
        REVENUE
    }

    enum Status {
        ACTIVE,
        ARCHIVED,
        DELETED
    }

    boolean active() {
        return status == Status.ACTIVE;
    }

    boolean isBank() {
        return type.equals("BANK");
    }

    boolean fitsLines() {
        return !isBank() && role.isEmpty();
    }

    boolean fitsPayments() {
        return active() && (isBank() || takesPayments);
    }

    Account ended(Status end, Instant now) {
        return new Account(
                id,
                code,
                name,
                type,
                side,
                taxType,
                takesPayments,
                role,
                description,
                bankAccountNumber,
                currency,
                end,
                now);
    }
}
