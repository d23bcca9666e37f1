package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Making and deleting batch payments. The payments follow the rules of single ones; account and date are the
/// batch's.
final class BatchPaymentWrites {

    private BatchPaymentWrites() {}

    static Outcome create(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var account = PaymentWrites.account(call, sent);
        var date = sent.date("Date").orElseGet(call::today);
        var targets = sent.list("Payments").stream()
                .flatMap(payment -> PaymentTarget.named(call.books(), payment).stream())
                .toList();
        if (sent.list("Payments").isEmpty()) sent.refuse("A batch payment needs at least one payment.");
        if (targets.stream().map(PaymentTarget::sells).distinct().count() > 1) {
            sent.refuse("A batch payment pays either sales invoices or bills.");
        }
        sent.refuse(FieldLimits.check("Reference", sent.text("Reference").orElse(""), FieldLimits.REFERENCE));
        sent.refuse(FieldLimits.check("Narrative", sent.text("Narrative").orElse(""), FieldLimits.NARRATIVE));
        sent.refuse(FieldLimits.check("Details", sent.text("Details").orElse(""), FieldLimits.NARRATIVE));
        var payments = payments(call, sent, account, date);
        if (!sent.problems().isEmpty()) return refused(sent, new UUID(0, 0));
        var sells = targets.stream().anyMatch(PaymentTarget::sells);
        return store(call, sent, account.orElseThrow(), date, sells, payments);
    }

    /// POST: by BatchPaymentID in the element.
    static Outcome delete(Call call, ObjectNode node) {
        var id = call.sent(node).guid("BatchPaymentID");
        return id.isEmpty() ? new Outcome.Missing() : delete(call, node, id.get());
    }

    /// POST to `/BatchPayments/{id}`: a batch payment cannot be updated, only deleted.
    static Outcome delete(Call call, ObjectNode node, UUID id) {
        var sent = call.sent(node);
        var batch = call.books().batchPayments.get(id);
        if (batch == null) return new Outcome.Missing();
        if (batch.deleted()) sent.refuse("Batch payment not of valid status for modification");
        if (sent.filled("Status").filter("DELETED"::equalsIgnoreCase).isEmpty()) {
            sent.refuse("Batch payments cannot be updated, only deleted.");
        }
        sent.refuse(call.books().lock(batch.date()).map(InvoiceTexts::locked));
        if (!sent.problems().isEmpty()) return refused(sent, id);
        batch.paymentIds().stream()
                .map(call.books().payments::get)
                .forEach(payment -> PaymentWrites.delete(call, payment));
        var deleted = batch.deletedAt(call.now());
        call.books().batchPayments.put(id, deleted);
        return new Outcome.Saved(new BatchPaymentView(call.books()).full(deleted));
    }

    private static List<Payment> payments(Call call, Sent sent, Optional<Account> account, LocalDate date) {
        var made = new ArrayList<Payment>();
        for (var payment : sent.list("Payments")) {
            PaymentWrites.make(call, payment, account, date, false).ifPresent(made::add);
        }
        return made;
    }

    private static Outcome store(
            Call call, Sent sent, Account account, LocalDate date, boolean sells, List<Payment> payments) {
        var books = call.books();
        var batch = new BatchPayment(
                call.draws().guid(),
                account.id(),
                date,
                sent.text("Reference").orElse(""),
                sent.text("Details").orElse(""),
                sent.text("Narrative").orElse(""),
                sells,
                payments.stream().map(Payment::id).toList(),
                payments.stream().map(Payment::bankAmount).reduce(BigDecimal.ZERO, BigDecimal::add),
                false,
                call.now());
        books.batchPayments.put(batch.id(), batch);
        payments.forEach(payment -> books.payments.put(payment.id(), payment.inBatch(batch.id())));
        return new Outcome.Saved(new BatchPaymentView(books).full(batch));
    }

    private static Outcome refused(Sent sent, UUID id) {
        return new Outcome.Refused(sent.node().deepCopy().put("BatchPaymentID", id.toString()), sent.problems());
    }
}
