package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Using credits for invoices, and taking that back (reference section 3.2).
final class AllocationWrites {

    private AllocationWrites() {}

    /// One element of PUT to `.../Allocations`.
    static Outcome create(Call call, ObjectNode node, UUID creditId) {
        var sent = call.sent(node);
        var credit = call.books().credits.get(creditId);
        if (credit == null) return new Outcome.Missing();
        var invoice = sent.object("Invoice")
                .flatMap(named -> named.guid("InvoiceID"))
                .flatMap(id -> Optional.ofNullable(call.books().invoices.get(id)));
        var scale = Amounts.scale(credit.head().currency(), call.switches());
        var amount = sent.decimal("Amount").map(sum -> sum.setScale(scale, RoundingMode.HALF_UP));
        var date = date(call, sent, credit, invoice);
        if (invoice.isEmpty()) sent.refuse("An allocation must name an existing invoice.");
        if (amount.filter(sum -> sum.signum() > 0).isEmpty())
            sent.refuse("Allocation amount must be greater than zero");
        if (date.isEmpty()) sent.refuse("Date must be specified.");
        if (sent.problems().isEmpty()) check(sent, credit, invoice.orElseThrow(), amount.orElseThrow());
        sent.refuse(date.flatMap(call.books()::lock).map(InvoiceTexts::locked));
        if (!sent.problems().isEmpty()) return new Outcome.Refused(sent.node(), sent.problems());
        var made = new Allocation(
                call.draws().guid(), creditId, invoice.orElseThrow().id(), amount.orElseThrow(), date.orElseThrow());
        call.books().allocations.put(made.id(), made);
        Settlement.used(call, credit);
        Settlement.allocated(call, invoice.orElseThrow());
        return new Outcome.Saved(new AllocationView(call.books()).written(made, credit));
    }

    /// DELETE of `.../Allocations/{AllocationID}`.
    static Answer delete(Call call, UUID creditId, UUID id) {
        var books = call.books();
        var allocation = books.allocations.get(id);
        if (allocation == null || !allocation.creditId().equals(creditId)) return new Answer.NotFound();
        var locked = books.lock(allocation.date()).map(InvoiceTexts::locked);
        if (locked.isPresent()) return Batch.refused(new AllocationView(books).within(allocation), locked.get());
        books.allocations.remove(id);
        Optional.ofNullable(books.credits.get(creditId)).ifPresent(credit -> Settlement.used(call, credit));
        Optional.ofNullable(books.invoices.get(allocation.invoiceId()))
                .ifPresent(invoice -> Settlement.allocated(call, invoice));
        return new Answer.Plain(Json.object().put("AllocationId", id.toString()).put("IsDeleted", true));
    }

    /// The schema demands it; a page calls it read-only, the later of the two dates.
    private static Optional<LocalDate> date(Call call, Sent sent, Credit credit, Optional<Invoice> invoice) {
        var later = invoice.map(found -> found.head().date())
                .filter(date -> date.isAfter(credit.head().date()))
                .or(() -> Optional.of(credit.head().date()));
        return sent.date("Date").or(() -> later.filter(_ -> !call.is(Unconfirmed.ALLOCATION_NEEDS_DATE)));
    }

    private static void check(Sent sent, Credit credit, Invoice invoice, BigDecimal amount) {
        if (!InvoiceStates.approved(credit.status())) sent.refuse(InvoiceTexts.ALLOCATE_UNAPPROVED);
        if (!InvoiceStates.approved(invoice.status())) sent.refuse(InvoiceTexts.ALLOCATE_TO_UNAPPROVED);
        var alike = credit.head().type().sells() == invoice.receivable()
                && credit.head().contactId().equals(invoice.head().contactId())
                && credit.head().currency().equals(invoice.head().currency());
        if (!alike) sent.refuse(InvoiceTexts.ALLOCATE_UNLIKE);
        if (!sent.problems().isEmpty()) return;
        if (amount.compareTo(credit.remaining()) > 0) sent.refuse(InvoiceTexts.ALLOCATE_TOO_LITTLE_LEFT);
        if (amount.compareTo(invoice.due()) > 0) sent.refuse(InvoiceTexts.ALLOCATE_TOO_MUCH);
    }
}
