package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Making and deleting payments of invoices. Both move the UpdatedDateUTC of the payment and of its invoice.
final class PaymentWrites {

    private PaymentWrites() {}

    static Outcome create(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var invoice = invoice(call, sent);
        var account = account(call, sent);
        var amount = sent.decimal("Amount").map(sum -> sum.setScale(2, RoundingMode.HALF_UP));
        var date = sent.date("Date").orElseGet(call::today);
        if (sent.filled("Status").filter(status -> !status.equals("AUTHORISED")).isPresent()) {
            sent.refuse("A payment must be created as AUTHORISED.");
        }
        check(call, sent, invoice, account, amount, date);
        if (!sent.problems().isEmpty()) return refused(sent, new UUID(0, 0));
        return store(call, sent, invoice.orElseThrow(), account.orElseThrow(), amount.orElseThrow(), date);
    }

    /// POST to `/Payments/{id}`: a payment cannot be updated, only deleted.
    static Outcome delete(Call call, ObjectNode node, UUID id) {
        var sent = call.sent(node);
        var payment = call.books().payments.get(id);
        if (payment == null) return new Outcome.Missing();
        if (payment.deleted()) sent.refuse("Payment not of valid status for modification");
        if (sent.filled("Status").filter("DELETED"::equals).isEmpty()) {
            sent.refuse("Payments cannot be updated, only deleted.");
        }
        if (call.books().isLocked(payment.date()))
            sent.refuse(call.books().lockedUntil.map(InvoiceTexts::locked));
        if (!sent.problems().isEmpty()) return refused(sent, id);
        var deleted = payment.deletedAt(call.now());
        call.books().payments.put(id, deleted);
        settle(call, deleted.invoiceId());
        return new Outcome.Saved(new PaymentView(call.books()).full(deleted));
    }

    private static void check(
            Call call,
            Sent sent,
            Optional<Invoice> invoice,
            Optional<Account> account,
            Optional<BigDecimal> amount,
            LocalDate date) {
        if (invoice.isEmpty()) sent.refuse("The payment must name an existing invoice.");
        if (account.filter(Account::fitsPayments).isEmpty()) {
            sent.refuse("The account of a payment must be a bank account or have payments enabled.");
        }
        if (amount.filter(sum -> sum.signum() > 0).isEmpty()) sent.refuse("Payment amount must be greater than zero");
        var due =
                invoice.filter(found -> InvoiceStates.approved(found.status())).map(Invoice::due);
        if (invoice.isPresent() && due.isEmpty()) {
            sent.refuse("Payments can only be made against Authorised documents");
        }
        if (amount.isPresent()
                && due.filter(left -> amount.get().compareTo(left) > 0).isPresent()) {
            sent.refuse(InvoiceTexts.TOO_MUCH);
        }
        if (call.books().isLocked(date)) sent.refuse(call.books().lockedUntil.map(InvoiceTexts::locked));
    }

    private static Outcome store(
            Call call, Sent sent, Invoice invoice, Account account, BigDecimal amount, LocalDate date) {
        var rate = sent.decimal("CurrencyRate")
                .filter(sum -> sum.signum() > 0
                        && !invoice.head().currency().equals(call.books().baseCurrency()))
                .orElse(invoice.head().rate());
        var inBase = amount.divide(rate, 2, RoundingMode.HALF_UP);
        var payment = new Payment(
                call.draws().guid(),
                invoice.id(),
                account.id(),
                date,
                amount,
                sent.decimal("BankAmount").orElse(inBase),
                rate,
                sent.text("Reference").orElse(""),
                sent.flag("IsReconciled").orElse(false),
                false,
                call.now());
        call.books().payments.put(payment.id(), payment);
        settle(call, invoice.id());
        return new Outcome.Saved(new PaymentView(call.books()).full(payment));
    }

    /// Brings the invoice to what its payments say.
    private static void settle(Call call, UUID invoiceId) {
        var payments = call.books().livePayments(invoiceId).toList();
        var paid = payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var last =
                payments.stream().map(Payment::date).max(LocalDate::compareTo).orElseGet(call::today);
        call.books().invoices.computeIfPresent(invoiceId, (_, invoice) -> invoice.paidInAll(paid, last, call.now()));
        if (call.switches().paymentNotifiesInvoice()) {
            call.events().add(new Event(Event.Category.INVOICE, invoiceId, false));
        }
    }

    private static Optional<Invoice> invoice(Call call, Sent sent) {
        var named = sent.object("Invoice");
        var id = named.flatMap(invoice -> invoice.guid("InvoiceID"));
        if (id.isPresent()) return Optional.ofNullable(call.books().invoices.get(id.get()));
        return named.flatMap(invoice -> invoice.filled("InvoiceNumber"))
                .flatMap(number -> call.books().receivablesNumbered(number).findFirst());
    }

    private static Optional<Account> account(Call call, Sent sent) {
        var named = sent.object("Account");
        var id = named.flatMap(account -> account.guid("AccountID"));
        if (id.isPresent()) return call.books().account(id.get());
        return named.flatMap(account -> account.filled("Code")).flatMap(call.books()::accountCoded);
    }

    private static Outcome refused(Sent sent, UUID id) {
        return new Outcome.Refused(sent.node().deepCopy().put("PaymentID", id.toString()), sent.problems());
    }
}
