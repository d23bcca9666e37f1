package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.Account.Side.ASSET;
import static dev.quotetocash.sandbox.xero.Account.Side.EQUITY;
import static dev.quotetocash.sandbox.xero.Account.Side.EXPENSE;
import static dev.quotetocash.sandbox.xero.Account.Side.LIABILITY;
import static dev.quotetocash.sandbox.xero.Account.Side.REVENUE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/// A new organisation in the United Kingdom: its chart of accounts and tax rates, no records.
final class StartData {

    private static final Set<Account.Side> SALES = Set.of(ASSET, EQUITY, LIABILITY, REVENUE);
    private static final Set<Account.Side> PURCHASES = Set.of(ASSET, EQUITY, EXPENSE, LIABILITY);
    private static final Set<Account.Side> ALL = Set.of(Account.Side.values());

    private StartData() {}

    static Books books(Draws draws) {
        return new Books(BooksState.of(accounts(draws), taxRates(), draws.guid()));
    }

    private static List<Account> accounts(Draws draws) {
        return List.of(
                account(draws, "090", "Business Bank Account", "BANK", ASSET, "NONE", false, ""),
                account(draws, "091", "Business Savings Account", "BANK", ASSET, "NONE", false, ""),
                account(draws, "200", "Sales", "REVENUE", REVENUE, "OUTPUT2", false, ""),
                account(draws, "260", "Other Revenue", "REVENUE", REVENUE, "OUTPUT2", false, ""),
                account(draws, "270", "Interest Income", "REVENUE", REVENUE, "NONE", false, ""),
                account(draws, "310", "Cost of Goods Sold", "DIRECTCOSTS", EXPENSE, "INPUT2", false, ""),
                account(draws, "404", "Bank Fees", "EXPENSE", EXPENSE, "NONE", true, ""),
                account(draws, "429", "General Expenses", "EXPENSE", EXPENSE, "INPUT2", false, ""),
                account(draws, "610", "Accounts Receivable", "CURRENT", ASSET, "NONE", false, "DEBTORS"),
                account(draws, "630", "Inventory", "INVENTORY", ASSET, "NONE", false, ""),
                account(draws, "800", "Accounts Payable", "CURRLIAB", LIABILITY, "NONE", false, "CREDITORS"),
                account(draws, "820", "VAT", "CURRLIAB", LIABILITY, "NONE", false, "GST"),
                account(draws, "835", "Directors' Loan Account", "CURRLIAB", LIABILITY, "NONE", true, ""));
    }

    private static List<TaxRate> taxRates() {
        return List.of(
                rate("OUTPUT2", "20% (VAT on Income)", "OUTPUT", "20", SALES),
                rate("RROUTPUT", "5% (VAT on Income)", "RROUTPUT", "5", SALES),
                rate("ZERORATEDOUTPUT", "Zero Rated Income", "ZERORATEDOUTPUT", "0", SALES),
                rate("EXEMPTOUTPUT", "Exempt Income", "EXEMPTOUTPUT", "0", SALES),
                rate("ECZROUTPUT", "Zero Rated EC Goods Income", "ECZROUTPUT", "0", SALES),
                rate("INPUT2", "20% (VAT on Expenses)", "INPUT", "20", PURCHASES),
                rate("RRINPUT", "5% (VAT on Expenses)", "RRINPUT", "5", PURCHASES),
                rate("ZERORATEDINPUT", "Zero Rated Expenses", "ZERORATEDINPUT", "0", PURCHASES),
                rate("EXEMPTINPUT", "Exempt Expenses", "EXEMPTINPUT", "0", PURCHASES),
                rate("NONE", "No VAT", "NONE", "0", ALL));
    }

    private static Account account(
            Draws draws,
            String code,
            String name,
            String type,
            Account.Side side,
            String taxType,
            boolean takesPayments,
            String role) {
        return new Account(draws.guid(), code, name, type, side, taxType, takesPayments, role);
    }

    private static TaxRate rate(
            String type, String name, String reportType, String percent, Set<Account.Side> appliesTo) {
        return new TaxRate(type, name, reportType, new BigDecimal(percent), appliesTo);
    }
}
