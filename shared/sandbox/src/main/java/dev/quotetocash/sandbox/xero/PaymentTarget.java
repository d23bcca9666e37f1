package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/// What a payment pays: an invoice, or a credit that it pays back. `open` is what may still be paid, `sells`
/// whether it is of sales, and `rate` the document's own.
record PaymentTarget(
        UUID id,
        String paymentType,
        boolean approved,
        BigDecimal open,
        boolean sells,
        String currency,
        BigDecimal rate) {

    static PaymentTarget of(Invoice invoice) {
        return new PaymentTarget(
                invoice.id(),
                invoice.receivable() ? "ACCRECPAYMENT" : "ACCPAYPAYMENT",
                InvoiceStates.approved(invoice.status()),
                invoice.due(),
                invoice.receivable(),
                invoice.head().currency(),
                invoice.head().rate());
    }

    static PaymentTarget of(Credit credit) {
        return new PaymentTarget(
                credit.id(),
                credit.head().type().paymentType(),
                InvoiceStates.approved(credit.status()),
                credit.remaining(),
                credit.head().type().sells(),
                credit.head().currency(),
                credit.head().rate());
    }

    static Optional<PaymentTarget> find(Books books, UUID id) {
        return Optional.ofNullable(books.invoices.get(id))
                .map(PaymentTarget::of)
                .or(() -> Optional.ofNullable(books.credits.get(id)).map(PaymentTarget::of));
    }

    /// The document that a payment in a request names, by id or number.
    static Optional<PaymentTarget> named(Books books, Sent sent) {
        return invoice(books, sent)
                .or(() -> creditNote(books, sent))
                .or(() -> credit(books, sent, Credit.Family.OVERPAYMENT))
                .or(() -> credit(books, sent, Credit.Family.PREPAYMENT));
    }

    private static Optional<PaymentTarget> invoice(Books books, Sent sent) {
        var named = sent.object("Invoice");
        var id = named.flatMap(invoice -> invoice.guid("InvoiceID"));
        if (id.isPresent())
            return Optional.ofNullable(books.invoices.get(id.get())).map(PaymentTarget::of);
        return named.flatMap(invoice -> invoice.filled("InvoiceNumber"))
                .or(() -> sent.filled("InvoiceNumber"))
                .flatMap(number -> books.receivablesNumbered(number).findFirst())
                .map(PaymentTarget::of);
    }

    private static Optional<PaymentTarget> creditNote(Books books, Sent sent) {
        var numbered = sent.object("CreditNote")
                .flatMap(note -> note.filled("CreditNoteNumber"))
                .or(() -> sent.filled("CreditNoteNumber"))
                .flatMap(number -> books.creditNotesNumbered(number).findFirst())
                .map(PaymentTarget::of);
        return credit(books, sent, Credit.Family.CREDITNOTE).or(() -> numbered);
    }

    private static Optional<PaymentTarget> credit(Books books, Sent sent, Credit.Family family) {
        return sent.object(family.singular())
                .flatMap(named -> named.guid(family.idName()))
                .flatMap(id -> Optional.ofNullable(books.credits.get(id)))
                .filter(credit -> credit.is(family))
                .map(PaymentTarget::of);
    }
}
