package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Making bank transactions, and with them over- and prepayments; deleting them again. Nothing else of them is
/// simulated.
final class BankTransactionWrites {

    private static final UUID NONE = new UUID(0, 0);

    private BankTransactionWrites() {}

    /// PUT: never an update.
    static Outcome create(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var type = type(sent);
        var account = account(call, sent);
        var contactId = InvoiceContacts.resolve(call, sent, Optional.empty());
        if (type.isEmpty()) sent.refuse("'" + sent.text("Type").orElse("") + "' is not a valid Type");
        if (account.filter(Account::isBank).isEmpty()) sent.refuse("The BankAccount must be an account of type BANK.");
        if (!sent.problems().isEmpty()) return refused(sent, NONE);
        var made = read(call, sent, type.orElseThrow(), account.orElseThrow(), contactId.orElseThrow());
        if (made.lines().isEmpty()) sent.refuse("One or more line items must be specified");
        sent.refuse(call.books().lock(made.date()).map(InvoiceTexts::locked));
        if (call.books().currency(made.currency()).isEmpty()) sent.refuse(InvoiceTexts.noCurrency(made.currency()));
        return sent.problems().isEmpty() ? store(call, made) : refused(sent, NONE);
    }

    /// POST: with a BankTransactionID only to delete it.
    static Outcome upsert(Call call, ObjectNode node) {
        var id = call.sent(node).guid("BankTransactionID");
        return id.isPresent() ? delete(call, node, id.get()) : create(call, node);
    }

    static Outcome delete(Call call, ObjectNode node, UUID id) {
        var sent = call.sent(node);
        var known = call.books().bankTransactions.get(id);
        if (known == null) return new Outcome.Missing();
        var credit = known.creditId().map(call.books().credits::get);
        if (known.deleted()) sent.refuse("Bank transaction not of valid status for modification");
        if (sent.filled("Status").filter("DELETED"::equalsIgnoreCase).isEmpty()) {
            sent.refuse("The sandbox cannot edit bank transactions, only make and delete them.");
        }
        if (credit.filter(Credit::hasMoney).isPresent()) sent.refuse(InvoiceTexts.EDIT_WITH_MONEY);
        sent.refuse(call.books().lock(known.date()).map(InvoiceTexts::locked));
        if (!sent.problems().isEmpty()) return refused(sent, id);
        credit.map(found -> found.ended(Invoice.Status.VOIDED, call.now()))
                .ifPresent(found -> keep(call, found, false));
        var deleted = known.deletedAt(call.now());
        call.books().bankTransactions.put(id, deleted);
        return new Outcome.Saved(new BankTransactionView(call.books(), call.unitScale()).full(deleted));
    }

    private static BankTransaction read(
            Call call, Sent sent, BankTransaction.Type type, Account account, UUID contactId) {
        var over = type.credit()
                .filter(credit -> credit.family() == Credit.Family.OVERPAYMENT)
                .isPresent();
        var kind = over ? Amounts.Kind.NOTAX : InvoiceHeads.kind(sent, Optional.empty());
        var currency = sent.filled("CurrencyCode")
                .filter(_ -> over)
                .orElse(call.books().baseCurrency());
        return new BankTransaction(
                call.draws().guid(),
                type,
                contactId,
                account.id(),
                sent.date("Date").orElseGet(call::today),
                sent.text("Reference").orElse(""),
                sent.text("Url").orElse(""),
                currency,
                InvoiceHeads.rate(call, sent, Optional.empty(), currency),
                kind,
                over ? overpaid(call, sent, type, currency) : lines(call, sent, type, kind, currency),
                sent.flag("IsReconciled").orElse(false),
                false,
                type.credit().map(_ -> call.draws().guid()),
                call.now());
    }

    private static List<Line> lines(
            Call call, Sent sent, BankTransaction.Type type, Amounts.Kind kind, String currency) {
        var side = type.receives() ? Invoice.Type.ACCREC : Invoice.Type.ACCPAY;
        var lines = new InvoiceLines(call, side, kind, currency, true).read(sent, List.of(), kind);
        if (lines.stream().anyMatch(Line::discounted)) sent.refuse("Discounts cannot be given on bank transactions.");
        return lines;
    }

    /// An overpayment is booked to the account of the debtors or creditors, without tax. Its lines may tell a
    /// LineAmount alone.
    private static List<Line> overpaid(Call call, Sent sent, BankTransaction.Type type, String currency) {
        var scale = Amounts.scale(currency, call.switches());
        var account = call.books().systemAccount(type.receives() ? "DEBTORS" : "CREDITORS");
        return sent.list("LineItems").stream()
                .map(line -> {
                    var amount = line.decimal("LineAmount").or(() -> product(line));
                    var cents = amount.orElse(BigDecimal.ZERO).setScale(scale, RoundingMode.HALF_UP);
                    if (cents.signum() <= 0) {
                        sent.refuse("An overpayment must be greater than zero.");
                    }
                    return new Line(
                            call.draws().guid(),
                            "",
                            line.text("Description").orElse(""),
                            Optional.of(BigDecimal.ONE),
                            Optional.of(cents),
                            account.map(Account::code).orElse(""),
                            RegionalTaxes.none(call.settings().organisation().region()),
                            BigDecimal.ZERO,
                            BigDecimal.ZERO,
                            cents,
                            BigDecimal.ZERO.setScale(2),
                            List.of());
                })
                .toList();
    }

    private static Optional<BigDecimal> product(Sent line) {
        return line.decimal("UnitAmount")
                .map(unit -> unit.multiply(line.decimal("Quantity").orElse(BigDecimal.ONE)));
    }

    private static Outcome store(Call call, BankTransaction made) {
        call.books().bankTransactions.put(made.id(), made);
        made.type().credit().ifPresent(type -> keep(call, credit(call, made, type), true));
        return new Outcome.Saved(new BankTransactionView(call.books(), call.unitScale()).full(made));
    }

    /// A prepayment received takes the next number of the invoices.
    private static Credit credit(Call call, BankTransaction made, Credit.Type type) {
        var numbered = type == Credit.Type.RECEIVE_PREPAYMENT;
        var head = new Credit.Head(
                type,
                numbered ? InvoiceWrites.nextNumber(call.books()) : "",
                made.contactId(),
                made.date(),
                made.reference(),
                made.currency(),
                made.rate(),
                made.kind(),
                call.books().brandingThemeId,
                false);
        return Credit.fresh(made.creditId().orElseThrow(), head, Invoice.Status.AUTHORISED, made.lines(), call.now());
    }

    private static void keep(Call call, Credit credit, boolean created) {
        call.books().credits.put(credit.id(), credit);
        call.events().add(Event.of(credit, created));
    }

    private static Optional<BankTransaction.Type> type(Sent sent) {
        return Stream.of(BankTransaction.Type.values())
                .filter(type -> sent.filled("Type")
                        .filter(type.spelling()::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }

    private static Optional<Account> account(Call call, Sent sent) {
        var named = sent.object("BankAccount");
        return named.flatMap(account -> account.guid("AccountID"))
                .flatMap(call.books()::account)
                .or(() -> named.flatMap(account -> account.filled("Code")).flatMap(call.books()::accountCoded));
    }

    private static Outcome refused(Sent sent, UUID id) {
        return new Outcome.Refused(sent.node().deepCopy().put("BankTransactionID", id.toString()), sent.problems());
    }
}
