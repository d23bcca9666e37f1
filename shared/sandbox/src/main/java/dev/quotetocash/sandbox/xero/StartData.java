package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.Account.Side.ASSET;
import static dev.quotetocash.sandbox.xero.Account.Side.EXPENSE;
import static dev.quotetocash.sandbox.xero.Account.Side.LIABILITY;
import static dev.quotetocash.sandbox.xero.Account.Side.REVENUE;

import java.time.Instant;
import java.util.List;

/// A new organisation: its chart of accounts, tax rates and currencies as its region has them, and no records.
final class StartData {

    private static final String BANK_ACCOUNT = "20000012345678";

    private final Draws draws;
    private final Region region;
    private final Instant openedAt;

    private StartData(Draws draws, Region region, Instant openedAt) {
        this.draws = draws;
        this.region = region;
        this.openedAt = openedAt;
    }

    static Books books(Draws draws, Region region, Instant openedAt) {
        var accounts = new StartData(draws, region, openedAt).accounts();
        return new Books(
                BooksState.of(accounts, RegionalTaxes.of(region), WorldCurrencies.subscribed(region), draws.guid()));
    }

    private List<Account> accounts() {
        var none = RegionalTaxes.none(region);
        var sales = RegionalTaxes.usual(region, REVENUE);
        var purchases = RegionalTaxes.usual(region, EXPENSE);
        return List.of(
                account("090", "Business Bank Account", "BANK", ASSET, none, false, ""),
                account("091", "Business Savings Account", "BANK", ASSET, none, false, ""),
                account("200", "Sales", "REVENUE", REVENUE, sales, false, ""),
                account("260", "Other Revenue", "REVENUE", REVENUE, sales, false, ""),
                account("270", "Interest Income", "REVENUE", REVENUE, none, false, ""),
                account("310", "Cost of Goods Sold", "DIRECTCOSTS", EXPENSE, purchases, false, ""),
                account("404", "Bank Fees", "EXPENSE", EXPENSE, none, true, ""),
                account("429", "General Expenses", "EXPENSE", EXPENSE, purchases, false, ""),
                account("610", "Accounts Receivable", "CURRENT", ASSET, none, false, "DEBTORS"),
                account("630", "Inventory", "INVENTORY", ASSET, none, false, ""),
                account("800", "Accounts Payable", "CURRLIAB", LIABILITY, none, false, "CREDITORS"),
                account("820", taxName(), "CURRLIAB", LIABILITY, none, false, "GST"),
                account("835", "Directors' Loan Account", "CURRLIAB", LIABILITY, none, true, ""));
    }

    private String taxName() {
        return switch (region) {
            case UK -> "VAT";
            case US -> "Sales Tax";
            case AU, NZ, SG -> "GST";
        };
    }

    private Account account(
            String code, String name, String type, Account.Side side, String taxType, boolean payments, String role) {
        var bank = type.equals("BANK");
        return new Account(
                draws.guid(),
                code,
                name,
                type,
                side,
                taxType,
                payments,
                role,
                "",
                bank ? BANK_ACCOUNT : "",
                bank ? region.currency() : "",
                Account.Status.ACTIVE,
                openedAt);
    }
}
