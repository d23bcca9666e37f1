package dev.quotetocash.sandbox.xero;

import java.util.Optional;

/// What an organisation is and settled once. `plan` is its `Class` (reference section 3.2); a demo company is
/// one of class DEMO. The terms say when its bills and sales fall due.
public record OrganisationProfile(
        Region region, String plan, Optional<PaymentTerm> bills, Optional<PaymentTerm> sales) {

    private static final int MAILS = 1_000;
    private static final int TRIAL_MAILS = 20;

    /// The sandbox's: in the United Kingdom, paying, without terms.
    public static OrganisationProfile sandbox() {
        return new OrganisationProfile(Region.UK, "PREMIUM", Optional.empty(), Optional.empty());
    }

    public OrganisationProfile in(Region other) {
        return new OrganisationProfile(other, plan, bills, sales);
    }

    public OrganisationProfile onPlan(String other) {
        return new OrganisationProfile(region, other, bills, sales);
    }

    public OrganisationProfile withTerms(PaymentTerm bill, PaymentTerm sale) {
        return new OrganisationProfile(region, plan, Optional.of(bill), Optional.of(sale));
    }

    boolean isDemo() {
        return plan.equals("DEMO");
    }

    /// E-mails a day: 1000 for a paying organisation, 20 on trial, none for a demo (reference section 3.2).
    int mailsPerDay() {
        return switch (plan) {
            case "DEMO" -> 0;
            case "TRIAL" -> TRIAL_MAILS;
            default -> MAILS;
        };
    }
}
