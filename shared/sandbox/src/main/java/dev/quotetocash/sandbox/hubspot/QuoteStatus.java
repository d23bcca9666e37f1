package dev.quotetocash.sandbox.hubspot;

/// Where a quote stands. ACCEPTED is a state of CPQ quotes only (section 15.3).
enum QuoteStatus {
    DRAFT,
    APPROVAL_NOT_NEEDED,
    PENDING_APPROVAL,
    APPROVED,
    REJECTED,
    ACCEPTED;

    static QuoteStatus of(CrmRecord quote) {
        return quote.value("hs_status").map(QuoteStatus::valueOf).orElse(DRAFT);
    }

    static boolean isCpq(CrmRecord quote) {
        return quote.value("hs_template_type").filter("CPQ_QUOTE"::equals).isPresent();
    }

    boolean isPublished() {
        return this == APPROVAL_NOT_NEEDED || this == APPROVED;
    }

    /// A quote that its buyer may see, or has accepted, is not edited.
    boolean isLocked() {
        return isPublished() || this == ACCEPTED;
    }
}
