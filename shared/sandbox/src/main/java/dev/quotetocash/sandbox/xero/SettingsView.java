package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// The organisation and its settings as Xero shows them.
final class SettingsView {

    static final String ORGANISATION_NAME = "Sandbox Trading Ltd";
    static final String SHORT_CODE = "!q2cX7";

    private SettingsView() {}

    static ObjectNode organisation(Call call) {
        var view = Json.object()
                .put("OrganisationID", call.settings().tenantId())
                .put("Name", ORGANISATION_NAME)
                .put("LegalName", ORGANISATION_NAME)
                .put("PaysTax", true)
                .put("Version", "UK")
                .put("OrganisationType", "COMPANY")
                .put("BaseCurrency", Books.BASE_CURRENCY)
                .put("CountryCode", "GB")
                .put("IsDemoCompany", false)
                .put("OrganisationStatus", "ACTIVE")
                .put("FinancialYearEndDay", 31)
                .put("FinancialYearEndMonth", 3)
                .put("DefaultSalesTax", "Tax Exclusive")
                .put("DefaultPurchasesTax", "Tax Exclusive");
        call.books().periodLock.ifPresent(until -> view.put("PeriodLockDate", Dates.date(until)));
        call.books().yearLock.ifPresent(until -> view.put("EndOfYearLockDate", Dates.date(until)));
        view.put("OrganisationEntityType", "COMPANY")
                .put("Timezone", "GMTSTANDARDTIME")
                .put("ShortCode", SHORT_CODE)
                .put("Edition", "BUSINESS")
                .put("Class", "PREMIUM")
                .putObject("PaymentTerms");
        return view;
    }

    static ObjectNode account(Account account, Instant updatedAt) {
        var view = Json.object()
                .put("AccountID", account.id().toString())
                .put("Code", account.code())
                .put("Name", account.name())
                .put("Status", "ACTIVE")
                .put("Type", account.type())
                .put("TaxType", account.taxType())
                .put("Class", account.side().name())
                .put("EnablePaymentsToAccount", account.takesPayments())
                .put("ShowInExpenseClaims", false);
        if (account.isBank()) {
            view.put("BankAccountNumber", "20000012345678").put("BankAccountType", "BANK");
            view.put("CurrencyCode", Books.BASE_CURRENCY);
        }
        if (!account.role().isEmpty()) view.put("SystemAccount", account.role());
        return view.put("ReportingCode", "")
                .put("HasAttachments", false)
                .put("UpdatedDateUTC", Dates.moment(updatedAt));
    }

    static ObjectNode taxRate(TaxRate rate) {
        var view = Json.object()
                .put("Name", rate.name())
                .put("TaxType", rate.type())
                .put("ReportTaxType", rate.reportType())
                .put("CanApplyToAssets", rate.appliesTo().contains(Account.Side.ASSET))
                .put("CanApplyToEquity", rate.appliesTo().contains(Account.Side.EQUITY))
                .put("CanApplyToExpenses", rate.appliesTo().contains(Account.Side.EXPENSE))
                .put("CanApplyToLiabilities", rate.appliesTo().contains(Account.Side.LIABILITY))
                .put("CanApplyToRevenue", rate.appliesTo().contains(Account.Side.REVENUE));
        view.set("DisplayTaxRate", Json.number(rate.percent()));
        view.set("EffectiveRate", Json.number(rate.percent()));
        view.put("Status", "ACTIVE");
        var component = view.putArray("TaxComponents").addObject().put("Name", "VAT");
        component.set("Rate", Json.number(rate.percent()));
        component.put("IsCompound", false).put("IsNonRecoverable", false);
        return view;
    }

    static ObjectNode currency(Books.Currency currency) {
        return Json.object().put("Code", currency.code()).put("Description", currency.description());
    }
}
