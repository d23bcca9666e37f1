package dev.quotetocash.sandbox.xero;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The organisation's records as plain data, each list in the order of creation. `approvals` counts approved
/// sales invoices by month (`2026-11`), `lastNumbers` holds the last number drawn by prefix (`INV`, `CN`).
record BooksState(
        List<Account> accounts,
        List<TaxRate> taxRates,
        List<Books.Currency> currencies,
        Desk desk,
        UUID brandingThemeId,
        Optional<LocalDate> periodLock,
        Optional<LocalDate> yearLock,
        Map<String, Integer> lastNumbers,
        Map<String, Integer> approvals,
        List<Contact> contacts,
        List<Item> items,
        List<Invoice> invoices,
        List<Credit> credits,
        List<Allocation> allocations,
        List<Payment> payments,
        List<BatchPayment> batchPayments,
        List<BankTransaction> bankTransactions) {

    BooksState {
        Stream.of(periodLock, yearLock, lastNumbers, approvals, brandingThemeId, currencies, desk)
                .forEach(Objects::requireNonNull);
        Stream.of(accounts, taxRates, contacts, items, invoices, credits).forEach(Objects::requireNonNull);
        Stream.of(allocations, payments, batchPayments, bankTransactions).forEach(Objects::requireNonNull);
    }

    /// A new organisation.
    static BooksState of(
            List<Account> accounts, List<TaxRate> taxRates, List<Books.Currency> currencies, UUID brandingThemeId) {
        return new BooksState(
                accounts,
                taxRates,
                currencies,
                Desk.empty(),
                brandingThemeId,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
