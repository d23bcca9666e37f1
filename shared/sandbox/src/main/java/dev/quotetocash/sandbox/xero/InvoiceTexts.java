package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Refusals of invoices and payments, word for word where reference section 9.4 has them.
final class InvoiceTexts {

    static final String WRONG_STATUS = "Invoice not of valid status for modification";
    static final String VOID_WITH_MONEY =
            "The status VOIDED cannot be applied to the invoice because it has payments or credit notes allocated to it.";
    static final String EDIT_WITH_MONEY =
            "This document cannot be edited as it has a payment or credit note allocated to it.";
    static final String NUMBER_TAKEN = "Invoice # must be unique.";
    static final String APPROVAL_LIMIT = "You have reached the limit of invoices you can approve";
    static final String TOO_MUCH = "Payment amount exceeds the amount outstanding on this document";
    static final String TAX_AMOUNT = "TaxAmount specified cannot be greater than the UnitAmount";

    static final String CREDIT_WRONG_STATUS = "Credit note not of valid status for modification";
    static final String CREDIT_NUMBER_TAKEN = "Credit Note # must be unique.";
    static final String CREDIT_DISCOUNT = "Discounts cannot be given on credit notes.";
    static final String ALLOCATE_UNAPPROVED = "Only AUTHORISED documents can be allocated.";
    static final String ALLOCATE_TO_UNAPPROVED = "Allocations can only be made to AUTHORISED invoices.";
    static final String ALLOCATE_TOO_MUCH = "Allocation amount exceeds the amount outstanding on this document";
    static final String ALLOCATE_TOO_LITTLE_LEFT = "Allocation amount exceeds the remaining credit on this document";
    static final String ALLOCATE_UNLIKE =
            "Allocations need an invoice of the same contact, the same currency and the same side (sales or purchases).";
    static final String ROUNDING = "RoundingAmount must be from -0.10 to 0.10.";

    private InvoiceTexts() {}

    static String unusualRate(String currency, BigDecimal rate, BigDecimal usual) {
        return "The currency rate " + rate.toPlainString() + " for " + currency + " is unusual; the rate of the day is "
                + usual.toPlainString();
    }

    static String noStock(String itemCode) {
        return "There is not enough of item '" + itemCode + "' in stock.";
    }

    static String locked(LocalDate until) {
        return "The document date cannot be before the period lock date, currently set at " + until;
    }

    static String taxType(String taxType, String accountCode) {
        return "The TaxType code '" + taxType + "' cannot be used with account code '" + accountCode + "'";
    }

    static String noAccount(String code) {
        return "Account code '" + code + "' has been removed as it does not match a recognised account.";
    }

    static String noCurrency(String code) {
        return "Organisation is not subscribed to currency " + code;
    }
}
