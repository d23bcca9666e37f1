package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.Credit.Family.CREDITNOTE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The organisation's records, and the ways to find them.
final class Books {

    /// A subscribed currency, with the rate of the day (units per unit of the first) where none is given.
    record Currency(String code, String description, BigDecimal rate) {}

    private final Journal journal = new Journal();
    final Table<UUID, Contact> contacts = new Table<>(journal);
    final Table<UUID, Item> items = new Table<>(journal);
    final Table<UUID, Invoice> invoices = new Table<>(journal);
    final Table<UUID, Credit> credits = new Table<>(journal);
    final Table<UUID, Allocation> allocations = new Table<>(journal);
    final Table<UUID, Payment> payments = new Table<>(journal);
    final Table<UUID, BatchPayment> batchPayments = new Table<>(journal);
    final Table<UUID, BankTransaction> bankTransactions = new Table<>(journal);
    final Table<String, Integer> approvals = new Table<>(journal);
    final ByChange<Contact> contactsByChange = contacts.followedBy(new ByChange<>(Contact::updatedAt, Contact::id));
    final ByChange<Invoice> invoicesByChange = invoices.followedBy(new ByChange<>(Invoice::updatedAt, Invoice::id));
    final ByChange<Credit> creditsByChange = credits.followedBy(new ByChange<>(Credit::updatedAt, Credit::id));
    final ByChange<Payment> paymentsByChange = payments.followedBy(new ByChange<>(Payment::updatedAt, Payment::id));
    final Table<UUID, Account> accounts = new Table<>(journal);
    final Table<String, TaxRate> taxRates = new Table<>(journal);
    final Table<String, Currency> currencies = new Table<>(journal);
    final Desk desk;
    final KeptInvoices keptInvoices;
    final UUID brandingThemeId;
    Optional<LocalDate> periodLock;
    Optional<LocalDate> yearLock;
    private final Table<String, Integer> lastNumbers = new Table<>(journal);
    private final Index<String, UUID, Contact> contactsByName = contacts.followedBy(
            new Index<>(contact -> Optional.of(fold(contact.name())).filter(_ -> contact.active())));
    private final Index<String, UUID, Contact> contactsByNumber =
            contacts.followedBy(new Index<>(contact -> filled(contact.text("ContactNumber"))));
    private final Index<String, UUID, Item> itemsByCode =
            items.followedBy(new Index<>(item -> Optional.of(item.code())));
    private final Index<String, UUID, Account> accountsByCode =
            accounts.followedBy(new Index<>(account -> filled(account.code())));
    private final Index<String, UUID, Invoice> invoicesByNumber = invoices.followedBy(
            new Index<>(invoice -> filled(fold(invoice.head().number())).filter(_ -> invoice.receivable())));
    private final Index<String, UUID, Invoice> invoicesByReference = invoices.followedBy(
            new Index<>(invoice -> filled(new Value.Text(invoice.head().reference()).folded())));
    private final Index<String, UUID, Invoice> invoicesByAnyNumber = invoices.followedBy(
            new Index<>(invoice -> filled(new Value.Text(invoice.head().number()).folded())));
    private final Index<String, UUID, Quote> quotesByNumber =
            new Index<>(quote -> filled(fold(quote.head().number())));
    private final SearchTexts<Invoice> invoiceTexts = invoices.followedBy(new SearchTexts<>(
            invoice -> invoice.head().number() + "\n" + invoice.head().reference()));
    private final Index<UUID, UUID, Invoice> invoicesByContact = invoices.followedBy(
            new Index<>(invoice -> Optional.of(invoice.head().contactId())));
    private final Index<String, UUID, Credit> creditsByNumber = credits.followedBy(
            new Index<>(credit -> filled(fold(credit.head().number())).filter(_ -> credit.is(CREDITNOTE))));
    private final Index<UUID, UUID, Allocation> allocationsByInvoice =
            allocations.followedBy(new Index<>(allocation -> Optional.of(allocation.invoiceId())));
    private final Index<UUID, UUID, Allocation> allocationsByCredit =
            allocations.followedBy(new Index<>(allocation -> Optional.of(allocation.creditId())));
    private final Index<UUID, UUID, Payment> livePayments = payments.followedBy(
            new Index<>(payment -> Optional.of(payment.documentId()).filter(_ -> !payment.deleted())));

    Books(BooksState state) {
        keptInvoices = new KeptInvoices(this);
        state.accounts().forEach(account -> accounts.put(account.id(), account));
        state.taxRates().forEach(rate -> taxRates.put(rate.type(), rate));
        state.currencies().forEach(currency -> currencies.put(currency.code(), currency));
        desk = Desk.of(journal, state.desk(), keptInvoices.tracking(), keptInvoices.files(), quotesByNumber);
        brandingThemeId = state.brandingThemeId();
        periodLock = state.periodLock();
        yearLock = state.yearLock();
        lastNumbers.putAll(state.lastNumbers());
        approvals.putAll(state.approvals());
        state.contacts().forEach(contact -> contacts.put(contact.id(), contact));
        state.items().forEach(item -> items.put(item.id(), item));
        state.invoices().forEach(invoice -> invoices.put(invoice.id(), invoice));
        state.credits().forEach(credit -> credits.put(credit.id(), credit));
        state.allocations().forEach(allocation -> allocations.put(allocation.id(), allocation));
        state.payments().forEach(payment -> payments.put(payment.id(), payment));
        state.batchPayments().forEach(batch -> batchPayments.put(batch.id(), batch));
        state.bankTransactions().forEach(transaction -> bankTransactions.put(transaction.id(), transaction));
        keep();
    }

