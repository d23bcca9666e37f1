package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.Invoice.Status.AUTHORISED;
import static dev.quotetocash.sandbox.xero.Invoice.Status.DELETED;
import static dev.quotetocash.sandbox.xero.Invoice.Status.DRAFT;
import static dev.quotetocash.sandbox.xero.Invoice.Status.PAID;
import static dev.quotetocash.sandbox.xero.Invoice.Status.SUBMITTED;
import static dev.quotetocash.sandbox.xero.Invoice.Status.VOIDED;

import java.util.Optional;

/// The life cycle of an invoice (reference section 5).
final class InvoiceStates {

    private InvoiceStates() {}

    /// Why `known` may not be given the status `asked` (which may be the one it has); empty when it may.
    static Optional<String> refusal(Invoice known, Invoice.Status asked, XeroSwitches switches) {
        if (known.dead()) return Optional.of(InvoiceTexts.WRONG_STATUS);
        if (asked == VOIDED && known.hasMoney()) return Optional.of(InvoiceTexts.VOID_WITH_MONEY);
        return allowed(known.status(), asked, switches) ? Optional.empty() : Optional.of(InvoiceTexts.WRONG_STATUS);
    }

    /// The same for a credit note, which lives as an invoice does.
    static Optional<String> refusal(Credit known, Invoice.Status asked, XeroSwitches switches) {
        if (known.dead()) return Optional.of(InvoiceTexts.CREDIT_WRONG_STATUS);
        if (asked == VOIDED && known.hasMoney()) return Optional.of(InvoiceTexts.EDIT_WITH_MONEY);
        return allowed(known.status(), asked, switches)
                ? Optional.empty()
                : Optional.of(InvoiceTexts.CREDIT_WRONG_STATUS);
    }

    private static boolean allowed(Invoice.Status known, Invoice.Status asked, XeroSwitches switches) {
        if (asked == known) return true;
        return switch (known) {
            case DRAFT -> asked == SUBMITTED || asked == AUTHORISED || asked == DELETED;
            case SUBMITTED ->
                asked == AUTHORISED
                        || asked == DELETED
                        || (asked == DRAFT && switches.is(Unconfirmed.SUBMITTED_BACK_TO_DRAFT));
            case AUTHORISED -> asked == VOIDED;
            case PAID, VOIDED, DELETED -> false;
        };
    }

    static boolean canStartAs(Invoice.Status status) {
        return status == DRAFT || status == SUBMITTED || status == AUTHORISED;
    }

    /// In the ledger.
    static boolean approved(Invoice.Status status) {
        return status == AUTHORISED || status == PAID;
    }
}
