package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// How credits and the transactions of the bank are listed.
final class MoneyListings {

    private static final Set<String> CREDIT_FIELDS = Set.of(
            "CreditNoteID",
            "CreditNoteNumber",
            "OverpaymentID",
            "PrepaymentID",
            "InvoiceNumber",
            "ID",
            "Type",
            "Reference",
            "RemainingCredit",
            "SentToContact",
            "BrandingThemeID",
            "CurrencyRate",
            "Contact",
            "Date",
            "Status",
            "LineAmountTypes",
            "SubTotal",
            "TotalTax",
            "Total",
            "UpdatedDateUTC",
            "CurrencyCode",
            "FullyPaidOnDate",
            "HasAttachments");
    private static final Set<String> BATCH_FIELDS = Set.of(
            "BatchPaymentID",
            "Account",
            "Reference",
            "Date",
            "Type",
            "Status",
            "TotalAmount",
            "UpdatedDateUTC",
            "IsReconciled");
    private static final Set<String> BANK_FIELDS = Set.of(
            "BankTransactionID",
            "BankAccount",
            "Type",
            "Reference",
            "IsReconciled",
            "OverpaymentID",
            "PrepaymentID",
            "CurrencyRate",
            "Contact",
            "Date",
            "Status",
            "LineAmountTypes",
            "SubTotal",
            "TotalTax",
            "Total",
            "UpdatedDateUTC",
            "CurrencyCode",
            "HasAttachments");

    private MoneyListings() {}

    static Listing<Credit> credits(Call call, Credit.Family family) {
        var view = new CreditView(call.books(), call.unitScale());
        return Listing.of(
                family.plural(),
                CREDIT_FIELDS,
                Credit::id,
                Credit::updatedAt,
                view::sought,
                view::paged,
                view::brief,
                true,
                true);
    }

    /// Not paged.
    static Listing<BatchPayment> batchPayments(Call call) {
        var view = new BatchPaymentView(call.books());
        return Listing.of(
                "BatchPayments",
                BATCH_FIELDS,
                BatchPayment::id,
                BatchPayment::updatedAt,
                view::full,
                view::full,
                view::full,
                false,
                true);
    }

    static Listing<BankTransaction> bankTransactions(Call call) {
        var view = new BankTransactionView(call.books(), call.unitScale());
        return Listing.of(
                "BankTransactions",
                BANK_FIELDS,
                BankTransaction::id,
                BankTransaction::updatedAt,
                transaction -> sought(call, view.brief(transaction)),
                view::full,
                view::brief,
                true,
                true);
    }

    /// The reference is shown but cannot be found by, if `bankReferencesFindNothing`.
    private static ObjectNode sought(Call call, ObjectNode shown) {
        return call.is(Unconfirmed.BANK_REFERENCES_FIND_NOTHING) ? shown.without(List.of("Reference")) : shown;
    }
}
