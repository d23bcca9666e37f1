package dev.quotetocash.sandbox.hubspot;

import java.util.Locale;

/// Where a native invoice stands (section 15.5).
enum InvoiceStatus {
    DRAFT,
    OPEN,
    PAID,
    VOIDED;

    static InvoiceStatus of(CrmRecord invoice) {
        return of(invoice.value("hs_invoice_status").orElse("draft"));
    }

    static InvoiceStatus of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    /// An invoice that is billed elsewhere is not rendered, validated or sent.
    static boolean isBillable(CrmRecord invoice) {
        return invoice.value("hs_invoice_billable").filter("false"::equals).isEmpty();
    }
}
