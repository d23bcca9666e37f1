package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Creating, changing, archiving and deleting ledger accounts, one per request (reference sections 1.2 and 8).
final class AccountWrites {

    private static final int CODE = 10;
    private static final int NAME = 150;

    private static final Map<String, Account.Side> SIDES = Map.ofEntries(
            Map.entry("BANK", Account.Side.ASSET),
            Map.entry("CURRENT", Account.Side.ASSET),
            Map.entry("FIXED", Account.Side.ASSET),
            Map.entry("INVENTORY", Account.Side.ASSET),
            Map.entry("NONCURRENT", Account.Side.ASSET),
            Map.entry("PREPAYMENT", Account.Side.ASSET),
            Map.entry("CURRLIAB", Account.Side.LIABILITY),
            Map.entry("LIABILITY", Account.Side.LIABILITY),
            Map.entry("TERMLIAB", Account.Side.LIABILITY),
            Map.entry("PAYG", Account.Side.LIABILITY),
            Map.entry("DEPRECIATN", Account.Side.EXPENSE),
            Map.entry("DIRECTCOSTS", Account.Side.EXPENSE),
            Map.entry("EXPENSE", Account.Side.EXPENSE),
            Map.entry("OVERHEADS", Account.Side.EXPENSE),
            Map.entry("EQUITY", Account.Side.EQUITY),
            Map.entry("OTHERINCOME", Account.Side.REVENUE),
            Map.entry("REVENUE", Account.Side.REVENUE),
            Map.entry("SALES", Account.Side.REVENUE));

    private AccountWrites() {}

    static Outcome create(Call call, ObjectNode node) {
        var sent = call.sent(node);
        if (!sent.has("Name")) sent.refuse("Name must be specified.");
        if (!sent.has("Type")) sent.refuse("Type must be specified.");
        return save(call, sent, Optional.empty());
    }

    static Outcome update(Call call, ObjectNode node, UUID id) {
        var known = call.books().account(id);
        return known.isEmpty() ? new Outcome.Missing() : change(call, call.sent(node), known.get());
    }

    /// Answers 200 with the deleted account; one that was used can only be archived.
    static Answer delete(Call call, Account account) {
        if (!account.role().isEmpty()) return refused("A system account cannot be deleted.");
        if (used(call.books(), account)) return refused("This account is used and can only be archived.");
        call.books().accounts.remove(account.id());
        var deleted = account.ended(Account.Status.DELETED, call.now());
        return Answer.of("Accounts", List.of(SettingsView.account(deleted)));
    }

    private static Outcome change(Call call, Sent sent, Account known) {
        var status = sent.choice("Status", Account.Status.class).orElse(known.status());
        if (status != known.status() && !known.role().isEmpty()) sent.refuse("A system account cannot be archived.");
        var renumbered =
                sent.text("Code").filter(code -> !code.equals(known.code())).isPresent();
        if (renumbered && used(call.books(), known)) sent.refuse("The code of an account in use cannot be changed.");
        return save(call, sent, Optional.of(known));
    }

    private static Outcome save(Call call, Sent sent, Optional<Account> known) {
        var next = read(call, sent, known);
        check(call, sent, next);
        if (!sent.problems().isEmpty()) {
            var id = known.map(Account::id).orElse(new UUID(0, 0));
            return new Outcome.Refused(sent.node().deepCopy().put("AccountID", id.toString()), sent.problems());
        }
        call.books().accounts.put(next.id(), next);
        return new Outcome.Saved(SettingsView.account(next));
    }

    private static Account read(Call call, Sent sent, Optional<Account> known) {
        var type = sent.filled("Type").or(() -> known.map(Account::type)).orElse("EXPENSE");
        if (!SIDES.containsKey(type)) sent.refuse("'" + type + "' is not a valid Type");
        var side = SIDES.getOrDefault(type, Account.Side.EXPENSE);
        var region = call.settings().organisation().region();
        var bank = type.equals("BANK");
        return new Account(
                known.map(Account::id).orElseGet(call.draws()::guid),
                sent.text("Code").or(() -> known.map(Account::code)).orElse(""),
                sent.text("Name").or(() -> known.map(Account::name)).orElse(""),
                type,
                side,
                sent.filled("TaxType").or(() -> known.map(Account::taxType)).orElse(RegionalTaxes.usual(region, side)),
                sent.flag("EnablePaymentsToAccount")
                        .or(() -> known.map(Account::takesPayments))
                        .orElse(false),
                known.map(Account::role).orElse(""),
                bank
                        ? ""
                        : sent.text("Description")
                                .or(() -> known.map(Account::description))
                                .orElse(""),
                bank ? bankAccountNumber(sent, known) : "",
                bank ? currency(call, sent, known) : "",
                sent.choice("Status", Account.Status.class)
                        .or(() -> known.map(Account::status))
                        .orElse(Account.Status.ACTIVE),
                call.now());
    }

    private static String bankAccountNumber(Sent sent, Optional<Account> known) {
        var number = sent.filled("BankAccountNumber")
                .or(() -> known.map(Account::bankAccountNumber))
                .orElse("");
        if (number.isEmpty()) sent.refuse("BankAccountNumber must be specified.");
        return number;
    }

    private static String currency(Call call, Sent sent, Optional<Account> known) {
        var code = sent.filled("CurrencyCode")
                .or(() -> known.map(Account::currency))
                .orElse(call.books().baseCurrency());
        if (call.books().currency(code).isEmpty()) sent.refuse(InvoiceTexts.noCurrency(code));
        return code;
    }

    private static void check(Call call, Sent sent, Account next) {
        sent.refuse(FieldLimits.check("Code", next.code(), CODE));
        sent.refuse(FieldLimits.check("Name", next.name(), NAME));
        sent.refuse(FieldLimits.check("Description", next.description(), FieldLimits.DESCRIPTION));
        if (next.code().isEmpty() && !next.isBank()) sent.refuse("Code must be specified.");
        if (call.books()
                .taxRate(next.taxType())
                .filter(rate -> rate.appliesTo().contains(next.side()))
                .isEmpty()) {
            sent.refuse(InvoiceTexts.taxType(next.taxType(), next.code()));
        }
        for (var other : call.books().accounts.values()) {
            if (other.id().equals(next.id())) continue;
            if (!next.code().isEmpty() && other.code().equalsIgnoreCase(next.code())) {
                sent.refuse("Please enter a unique Code.");
            }
            if (other.name().equalsIgnoreCase(next.name())) sent.refuse("Please enter a unique Name.");
        }
    }

    private static boolean used(Books books, Account account) {
        var onLines = books.invoices.values().stream()
                .flatMap(invoice -> invoice.lines().stream())
                .anyMatch(line -> line.accountCode().equals(account.code()));
        var onQuotes = books.desk.quotes().values().stream()
                .flatMap(quote -> quote.lines().stream())
                .anyMatch(line -> line.accountCode().equals(account.code()));
        return onLines
                || onQuotes
                || books.payments.values().stream()
                        .anyMatch(payment -> payment.accountId().equals(account.id()));
    }

    private static Answer refused(String message) {
        return Batch.refused(Json.object(), message);
    }
}
