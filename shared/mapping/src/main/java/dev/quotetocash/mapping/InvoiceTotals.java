package dev.quotetocash.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// What an invoice adds up to with Xero's arithmetic (docs/reference/xero-api.md, 6.1): tax for each line,
/// rounded half up, then summed. `subTotal` is without tax in every mode.
public record InvoiceTotals(CurrencyAmount subTotal, CurrencyAmount totalTax, CurrencyAmount total) {

    /// `rates` gives a tax type's rate in percent.
    public static InvoiceTotals of(
            List<InvoiceLine> lines, CurrencyCode currency, LineAmounts mode, Function<String, BigDecimal> rates) {
        var amounts = CurrencyAmount.zero(currency);
        var tax = CurrencyAmount.zero(currency);
        for (var line : lines) {
            amounts = amounts.plus(line.amount(currency));
            tax = tax.plus(line.tax(currency, rates.apply(line.taxType()), mode));
        }
        return mode == LineAmounts.INCLUSIVE
                ? new InvoiceTotals(amounts.minus(tax), tax, amounts)
                : new InvoiceTotals(amounts, tax, amounts.plus(tax));
    }
}
