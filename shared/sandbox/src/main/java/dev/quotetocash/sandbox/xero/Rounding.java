package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The RoundingAmount of an invoice (reference section 6.1): it counts only on SUBMITTED and AUTHORISED invoices
/// whose three totals were sent and agree with the lines. Totals that do not agree are ignored, and it with them.
final class Rounding {

    private static final BigDecimal LARGEST = new BigDecimal("0.10");

    private Rounding() {}

    /// An edit that leaves the lines' amounts alone keeps the amount it had.
    static BigDecimal read(
            Sent sent, Optional<Invoice> known, Invoice.Head head, Invoice.Status status, List<Line> lines) {
        var subTotal = Amounts.subTotal(head.kind(), lines);
        var tax = Amounts.totalTax(lines);
        var kept = known.filter(before -> before.subTotal().compareTo(subTotal) == 0)
                .filter(before -> before.totalTax().compareTo(tax) == 0)
                .map(Invoice::rounding);
        var asked = sent.decimal("RoundingAmount");
        if (asked.isEmpty()
                || kept.filter(amount -> amount.compareTo(asked.get()) == 0).isPresent()) {
            return kept.orElse(BigDecimal.ZERO);
        }
        var counts = (status == Invoice.Status.SUBMITTED || status == Invoice.Status.AUTHORISED)
                && says(sent, "SubTotal", subTotal)
                && says(sent, "TotalTax", tax)
                && says(sent, "Total", subTotal.add(tax).add(asked.get()));
        if (!counts) return BigDecimal.ZERO;
        if (asked.get().abs().compareTo(LARGEST) > 0) sent.refuse(InvoiceTexts.ROUNDING);
        return asked.get();
    }

    private static boolean says(Sent sent, String name, BigDecimal amount) {
        return sent.decimal(name).filter(said -> said.compareTo(amount) == 0).isPresent();
    }
}
