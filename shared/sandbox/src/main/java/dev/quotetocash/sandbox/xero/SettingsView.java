package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/// The organisation and its settings as Xero shows them.
final class SettingsView {

    static final String ORGANISATION_NAME = "Sandbox Trading Ltd";
    static final String SHORT_CODE = "!q2cX7";

    private SettingsView() {}

    static ObjectNode organisation(Call call) {
        var profile = call.settings().organisation();
        var region = profile.region();
        var desk = call.books().desk;
        var view = Json.object()
                .put("OrganisationID", call.settings().tenantId())
                .put("Name", ORGANISATION_NAME)
                .put("LegalName", ORGANISATION_NAME)
                .put("PaysTax", true)
                .put("Version", region.version())
                .put("OrganisationType", "COMPANY")
                .put("BaseCurrency", call.books().baseCurrency())
                .put("CountryCode", region.country())
                .put("IsDemoCompany", profile.isDemo())
                .put("OrganisationStatus", "ACTIVE")
                .put("FinancialYearEndDay", region.yearEndDay())
                .put("FinancialYearEndMonth", region.yearEndMonth())
                .put("DefaultSalesTax", "Tax Exclusive")
                .put("DefaultPurchasesTax", "Tax Exclusive");
        call.books().periodLock.ifPresent(until -> view.put("PeriodLockDate", Dates.date(until)));
        call.books().yearLock.ifPresent(until -> view.put("EndOfYearLockDate", Dates.date(until)));
        view.put("OrganisationEntityType", "COMPANY")
                .put("Timezone", region.timezone())
                .put("ShortCode", SHORT_CODE)
                .put("Edition", "BUSINESS")
                .put("Class", profile.plan());
        var terms = view.putObject("PaymentTerms");
        profile.bills().ifPresent(term -> terms.set("Bills", term(term)));
        profile.sales().ifPresent(term -> terms.set("Sales", term(term)));
        return view;
    }

    static ObjectNode term(PaymentTerm term) {
        return Json.object().put("Day", term.day()).put("Type", term.kind().name());
    }

    static ObjectNode account(Account account) {
        var view = Json.object()
                .put("AccountID", account.id().toString())
                .put("Code", account.code())
                .put("Name", account.name())
                .put("Status", account.status().name())
                .put("Type", account.type())
                .put("TaxType", account.taxType());
        if (!account.description().isEmpty()) view.put("Description", account.description());
        view.put("Class", account.side().name())
                .put("EnablePaymentsToAccount", account.takesPayments())
                .put("ShowInExpenseClaims", false);
        if (account.isBank()) {
            view.put("BankAccountNumber", account.bankAccountNumber()).put("BankAccountType", "BANK");
            view.put("CurrencyCode", account.currency());
        }
        if (!account.role().isEmpty()) view.put("SystemAccount", account.role());
        return view.put("ReportingCode", "")
                .put("HasAttachments", false)
                .put("UpdatedDateUTC", Dates.moment(account.updatedAt()));
    }

    static ObjectNode taxRate(TaxRate rate) {
        var view = Json.object()
                .put("Name", rate.name())
                .put("TaxType", rate.type())
                .put("ReportTaxType", rate.reportType())
                .put("CanApplyToAssets", rate.sides().contains(Account.Side.ASSET))
                .put("CanApplyToEquity", rate.sides().contains(Account.Side.EQUITY))
                .put("CanApplyToExpenses", rate.sides().contains(Account.Side.EXPENSE))
                .put("CanApplyToLiabilities", rate.sides().contains(Account.Side.LIABILITY))
                .put("CanApplyToRevenue", rate.sides().contains(Account.Side.REVENUE));
        view.set("DisplayTaxRate", Json.number(rate.displayed()));
        view.set("EffectiveRate", Json.number(rate.percent()));
        view.put("Status", rate.status().name());
        var components = view.putArray("TaxComponents");
        rate.components().forEach(part -> components.add(component(part)));
        return view;
    }

    private static ObjectNode component(TaxRate.Component part) {
        var view = Json.object().put("Name", part.name());
        view.set("Rate", Json.number(part.rate()));
        return view.put("IsCompound", part.compound()).put("IsNonRecoverable", part.nonRecoverable());
    }

    static ObjectNode currency(Books.Currency currency) {
        return Json.object().put("Code", currency.code()).put("Description", currency.description());
    }

    static ObjectNode brandingTheme(UUID id, Instant openedAt) {
        return Json.object()
                .put("BrandingThemeID", id.toString())
                .put("Name", "Standard")
                .put("Type", "INVOICE")
                .put("SortOrder", 0)
                .put("CreatedDateUTC", Dates.moment(openedAt));
    }

    /// The one person who works in the organisation.
    static ObjectNode user(Instant openedAt) {
        return Json.object()
                .put("UserID", Person.USER_ID.toString())
                .put("EmailAddress", Person.EMAIL)
                .put("FirstName", Person.FIRST_NAME)
                .put("LastName", Person.LAST_NAME)
                .put("UpdatedDateUTC", Dates.moment(openedAt))
                .put("IsSubscriber", true)
                .put("OrganisationRole", "FINANCIALADVISER");
    }
}
