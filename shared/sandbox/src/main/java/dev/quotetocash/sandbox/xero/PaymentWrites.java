package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Making and deleting payments (reference section 3.2). Both move the UpdatedDateUTC of the payment and of what
/// it pays.
final class PaymentWrites {

    private PaymentWrites() {}

    /// PUT: alone may tell that the bank statement has it.
    static Outcome put(Call call, ObjectNode node) {
        var sent = call.sent(node);
        return create(call, sent, sent.flag("IsReconciled").orElse(false));
    }

    /// POST: one payment.
    static Outcome post(Call call, ObjectNode node) {
        return create(call, call.sent(node), false);
    }

    private static Outcome create(Call call, Sent sent, boolean reconciled) {
        var payment = make(call, sent, account(call, sent), sent.date("Date").orElseGet(call::today), reconciled);
        return payment.isPresent() ? shown(call, payment.get()) : refused(sent, new UUID(0, 0));
    }

    /// Empty when refused, which `sent` then tells.
    static Optional<Payment> make(Call call, Sent sent, Optional<Account> account, LocalDate date, boolean reconciled) {
        var target = PaymentTarget.named(call.books(), sent);
        var amounts = target.flatMap(found -> account.flatMap(from -> PaymentAmounts.read(call, sent, found, from)));
        check(call, sent, target, account, amounts, date);
        if (!sent.problems().isEmpty()) return Optional.empty();
        var payment = new Payment(
                call.draws().guid(),
                target.orElseThrow().id(),
                account.orElseThrow().id(),
                date,
                amounts.orElseThrow().amount(),
                amounts.orElseThrow().bankAmount(),
                amounts.orElseThrow().rate(),
                sent.text("Reference").orElse(""),
                reconciled,
                Optional.empty(),
                false,
                call.now());
        call.books().payments.put(payment.id(), payment);
        Settlement.paid(call, payment.documentId());
        tell(call, payment.id(), true);
        return Optional.of(payment);
    }

    /// POST to `/Payments/{id}`: a payment cannot be updated, only deleted, and one of a batch only with it.
    static Outcome delete(Call call, ObjectNode node, UUID id) {
        var sent = call.sent(node);
        var payment = call.books().payments.get(id);
        if (payment == null) return new Outcome.Missing();
        if (payment.deleted()) sent.refuse("Payment not of valid status for modification");
        if (sent.filled("Status").filter("DELETED"::equalsIgnoreCase).isEmpty()) {
            sent.refuse("Payments cannot be updated, only deleted.");
        }
        if (payment.batchId().isPresent()) sent.refuse("A payment of a batch payment is deleted with its batch.");
        sent.refuse(call.books().lock(payment.date()).map(InvoiceTexts::locked));
        return sent.problems().isEmpty() ? shown(call, delete(call, payment)) : refused(sent, id);
    }

    static Payment delete(Call call, Payment payment) {
        var deleted = payment.deletedAt(call.now());
        call.books().payments.put(deleted.id(), deleted);
        Settlement.paid(call, deleted.documentId());
        tell(call, deleted.id(), false);
        return deleted;
    }

    private static void check(
            Call call,
            Sent sent,
            Optional<PaymentTarget> target,
            Optional<Account> account,
            Optional<PaymentAmounts> amounts,
            LocalDate date) {
        if (sent.filled("Status")
                .filter(status -> !status.equalsIgnoreCase("AUTHORISED"))
                .isPresent()) {
            sent.refuse("A payment must be created as AUTHORISED.");
        }
        if (target.isEmpty()) sent.refuse("The payment must name an existing invoice or credit.");
        if (account.filter(Account::fitsPayments).isEmpty()) {
            sent.refuse("The account of a payment must be a bank account or have payments enabled.");
        }
        if (target.isPresent()
                && account.isPresent()
                && amounts.filter(PaymentAmounts::positive).isEmpty()) {
            sent.refuse("Payment amount must be greater than zero");
        }
        if (target.filter(document -> !document.approved()).isPresent()) {
            sent.refuse("Payments can only be made against Authorised documents");
        } else if (target.isPresent()
                && amounts.filter(sum -> sum.amount().compareTo(target.get().open()) > 0)
                        .isPresent()) {
            sent.refuse(InvoiceTexts.TOO_MUCH);
        }
        sent.refuse(call.books().lock(date).map(InvoiceTexts::locked));
    }

    private static void tell(Call call, UUID id, boolean created) {
        if (call.is(Unconfirmed.PAYMENT_EVENTS)) call.events().add(new Event(Event.Category.PAYMENT, id, created));
    }

    /// By id or code, in the account or beside it.
    static Optional<Account> account(Call call, Sent sent) {
        var named = sent.object("Account");
        var id = named.flatMap(account -> account.guid("AccountID"));
        if (id.isPresent()) return call.books().account(id.get());
        return named.flatMap(account -> account.filled("Code"))
                .or(() -> sent.filled("Code"))
                .flatMap(call.books()::accountCoded);
    }

    private static Outcome shown(Call call, Payment payment) {
        return new Outcome.Saved(new PaymentView(call.books()).full(payment));
    }

    private static Outcome refused(Sent sent, UUID id) {
        return new Outcome.Refused(sent.node().deepCopy().put("PaymentID", id.toString()), sent.problems());
    }
}
