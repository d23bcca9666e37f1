package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The organisation's records: immutable values in maps that keep the order of insertion.
final class Books {

    /// A subscribed currency, with the rate of the day (units per unit of the first) where none is given.
    record Currency(String code, String description, BigDecimal rate) {}

    final Map<UUID, Contact> contacts;
    final Map<UUID, Invoice> invoices;
    final Map<UUID, Payment> payments;
    final Map<UUID, Item> items;
    final Map<YearMonth, Integer> approvals;
    final List<Account> accounts;
    final List<TaxRate> taxRates;
    final List<Currency> currencies;
    final Desk desk;
    final UUID brandingThemeId;
    int lastNumber;
    Optional<LocalDate> lockedUntil;

    Books(List<Account> accounts, List<TaxRate> taxRates, List<Currency> currencies, UUID brandingThemeId) {
        this.contacts = new LinkedHashMap<>();
        this.invoices = new LinkedHashMap<>();
        this.payments = new LinkedHashMap<>();
        this.items = new LinkedHashMap<>();
        this.approvals = new LinkedHashMap<>();
        this.accounts = new ArrayList<>(accounts);
        this.taxRates = new ArrayList<>(taxRates);
        this.currencies = new ArrayList<>(currencies);
        this.desk = Desk.empty();
        this.brandingThemeId = brandingThemeId;
        this.lockedUntil = Optional.empty();
    }

    private Books(Books other) {
        this.contacts = new LinkedHashMap<>(other.contacts);
        this.invoices = new LinkedHashMap<>(other.invoices);
        this.payments = new LinkedHashMap<>(other.payments);
        this.items = new LinkedHashMap<>(other.items);
        this.approvals = new LinkedHashMap<>(other.approvals);
        this.accounts = new ArrayList<>(other.accounts);
        this.taxRates = new ArrayList<>(other.taxRates);
        this.currencies = new ArrayList<>(other.currencies);
        this.desk = other.desk.copy();
        this.brandingThemeId = other.brandingThemeId;
        this.lastNumber = other.lastNumber;
        this.lockedUntil = other.lockedUntil;
    }

    Books copy() {
        return new Books(this);
    }

    /// Names are compared without regard to case.
    Optional<Contact> activeContactNamed(String name) {
        var folded = fold(name);
        return contacts.values().stream()
                .filter(Contact::active)
                .filter(contact -> fold(contact.name()).equals(folded))
                .findFirst();
    }

    Optional<Contact> contactNumbered(String number) {
        return contacts.values().stream()
                .filter(contact -> contact.text("ContactNumber").equals(number))
                .findFirst();
    }

    /// Sales invoices of a number; live ones first.
    Stream<Invoice> receivablesNumbered(String number) {
        return invoices.values().stream()
                .filter(Invoice::receivable)
                .filter(invoice -> invoice.head().number().equalsIgnoreCase(number))
                .sorted((one, other) -> Boolean.compare(one.dead(), other.dead()));
    }

    Stream<Payment> livePayments(UUID invoiceId) {
        return payments.values().stream()
                .filter(payment -> !payment.deleted())
                .filter(payment -> payment.invoiceId().equals(invoiceId));
    }

    Optional<Item> itemCoded(String code) {
        return items.values().stream().filter(item -> item.code().equals(code)).findFirst();
    }

    Optional<Account> accountCoded(String code) {
        return accounts.stream()
                .filter(account -> !code.isEmpty() && account.code().equals(code))
                .findFirst();
    }

    Optional<Account> account(UUID id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    Optional<TaxRate> taxRate(String type) {
        return taxRates.stream().filter(rate -> rate.type().equals(type)).findFirst();
    }

    Optional<Currency> currency(String code) {
        return currencies.stream().filter(known -> known.code().equals(code)).findFirst();
    }

    /// The organisation's own.
    String baseCurrency() {
        return currencies.getFirst().code();
    }

    boolean isLocked(LocalDate date) {
        return lockedUntil.filter(until -> !date.isAfter(until)).isPresent();
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
