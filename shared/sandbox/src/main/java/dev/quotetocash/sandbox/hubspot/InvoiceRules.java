package dev.quotetocash.sandbox.hubspot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What may be written to a native invoice and when (section 15.5).
final class InvoiceRules {

    private static final Set<String> AMOUNTS = Set.of("hs_amount_billed", "hs_amount_paid", "hs_balance_due");

    private final Portal portal;
    private final Associations associations;

    InvoiceRules(Portal portal, Associations associations) {
        this.portal = portal;
        this.associations = associations;
    }

    /// Whether a read-only property can be written after all.
    boolean opens(String property, Optional<CrmRecord> current, Map<String, String> written) {
        return AMOUNTS.contains(property) && isFree(current, written);
    }

    /// The API opens drafts; a person also closes invoices.
    List<FieldError> errors(Optional<CrmRecord> current, Map<String, String> values, Actor actor) {
        var before = current.map(InvoiceStatus::of).orElse(InvoiceStatus.DRAFT);
        var after = Upcoming.value(current, values, "hs_invoice_status")
                .map(InvoiceStatus::of)
                .orElse(InvoiceStatus.DRAFT);
        if (before == after || isFree(current, values)) return List.of();
        var allowed = before == InvoiceStatus.DRAFT && after == InvoiceStatus.OPEN;
        var closes = before != InvoiceStatus.PAID
                && before != InvoiceStatus.VOIDED
                && (after == InvoiceStatus.PAID || after == InvoiceStatus.VOIDED);
        if (allowed || (closes && (actor.isPerson() || portal.is(Unconfirmed.INVOICE_CLOSED_BY_API)))) return List.of();
        var name = values.getOrDefault("hs_invoice_status", "");
        return List.of(new FieldError(
                "hs_invoice_status", "INVALID_OPTION", "An invoice that is " + before + " cannot be set to " + name));
    }

    /// An open invoice has a contact and a line item, unless it is billed elsewhere.
    void checkOpen(CrmRecord invoice) {
        if (InvoiceStatus.of(invoice) != InvoiceStatus.OPEN || !InvoiceStatus.isBillable(invoice)) return;
        for (var needed : List.of(ObjectType.CONTACT, ObjectType.LINE_ITEM)) {
            if (associations.of(ObjectType.INVOICE, invoice.id(), needed).isEmpty())
                throw Problem.invalid(List.of(new FieldError(
                                "hs_invoice_status",
                                "MISSING_ASSOCIATION",
                                "An open invoice needs a " + needed.singular())))
                        .refused();
        }
    }

    private boolean isFree(Optional<CrmRecord> current, Map<String, String> values) {
        return portal.is(Unconfirmed.NON_BILLABLE_INVOICE_WRITABLE)
                && Upcoming.value(current, values, "hs_invoice_billable")
                        .filter("false"::equals)
                        .isPresent();
    }
}