    /// What was changed so far can no longer be taken back.
    void keep() {
        journal.close();
    }

    /// Where the books stand, to take back to.
    int mark() {
        return journal.mark();
    }

    void takeBackTo(int mark) {
        journal.takeBackTo(mark);
    }

    BooksState state() {
        return new BooksState(
                List.copyOf(accounts.values()),
                List.copyOf(taxRates.values()),
                List.copyOf(currencies.values()),
                desk.plain(),
                brandingThemeId,
                periodLock,
                yearLock,
                new LinkedHashMap<>(lastNumbers),
                new LinkedHashMap<>(approvals),
                List.copyOf(contacts.values()),
                List.copyOf(items.values()),
                List.copyOf(invoices.values()),
                List.copyOf(credits.values()),
                List.copyOf(allocations.values()),
                List.copyOf(payments.values()),
                List.copyOf(batchPayments.values()),
                List.copyOf(bankTransactions.values()));
    }

    /// Names are compared without regard to case.
    Optional<Contact> activeContactNamed(String name) {
        return contacts.in(contactsByName, fold(name)).findFirst();
    }

    Optional<Contact> contactNumbered(String number) {
        return contacts.in(contactsByNumber, number).findFirst();
    }

    /// Sales invoices of a number; live ones first.
    Stream<Invoice> receivablesNumbered(String number) {
        return invoices.in(invoicesByNumber, fold(number))
                .sorted(Comparator.comparing(Invoice::dead).thenComparing(Invoice::id, ByChange.IDS));
    }

    Stream<Invoice> invoicesOf(UUID contactId) {
        return invoices.in(invoicesByContact, contactId);
    }

    /// Those whose reference a filter takes for this one.
    Stream<Invoice> invoicesReferred(Value.Text reference) {
        return invoices.in(invoicesByReference, reference.folded());
    }

    /// Those, bills among them, whose number a filter takes for this one.
    Stream<Invoice> invoicesNumbered(Value.Text number) {
        return invoices.in(invoicesByAnyNumber, number.folded());
    }

    Optional<Quote> quoteNumbered(String number) {
        return quotesByNumber.under(fold(number)).stream()
                .flatMap(id -> Stream.ofNullable(desk.quotes().get(id)))
                .findFirst();
    }

    /// Those in whose number or reference a search term may occur: all of them and perhaps others.
    Stream<Invoice> invoicesMentioning(String term) {
        return invoiceTexts.mentioning(term).flatMap(id -> Stream.ofNullable(invoices.get(id)));
    }

    /// Credit notes of a number; live ones first.
    Stream<Credit> creditNotesNumbered(String number) {
        return credits.in(creditsByNumber, fold(number))
                .sorted(Comparator.comparing(Credit::dead).thenComparing(Credit::id, ByChange.IDS));
    }

    Stream<Allocation> allocationsTo(UUID invoiceId) {
        return allocations.in(allocationsByInvoice, invoiceId);
    }

    Stream<Allocation> allocationsFrom(UUID creditId) {
        return allocations.in(allocationsByCredit, creditId);
    }

    /// The payments of an invoice, or those that pay a credit back.
    Stream<Payment> livePayments(UUID documentId) {
        return payments.in(livePayments, documentId);
    }

    /// The next number of a prefix: `INV-0001`, `CN-0001`.
    String drawNumber(String prefix) {
        var number = lastNumbers.getOrDefault(prefix, 0) + 1;
        lastNumbers.put(prefix, number);
        return String.format(Locale.ROOT, "%s-%04d", prefix, number);
    }

    Optional<Item> itemCoded(String code) {
        return items.in(itemsByCode, code).findFirst();
    }

    Optional<Account> accountCoded(String code) {
        return accounts.in(accountsByCode, code).findFirst();
    }

    Optional<Account> account(UUID id) {
        return Optional.ofNullable(accounts.get(id));
    }

    Optional<TaxRate> taxRate(String type) {
        return Optional.ofNullable(taxRates.get(type));
    }

    Optional<Currency> currency(String code) {
        return Optional.ofNullable(currencies.get(code));
    }

    /// The organisation's own.
    String baseCurrency() {
        return currencies.keySet().iterator().next();
    }

    /// A ledger account that Xero keeps itself, by its role.
    Optional<Account> systemAccount(String role) {
        return accounts.values().stream()
                .filter(account -> account.role().equals(role))
                .findFirst();
    }

    /// The lock date that forbids a document of `date`; the later one when both do.
    Optional<LocalDate> lock(LocalDate date) {
        return Stream.of(periodLock, yearLock)
                .flatMap(Optional::stream)
                .filter(until -> !date.isAfter(until))
                .max(Comparator.naturalOrder());
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(known -> !known.isEmpty());
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
