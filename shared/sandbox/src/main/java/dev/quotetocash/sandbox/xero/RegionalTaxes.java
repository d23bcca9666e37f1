package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.Account.Side.ASSET;
import static dev.quotetocash.sandbox.xero.Account.Side.EQUITY;
import static dev.quotetocash.sandbox.xero.Account.Side.EXPENSE;
import static dev.quotetocash.sandbox.xero.Account.Side.LIABILITY;
import static dev.quotetocash.sandbox.xero.Account.Side.REVENUE;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The tax rates that a new organisation has, by region (reference section 6.3; the types are those of the
/// OpenAPI document's `TaxType`). In the US, people make their own.
final class RegionalTaxes {

    static final List<Account.Side> SALES = List.of(ASSET, EQUITY, LIABILITY, REVENUE);
    static final List<Account.Side> PURCHASES = List.of(ASSET, EQUITY, EXPENSE, LIABILITY);
    static final List<Account.Side> ALL = List.of(Account.Side.values());

    private static final Set<String> OF_PURCHASES = Set.of(
            "INPUT",
            "INPUT2",
            "CAPITALEXPENSESINPUT",
            "EXEMPTINPUT",
            "ZERORATEDINPUT",
            "GSTONIMPORTS",
            "EXEMPTEXPENSES");
    private static final Set<String> OF_SALES =
            Set.of("OUTPUT", "OUTPUT2", "EXEMPTOUTPUT", "ZERORATEDOUTPUT", "EXEMPTEXPORT", "USSALESTAX");

    private RegionalTaxes() {}

    static List<TaxRate> of(Region region) {
        return switch (region) {
            case AU -> australia();
            case NZ -> newZealand();
            case UK -> unitedKingdom();
            case US -> unitedStates();
            case SG -> singapore();
        };
    }

    /// The tax type that a kind of account has by default in a region.
    static String usual(Region region, Account.Side side) {
        return switch (side) {
            case REVENUE ->
                List.of("OUTPUT", "OUTPUT2", "OUTPUT2", "OUTPUT", "OUTPUTY24").get(region.ordinal());
            case EXPENSE ->
                List.of("INPUT", "INPUT2", "INPUT2", "INPUT", "INPUTY24").get(region.ordinal());
            case ASSET, EQUITY, LIABILITY -> none(region);
        };
    }

    static String none(Region region) {
        return region == Region.AU ? "BASEXCLUDED" : "NONE";
    }

    /// Which accounts a rate that reports as `reportType` may be used with.
    static List<Account.Side> sides(String reportType) {
        if (OF_SALES.contains(reportType)) return SALES;
        return OF_PURCHASES.contains(reportType) ? PURCHASES : ALL;
    }

    private static List<TaxRate> australia() {
        return List.of(
                gst("OUTPUT", "GST on Income", "OUTPUT", "10", SALES),
                gst("EXEMPTOUTPUT", "GST Free Income", "EXEMPTOUTPUT", "0", SALES),
                gst("EXEMPTEXPORT", "GST Free Exports", "EXEMPTEXPORT", "0", SALES),
                gst("INPUT", "GST on Expenses", "INPUT", "10", PURCHASES),
                gst("EXEMPTEXPENSES", "GST Free Expenses", "EXEMPTEXPENSES", "0", PURCHASES),
                gst("CAPEXINPUT", "GST on Capital", "CAPITALEXPENSESINPUT", "10", PURCHASES),
                gst("GSTONIMPORTS", "GST on Imports", "GSTONIMPORTS", "0", PURCHASES),
                gst("INPUTTAXED", "Input Taxed", "INPUTTAXED", "0", ALL),
                gst("BASEXCLUDED", "BAS Excluded", "BASEXCLUDED", "0", ALL));
    }

    private static List<TaxRate> newZealand() {
        return List.of(
                gst("OUTPUT2", "15% GST on Income", "OUTPUT", "15", SALES),
                gst("INPUT2", "15% GST on Expenses", "INPUT", "15", PURCHASES),
                gst("ZERORATED", "Zero Rated", "ZERORATEDOUTPUT", "0", ALL),
                gst("GSTONIMPORTS", "GST on Imports", "GSTONIMPORTS", "0", PURCHASES),
                gst("NONE", "No GST", "NONE", "0", ALL));
    }

    private static List<TaxRate> unitedKingdom() {
        return List.of(
                vat("OUTPUT2", "20% (VAT on Income)", "OUTPUT", "20", SALES),
                vat("RROUTPUT", "5% (VAT on Income)", "OUTPUT", "5", SALES),
                vat("ZERORATEDOUTPUT", "Zero Rated Income", "ZERORATEDOUTPUT", "0", SALES),
                vat("EXEMPTOUTPUT", "Exempt Income", "EXEMPTOUTPUT", "0", SALES),
                vat("ECZROUTPUT", "Zero Rated EC Goods Income", "ECOUTPUT", "0", SALES),
                vat("INPUT2", "20% (VAT on Expenses)", "INPUT", "20", PURCHASES),
                vat("RRINPUT", "5% (VAT on Expenses)", "INPUT", "5", PURCHASES),
                vat("ZERORATEDINPUT", "Zero Rated Expenses", "ZERORATEDINPUT", "0", PURCHASES),
                vat("EXEMPTINPUT", "Exempt Expenses", "EXEMPTINPUT", "0", PURCHASES),
                vat("NONE", "No VAT", "NONE", "0", ALL));
    }

    private static List<TaxRate> unitedStates() {
        return List.of(
                rate("OUTPUT", "Tax on Sales", "OUTPUT", "Tax", "0", SALES),
                rate("INPUT", "Tax on Purchases", "INPUT", "Tax", "0", PURCHASES),
                rate("NONE", "Tax Exempt", "NONE", "Tax", "0", ALL));
    }

    private static List<TaxRate> singapore() {
        return List.of(
                gst("OUTPUTY24", "Standard-Rated Supplies", "OUTPUT", "9", SALES),
                gst("DSOUTPUTY24", "Deemed Supplies", "DSOUTPUT", "9", SALES),
                gst("ZERORATEDOUTPUT", "Zero-Rated Supplies", "ZERORATEDOUTPUT", "0", SALES),
                gst("ES33OUTPUT", "Regulation 33 Exempt Supplies", "ES33OUTPUT", "0", SALES),
                gst("OSOUTPUT", "Out Of Scope Supplies", "OSOUTPUT", "0", SALES),
                gst("INPUTY24", "Standard-Rated Purchases", "INPUT", "9", PURCHASES),
                gst("ZERORATEDINPUT", "Zero-Rated Purchases", "ZERORATEDINPUT", "0", PURCHASES),
                gst("OPINPUT", "Out Of Scope Purchases", "OPINPUT", "0", PURCHASES),
                gst("EPINPUT", "Exempt Purchases", "EPINPUT", "0", PURCHASES),
                gst("NONE", "No Tax", "NONE", "0", ALL));
    }

    private static TaxRate gst(
            String type, String name, String reportType, String percent, List<Account.Side> appliesTo) {
        return rate(type, name, reportType, "GST", percent, appliesTo);
    }

    private static TaxRate vat(
            String type, String name, String reportType, String percent, List<Account.Side> appliesTo) {
        return rate(type, name, reportType, "VAT", percent, appliesTo);
    }

    private static TaxRate rate(
            String type, String name, String reportType, String part, String percent, List<Account.Side> appliesTo) {
        var component = new TaxRate.Component(part, new BigDecimal(percent), false, false);
        return new TaxRate(
                type,
                name,
                reportType,
                List.of(component),
                new LinkedHashSet<>(appliesTo),
                TaxRate.Status.ACTIVE,
                false);
    }
}
