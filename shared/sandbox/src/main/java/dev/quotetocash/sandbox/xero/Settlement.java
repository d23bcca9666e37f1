package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Brings documents to what their payments and allocations say: amounts, PAID or AUTHORISED again, and the date
/// of the last of them (reference section 5).
final class Settlement {

    private Settlement() {}

    /// After a payment was made or deleted, which moves the invoice's stamp.
    static void paid(Call call, Invoice invoice) {
        settle(call, invoice, call.now());
    }

    /// After a credit was allocated or taken away again, which moves the stamp only presumably (section 13.3).
    static void allocated(Call call, Invoice invoice) {
        settle(call, invoice, call.is(Unconfirmed.ALLOCATION_MOVES_INVOICE) ? call.now() : invoice.updatedAt());
    }

    /// After any use of a credit.
    static void used(Call call, Credit credit) {
        var applied = call.books().allocationsFrom(credit.id()).toList();
        var refunds = call.books().livePayments(credit.id()).toList();
        var next = credit.used(allocations(applied), payments(refunds), last(call, applied, refunds), call.now());
        call.books().credits.put(next.id(), next);
        call.events().add(Event.of(next, false));
    }

    /// After a payment of whatever document.
    static void paid(Call call, UUID documentId) {
        var invoice = call.books().invoices.get(documentId);
        var credit = call.books().credits.get(documentId);
        if (invoice != null) paid(call, invoice);
        if (credit != null) used(call, credit);
    }

    private static void settle(Call call, Invoice invoice, Instant updatedAt) {
        var applied = call.books().allocationsTo(invoice.id()).toList();
        var paid = call.books().livePayments(invoice.id()).toList();
        var next = invoice.settled(payments(paid), allocations(applied), last(call, applied, paid), updatedAt);
        call.books().invoices.put(next.id(), next);
        if (call.is(Unconfirmed.PAYMENT_NOTIFIES_INVOICE)) {
            call.events().add(new Event(Event.Category.INVOICE, next.id(), false));
        }
    }

    private static BigDecimal allocations(List<Allocation> all) {
        return all.stream().map(Allocation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal payments(List<Payment> all) {
        return all.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static LocalDate last(Call call, List<Allocation> allocations, List<Payment> payments) {
        return Stream.concat(
                        allocations.stream().map(Allocation::date),
                        payments.stream().map(Payment::date))
                .max(LocalDate::compareTo)
                .orElseGet(call::today);
    }
}
