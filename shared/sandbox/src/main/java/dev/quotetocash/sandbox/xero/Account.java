package dev.quotetocash.sandbox.xero;

import java.util.UUID;

/// A ledger account. `role` is its system account (`DEBTORS`), empty for ordinary ones, which alone can be used
/// on lines unless they are bank accounts.
record Account(
        UUID id, String code, String name, String type, Side side, String taxType, boolean takesPayments, String role) {

    enum Side {
        ASSET,
        EQUITY,
        EXPENSE,
        LIABILITY,
        REVENUE
    }

    boolean isBank() {
        return type.equals("BANK");
    }

    boolean fitsLines() {
        return !isBank() && role.isEmpty();
    }

    boolean fitsPayments() {
        return isBank() || takesPayments;
    }
}
