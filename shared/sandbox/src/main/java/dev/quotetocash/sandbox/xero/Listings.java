package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// How each resource is listed: what can be filtered, and what its pages and its unpaged lists show.
final class Listings {

    private static final Set<String> CONTACT_FIELDS = Set.of(
            "ContactID",
            "ContactNumber",
            "AccountNumber",
            "ContactStatus",
            "Name",
            "FirstName",
            "LastName",
            "CompanyNumber",
            "EmailAddress",
            "BankAccountDetails",
            "TaxNumber",
            "DefaultCurrency",
            "UpdatedDateUTC",
            "IsSupplier",
            "IsCustomer",
            "Website");
    private static final Set<String> INVOICE_FIELDS = Set.of(
            "Type",
            "InvoiceID",
            "InvoiceNumber",
            "Reference",
            "AmountDue",
            "AmountPaid",
            "AmountCredited",
            "SentToContact",
            "CurrencyRate",
            "Contact",
            "Date",
            "DueDate",
            "BrandingThemeID",
            "Status",
            "LineAmountTypes",
            "SubTotal",
            "TotalTax",
            "Total",
            "UpdatedDateUTC",
            "CurrencyCode",
            "FullyPaidOnDate",
            "Url",
            "HasAttachments",
            "IsDiscounted");
    private static final Set<String> PAYMENT_FIELDS = Set.of(
            "PaymentID",
            "Date",
            "BankAmount",
            "Amount",
            "Reference",
            "CurrencyRate",
            "PaymentType",
            "Status",
            "UpdatedDateUTC",
            "IsReconciled",
            "Account",
            "Invoice");
    private static final Set<String> ITEM_FIELDS =
            Set.of("ItemID", "Code", "Name", "Description", "UpdatedDateUTC", "IsSold", "IsPurchased");
    private static final Set<String> ACCOUNT_FIELDS = Set.of(
            "AccountID",
            "Code",
            "Name",
            "Status",
            "Type",
            "TaxType",
            "Class",
            "EnablePaymentsToAccount",
            "SystemAccount",
            "CurrencyCode",
            "UpdatedDateUTC");
    private static final Set<String> TAX_FIELDS = Set.of(
            "Name",
            "TaxType",
            "ReportTaxType",
            "CanApplyToRevenue",
            "CanApplyToExpenses",
            "EffectiveRate",
            "Status",
            "DisplayTaxRate");

    private Listings() {}

    static Listing<Contact> contacts(Call call) {
        var summary = call.asks("summaryOnly");
        var view = new ContactView(call.books());
        return Listing.of(
                "Contacts",
                CONTACT_FIELDS,
                Contact::id,
                Contact::updatedAt,
                view::full,
                contact -> Balances.of(call, contact),
                summary ? view::summary : view::listed,
                true,
                true);
    }

    static Listing<Invoice> invoices(Call call) {
        var books = call.books();
        var view = new InvoiceView(books, call.unitScale());
        Function<Invoice, ObjectNode> sought = asksForContact(call) ? view::sought : view::brief;
        return new Listing<>(
                "Invoices",
                INVOICE_FIELDS,
                Invoice::id,
                Invoice::updatedAt,
                invoice -> new InvoiceMembers(books, invoice, sought),
                invoice -> books.keptInvoices.json(invoice, call.unitScale()),
                view::brief,
                true,
                true);
    }

    /// The whole contact is written only for filters and orders that look at it.
    private static boolean asksForContact(Call call) {
        var where = call.request().query("where").orElse("");
        return where.contains("Contact")
                || call.request().query("order").orElse("").contains("Contact");
    }

    static Listing<Payment> payments(Call call) {
        var view = new PaymentView(call.books());
        return Listing.of(
                "Payments",
                PAYMENT_FIELDS,
                Payment::id,
                Payment::updatedAt,
                view::full,
                view::full,
                view::full,
                true,
                true);
    }

    static Listing<Item> items(Call call) {
        var view = new ItemView(call.unitScale());
        return Listing.of(
                "Items", ITEM_FIELDS, Item::id, Item::updatedAt, view::full, view::full, view::full, false, true);
    }

    static Listing<Account> accounts() {
        return Listing.of(
                "Accounts",
                ACCOUNT_FIELDS,
                Account::id,
                Account::updatedAt,
                SettingsView::account,
                SettingsView::account,
                SettingsView::account,
                false,
                true);
    }

    static Listing<TaxRate> taxRates() {
        return Listing.of(
                "TaxRates",
                TAX_FIELDS,
                rate -> byName(rate.type()),
                _ -> Instant.EPOCH,
                SettingsView::taxRate,
                SettingsView::taxRate,
                SettingsView::taxRate,
                false,
                false);
    }

    static Listing<Books.Currency> currencies() {
        return Listing.of(
                "Currencies",
                Set.of("Code", "Description"),
                currency -> byName(currency.code()),
                _ -> Instant.EPOCH,
                SettingsView::currency,
                SettingsView::currency,
                SettingsView::currency,
                false,
                false);
    }

    static Listing<TrackingCategory> tracking() {
        return Listing.of(
                "TrackingCategories",
                Set.of("TrackingCategoryID", "Name", "Status"),
                TrackingCategory::id,
                _ -> Instant.EPOCH,
                TrackingView::category,
                TrackingView::category,
                TrackingView::category,
                false,
                false);
    }

    static Listing<ContactGroup> groups() {
        return Listing.of(
                "ContactGroups",
                Set.of("ContactGroupID", "Name", "Status"),
                ContactGroup::id,
                _ -> Instant.EPOCH,
                GroupView::listed,
                GroupView::listed,
                GroupView::listed,
                false,
                false);
    }

    /// A stable order for what has no id.
    private static UUID byName(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
