package dev.quotetocash.mapping;

import dev.quotetocash.sync.XeroContactId;
import dev.quotetocash.sync.XeroInvoiceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A sales invoice as one full read saw it. `credited` is Xero's AmountCredited, which holds credit notes and
/// applied over- and prepayments; `creditNotes` is the part of it that credit notes make up. `updatedAt` is
/// Xero's UpdatedDateUTC.
public record XeroInvoice(
        XeroInvoiceId id,
        String number,
        String reference,
        String url,
        XeroContactId contact,
        InvoiceStatus status,
        CurrencyCode currency,
        LocalDate date,
        Optional<LocalDate> dueDate,
        BigDecimal subTotal,
        BigDecimal totalTax,
        BigDecimal total,
        BigDecimal amountDue,
        BigDecimal amountPaid,
        BigDecimal credited,
        BigDecimal creditNotes,
        Optional<LocalDate> fullyPaidOn,
        List<Payment> payments,
        List<Line> lines,
        Instant updatedAt) {

    public XeroInvoice {
        payments = List.copyOf(payments);
        lines = List.copyOf(lines);
    }

    /// Money received, in the invoice's currency.
    public record Payment(String id, LocalDate date, BigDecimal amount) {}

    /// A line as Xero keeps it; `discount` is the rate in percent or the amount off the line.
    public record Line(
            String id,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            Optional<BigDecimal> discountRate,
            Optional<BigDecimal> discountAmount,
            String accountCode,
            String taxType,
            BigDecimal lineAmount) {}

    /// The slot's marker at the end of `url`, if it carries one.
    public Optional<String> marker() {
        return marker(url);
    }

    public static Optional<String> marker(String url) {
        var at = url.lastIndexOf('#');
        return at < 0 ? Optional.empty() : Optional.of(url.substring(at + 1));
    }
}
