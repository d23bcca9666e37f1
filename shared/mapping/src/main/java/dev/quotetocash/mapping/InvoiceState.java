package dev.quotetocash.mapping;

import java.time.LocalDate;

/// What a sales rep is told about an invoice, in the order of the deal's choice list.
public enum InvoiceState {
    DRAFT("Draft"),
    SUBMITTED("Awaiting approval"),
    AWAITING_PAYMENT("Awaiting payment"),
    PART_PAID("Part paid"),
    OVERDUE("Overdue"),
    PAID("Paid"),
    CREDITED("Credited"),
    VOIDED("Voided"),
    DELETED("Deleted");

    private final String label;

    InvoiceState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Xero knows neither overdue nor part paid: overdue is AUTHORISED, something due, and a due date before
    /// today in the organisation's zone. An invoice that only credit notes settled is CREDITED, not PAID.
    static InvoiceState of(XeroInvoice invoice, LocalDate today) {
        return switch (invoice.status()) {
            case DRAFT -> DRAFT;
            case SUBMITTED -> SUBMITTED;
            case VOIDED -> VOIDED;
            case DELETED -> DELETED;
            case PAID ->
                DealStatus.paid(invoice).signum() > 0 || invoice.total().signum() == 0 ? PAID : CREDITED;
            case AUTHORISED -> {
                if (invoice.amountDue().signum() > 0
                        && invoice.dueDate().filter(today::isAfter).isPresent()) yield OVERDUE;
                yield DealStatus.paid(invoice).signum() > 0 ? PART_PAID : AWAITING_PAYMENT;
            }
        };
    }
}
